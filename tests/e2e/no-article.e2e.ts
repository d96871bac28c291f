import { describe, expect, it } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import type { MessageKey } from '../../assets/message-key.ts';
import type { Tab } from '../../tools/browsers/browser.ts';
import { inEachBrowser, SLOW_PAGE_DELAY } from './in-each-browser.ts';

/** Where nothing can be read: the page, and the heading of the notice that says why. */
const NOTICES: readonly (readonly [page: string, heading: MessageKey, why: MessageKey])[] = [
  ['/front-page.html', 'noticeFrontPage', 'noticeFrontPageWhy'],
  ['/empty.html', 'noticeNoArticle', 'noticeNoArticleWhy'],
  ['/too-short.html', 'noticeTooShort', 'noticeTooShortWhy'],
  ['/feed.xml', 'noticeFeed', 'noticeFeedWhy'],
  ['/atom.xml', 'noticeFeed', 'noticeFeedWhy'],
  ['/data.xml', 'noticeXml', 'noticeXmlWhy'],
  ['/paper.pdf', 'noticePdf', 'noticePdfWhy'],
  ['/picture.png', 'noticeImage', 'noticeImageWhy'],
  ['/assets/author-1.svg', 'noticeImage', 'noticeImageWhy'],
  ['/clip.webm', 'noticeVideo', 'noticeVideoWhy'],
];

/** Where an article can be read all the same, and a phrase of it. */
const READABLE: readonly (readonly [page: string, phrase: RegExp])[] = [
  ['/frames.html', /\w{3}/],
  ['/iframe-article.html', /\w{3}/],
  ['/shadow.html', /\w{3}/],
  ['/xhtml.xhtml', /\w{3}/],
  ['/notes.txt', /\w{3}/],
];

inEachBrowser((stage) => {
  /** The reading view that a press brings, in the page or in a tab of Lectern's own. */
  async function press(tab: Tab): Promise<Tab> {
    await tab.pressToolbarButton();
    const tabPage = `${stage().browser.extensionOrigin}/tab.html`;
    const shown = await expect
      .poll(
        async () => {
          if (await tab.reader().isVisible()) return 'overlay';
          for (const other of await stage().browser.tabs())
            if ((await other.url()).startsWith(tabPage) && (await other.reader().isVisible())) return 'tab';
          return 'nothing';
        },
        { timeout: 10_000 },
      )
      .not.toBe('nothing')
      .then(() => tab.reader().isVisible());
    return shown ? tab : stage().browser.waitForTab((url) => url.startsWith(tabPage));
  }

  describe('a page without an article', () => {
    it.each(NOTICES)('%s is answered with %s, seen and announced', async (page, heading, why) => {
      const tab = await stage().openTab(page);
      const answered = await press(tab);
      const view = answered.reader();
      await expect.poll(() => view.focusedName()).toBe(messages[heading].message);
      expect(await view.text()).toContain(messages[why].message);
      const announced = () =>
        view.evaluate((root) => root.querySelector('[role="status"], [aria-live="polite"]')?.textContent ?? '');
      await expect.poll(announced).toContain(messages[why].message);
      await tab.activate();
      await expect.poll(() => tab.buttonTitle()).toBe(messages.actionCannotRead.message);
    });

    it('says so on a page of the browser, in a tab that its button closes again', async () => {
      const tab = await stage().openTab();
      await tab.goto(stage().browser.kind === 'chromium' ? 'chrome://version/' : 'about:support');
      const answered = await press(tab);
      expect(answered).not.toBe(tab);
      await expect.poll(() => answered.reader().focusedName()).toBe(messages.noticeBrowserPage.message);
      const count = (await stage().browser.tabs()).length;
      await answered.reader().clickButton(messages.readerClose.message);
      await expect.poll(async () => (await stage().browser.tabs()).length).toBe(count - 1);
    });

    it('shows what it found on a front page to one who asks for it', async () => {
      const tab = await stage().openTab('/front-page.html');
      await press(tab);
      await tab.reader().clickButton(messages.noticeShowAnyway.message);
      await expect
        .poll(() => tab.reader().evaluate((root) => root.querySelectorAll('[data-block]').length))
        .toBeGreaterThan(0);
    });

    it('offers the way to an article in a frame from another site', async () => {
      const tab = await stage().openTab('/iframe-elsewhere.html');
      await press(tab);
      await expect.poll(() => tab.reader().focusedName()).toBe(messages.noticeForeignFrame.message);
      await tab.reader().clickButton(messages.noticeOpenFrame.message);
      await stage().browser.waitForTab((url) => url.startsWith(stage().server.otherOrigin));
    });
  });

  describe('an article in an unusual place', () => {
    it.each(READABLE)('is read from %s', async (page, phrase) => {
      const tab = await stage().openTab(page);
      await press(tab);
      await expect
        .poll(() => tab.reader().evaluate((root) => root.querySelectorAll('[data-block]').length))
        .toBeGreaterThan(2);
      expect(await tab.reader().text()).toMatch(phrase);
    });

    it('is read from a file on the machine', async () => {
      const tab = await stage().openTab();
      // Chromium lets an unpacked extension open files; one from the store has to be allowed to, as noticeFileAccess says.
      await tab.goto(new URL('../pages/frame-article.html', import.meta.url).href);
      await press(tab);
      await expect.poll(() => tab.reader().focusedName()).toBe('The ferry that runs on gossip');
    });

    it('is read when it has come, where the page was still loading', async () => {
      const tab = await stage().openTab();
      await tab.goto(`${stage().server.origin}/slow.html`, 'started');
      await expect.poll(() => tab.evaluate(() => document.body?.childElementCount ?? 0)).toBeGreaterThan(0);
      await tab.pressToolbarButton();
      await expect.poll(() => tab.reader().focusedName()).toBe(messages.noticeLoading.message);
      await expect
        .poll(() => tab.reader().evaluate((root) => root.querySelectorAll('[data-block]').length), {
          timeout: SLOW_PAGE_DELAY + 5000,
        })
        .toBeGreaterThan(2);
    });

    it('is read from a document of 10 MB', async () => {
      const tab = await stage().openTab('/huge');
      await tab.pressToolbarButton();
      await expect
        .poll(() => tab.reader().evaluate((root) => root.querySelectorAll('[data-block]').length), { timeout: 40_000 })
        .toBeGreaterThan(100);
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
    });

    it('is offered where a single-page app went on to the next one', async () => {
      const tab = await stage().openTab('/spa.html');
      await press(tab);
      const title = () => tab.reader().evaluate((root) => root.querySelector('h1')?.textContent ?? '');
      const first = await title();
      await tab.evaluate(() => document.querySelector<HTMLButtonElement>('button')?.click());
      await expect.poll(() => tab.reader().text()).toContain(messages.bannerPageChanged.message);
      await tab.reader().clickButton(messages.bannerReadNewPage.message);
      await expect.poll(title).not.toBe(first);
    });
  });
});
