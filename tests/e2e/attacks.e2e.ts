import { describe, expect, it } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import { inEachBrowser } from './in-each-browser.ts';

const beacons = (requests: readonly string[]) => requests.filter((request) => request.includes('/beacon'));
const settle = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** What DOMPurify and the content rules must have left of no article, wherever it is shown. */
function remainsOf(root: ShadowRoot | Document): string[] {
  const found: string[] = [];
  const article = root.querySelector('article') ?? root;
  for (const element of article.querySelectorAll('*')) {
    if (
      /^(script|style|link|meta|base|iframe|object|embed|form|input|select|textarea|audio|noscript|template)$/.test(
        element.localName,
      )
    )
      found.push(`<${element.localName}>`);
    for (const { name, value } of element.attributes) {
      if (/^on|^(style|ping|formaction|srcdoc|action|background)$/.test(name))
        found.push(`${element.localName}[${name}]`);
      // URL parsers pass over control characters and white space in a scheme.
      if (
        /^[\s\p{Cc}]*(javascript|vbscript|data:text|blob|filesystem|view-source):?/iu.test(
          value.replace(/[\s\p{Cc}]/gu, ''),
        )
      )
        found.push(`${element.localName}[${name}="${value}"]`);
      // A link asks for nothing until it is pressed.
      if (value.includes('/beacon') && element.localName !== 'a')
        found.push(`${element.localName}[${name}="${value}"]`);
    }
  }
  return found;
}

inEachBrowser((stage) => {
  describe('an article full of payloads', () => {
    it('runs no script and asks for nothing, whatever is pressed in it', async () => {
      const tab = await stage().openTab('/hostile-article.html');
      await expect
        .poll(
          () => tab.evaluate(() => Document.prototype.querySelector.call(document, 'html')?.getAttribute('data-armed')),
          { timeout: 5000 },
        )
        .toBe('true');
      await settle(1000);
      expect(await tab.evaluate('window.pwned')).toEqual([]);
      const before = beacons(stage().server.requests).length;
      const address = await tab.url();

      await tab.pressToolbarButton();
      const view = tab.reader();
      await view.waitUntilVisible();
      expect(await view.text()).toContain('The town hall clock in Aldermoor has been eleven minutes fast');
      expect(await view.evaluate(remainsOf)).toEqual([]);
      const links = await view.evaluate((root) => {
        const all = [
          ...root.querySelectorAll<HTMLElement>('article a, article summary, article p, article img, article math'),
        ];
        for (const element of all) {
          for (const type of ['pointerenter', 'mouseover', 'mousedown', 'mouseup', 'focusin'])
            element.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
          const leaves = element instanceof HTMLAnchorElement && /^https?:/.test(element.protocol);
          // MathML has no click() of its own.
          if (!leaves)
            element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
        }
        return all.length;
      });
      expect(links).toBeGreaterThan(5);
      for (let step = 0; step < 12; step++) await tab.press('Tab');
      await settle(1000);

      expect(await tab.evaluate('window.pwned')).toEqual([]);
      expect(beacons(stage().server.requests).slice(before)).toEqual([]);
      expect((await tab.url()).split('#')[0]).toBe(address);
    });
  });

  describe('a page that attacks the reading view', () => {
    it.each(['/overlay-attacker.html', '/overlay-attacker.html?move'])('gains nothing by it: %s', async (path) => {
      const tab = await stage().openTab(path);
      await tab.pressToolbarButton();
      const attempts = () => tab.evaluate('window.attempts').then(Number);
      await expect.poll(attempts).toBeGreaterThan(20);
      const tabPage = `${stage().browser.extensionOrigin}/tab.html`;
      const view = async () => {
        if (await tab.reader().isVisible()) return tab.reader();
        const other = (
          await Promise.all((await stage().browser.tabs()).map(async (each) => ({ each, url: await each.url() })))
        ).find(({ url }) => url.startsWith(tabPage));
        return other ? other.each.reader() : null;
      };
      await settle(1500);
      const shown = await view();
      expect(shown).not.toBeNull();
      expect(await shown?.text()).toContain('It took Delphine Okafor, a locksmith from the next street');
      // Synthetic clicks closed nothing, and nothing that it sent as a message was taken for a setting.
      expect(await shown?.count('button', messages.readerClose.message)).toBe(1);
      const size = await shown?.evaluate(
        (root) => getComputedStyle(root.querySelector('.lectern') ?? document.body).fontSize,
      );
      expect(size).toBe('20px');
      const stolen = (await tab.evaluate('window.loot')) as { how: string; what: string }[];
      expect(
        stolen.filter(({ how }) => /shadowRoot|attachShadow|attachInternals|composedPath|dom$/i.test(how)),
      ).toEqual([]);
    });

    it('reaches its elements by a highlight, and still presses none of its buttons', async () => {
      const tab = await stage().openTab('/overlay-attacker.html');
      await tab.pressToolbarButton();
      await tab.reader().waitUntilVisible();
      // The registry of highlights is shared with the page: a marked word gives it the closed root.
      await tab.reader().evaluate((root) => {
        const range = document.createRange();
        range.selectNodeContents(root.querySelector('h1') ?? root);
        CSS.highlights.set('marked', new Highlight(range));
      });
      const reached = () => tab.evaluate(`window.loot.filter(({ how }) => how === 'control').length`).then(Number);
      await expect.poll(reached).toBeGreaterThan(0);
      await settle(500);
      expect(await tab.reader().isVisible()).toBe(true);
      expect(await tab.reader().text()).toContain('It took Delphine Okafor, a locksmith from the next street');
      await tab.reader().clickButton(messages.readerClose.message);
      await tab.reader().waitUntilGone();
    });

    it('cannot forbid it by breaking attachShadow', async () => {
      const tab = await stage().openTab('/overlay-attacker.html');
      await tab.evaluate(() => {
        Element.prototype.attachShadow = () => {
          throw new Error('no');
        };
      });
      await tab.pressToolbarButton();
      await tab.reader().waitUntilVisible();
    });

    it('that opens a modal dialog over it later is answered', async () => {
      const tab = await stage().openTab('/overlay-attacker.html');
      await tab.pressToolbarButton();
      await tab.reader().waitUntilVisible();
      await tab.evaluate(() => {
        const dialog = document.createElement('dialog');
        dialog.textContent = 'Subscribe now';
        document.body.append(dialog);
        dialog.showModal();
      });
      await expect.poll(() => tab.reader().isVisible(), { timeout: 5000 }).toBe(true);
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
    });
  });
});
