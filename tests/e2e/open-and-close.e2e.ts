import { describe, expect, it } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import { callBar } from './glossary-steps.ts';
import { inEachBrowser, type Stage } from './in-each-browser.ts';

const TITLE = 'Russian envoy: Syrian cease-fire is best option';

/** Everything of the page that a reader must leave alone; the page's own clock ticks on and is left out. */
function pageState(): Record<string, unknown> {
  const fields = [...document.querySelectorAll('input, textarea, select')];
  const selection = getSelection();
  return {
    html: document.documentElement.outerHTML.replace(/data-ticks="\d*"/, '').replace(/>[^<]*<\/time>/g, '>'),
    scroll: [scrollX, scrollY],
    values: fields.map((field) => (field as HTMLInputElement).value),
    selection: selection?.toString(),
    focus: document.activeElement?.id,
    history: history.length,
    address: location.href,
  };
}

const ticks = () => Number(document.querySelector<HTMLElement>('#masthead-clock')?.dataset.ticks);

async function openReader(tab: Tab): Promise<void> {
  await tab.pressToolbarButton();
  await tab.reader().waitUntilVisible();
}

inEachBrowser((stage: () => Stage) => {
  const openSample = () => stage().openTab('/sample.html');

  describe('a press on the toolbar button', () => {
    it('shows the article, with the focus on its headline, and the button says that it closes', async () => {
      const tab = await openSample();
      expect(await tab.buttonTitle()).toBe('Read this page with Lectern');
      await openReader(tab);
      expect(await tab.reader().focusedName()).toBe(TITLE);
      expect(await tab.reader().count('heading', TITLE)).toBe(1);
      await expect.poll(() => tab.buttonTitle()).toBe('Close the Lectern reading view');
    });

    it('closes it when pressed again, and opens it a third time', async () => {
      const tab = await openSample();
      await openReader(tab);
      await tab.pressToolbarButton();
      await tab.reader().waitUntilGone();
      await expect.poll(() => tab.buttonTitle()).toBe('Read this page with Lectern');
      await openReader(tab);
      expect(await tab.evaluate(() => document.querySelectorAll('[data-lectern-reader]').length)).toBe(1);
    });

    it('opens it on each page that the tab goes to, comes back to or loads anew', async () => {
      const tab = await openSample();
      const openAndClose = async () => {
        await openReader(tab);
        await tab.pressToolbarButton();
        await tab.reader().waitUntilGone();
      };
      const isAt = (path: string) => expect.poll(async () => new URL(await tab.url()).pathname).toBe(path);
      await openAndClose();
      await tab.goto(new URL('/frame-article.html', await tab.url()).href);
      await openAndClose();
      await tab.evaluate(() => history.back());
      await isAt('/sample.html');
      await openAndClose();
      await tab.evaluate(() => history.forward());
      await isAt('/frame-article.html');
      await openAndClose();
      // The page that is leaving still says that it is complete.
      await tab.evaluate(() => {
        Object.assign(window, { isLeaving: true });
        location.reload();
      });
      const isAnew = () => tab.evaluate(() => !('isLeaving' in window) && document.readyState === 'complete');
      await expect.poll(() => isAnew().catch(() => false)).toBe(true);
      await openAndClose();
    });

    it('leaves one reading view or none when pressed twice in a hurry', async () => {
      const tab = await openSample();
      await Promise.all([tab.pressToolbarButton(), tab.pressToolbarButton()]);
      await expect
        .poll(() => tab.evaluate(() => document.querySelectorAll('[data-lectern-reader]').length))
        .toBeLessThanOrEqual(1);
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
    });
  });

  describe('leaving the reading view', () => {
    it('closes on Escape and by its button', async () => {
      const tab = await openSample();
      await openReader(tab);
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
      await openReader(tab);
      await tab.reader().clickButton('Close');
      await tab.reader().waitUntilGone();
      await expect.poll(() => tab.buttonTitle()).toBe('Read this page with Lectern');
    });

    it('gives back the page to the letter: HTML, scroll, values, selection, focus, history; its timers ran on', async () => {
      const tab = await openSample();
      await tab.evaluate(() => {
        document.documentElement.setAttribute('style', 'scroll-padding-top:10px');
        const field = document.querySelector<HTMLInputElement>('#search-words');
        field?.focus({ preventScroll: true });
        scrollTo({ top: 600, behavior: 'instant' });
        const text = document.querySelector('article p, main p')?.firstChild;
        if (text) getSelection()?.setBaseAndExtent(text, 4, text, 12);
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      const before = await tab.evaluate(pageState);
      const ticksBefore = await tab.evaluate(ticks);
      await openReader(tab);
      await tab.scrollWheel(800);
      await tab.press('Tab');
      await tab.press('PageDown');
      await new Promise((resolve) => setTimeout(resolve, 600));
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
      expect(await tab.evaluate(pageState)).toEqual(before);
      expect(await tab.evaluate(ticks)).toBeGreaterThan(ticksBefore);
    });

    it('keeps its keys and clicks from the page', async () => {
      const tab = await openSample();
      await tab.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        for (const type of ['keydown', 'keyup', 'click', 'wheel', 'copy'])
          document.addEventListener(type, () => heard.push(type));
      });
      await openReader(tab);
      await tab.press('k');
      await tab.press('Control+c');
      await tab.scrollWheel(100);
      await tab.click(400, 300);
      // On the way up, the bar comes back.
      await callBar(tab);
      await tab.reader().clickButton('Close');
      await tab.reader().waitUntilGone();
      expect(await tab.evaluate('window.heard')).toEqual([]);
    });
  });

  describe('the reading view', () => {
    it('is a modal dialog: Tab stays in it and never reaches the page', async () => {
      const tab = await openSample();
      await openReader(tab);
      const hosts = new Set<string>();
      for (let step = 0; step < 6; step++) {
        await tab.press('Tab');
        hosts.add(
          await tab.evaluate(() =>
            document.activeElement?.hasAttribute('data-lectern-reader')
              ? 'reader'
              : (document.activeElement?.localName ?? ''),
          ),
        );
      }
      // Past the last stop the focus goes to the browser's own bars, for which the page's answer is its body.
      hosts.delete('body');
      expect([...hosts]).toEqual(['reader']);
    });

    it('scrolls by keys at once and leaves the page behind where it is', async () => {
      const tab = await openSample();
      await openReader(tab);
      await tab.press('PageDown');
      await expect
        .poll(() => tab.reader().evaluate((root) => root.querySelector('.lectern')?.scrollTop ?? 0))
        .toBeGreaterThan(100);
      expect(await tab.evaluate(() => scrollY)).toBe(0);
    });

    it('gives its root element to no script of the page', async () => {
      const tab = await openSample();
      await openReader(tab);
      expect(await tab.evaluate(() => document.querySelector('[data-lectern-reader]')?.shadowRoot ?? null)).toBeNull();
    });
  });
});
