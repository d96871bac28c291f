import { describe, expect, it } from 'vitest';
import { marksInText, openArticle, openCard, openPanel, PAGE } from './glossary-steps.ts';
import { inEachBrowser } from './in-each-browser.ts';
import { cards, isFocusInSight, marked, openReader, tabTo, textOfFocus } from './speakers-steps.ts';

inEachBrowser((stage) => {
  describe('a term in the text', () => {
    it('is explained on a card by keyboard, which Escape closes alone', async () => {
      const tab = await openArticle(stage());
      await openCard(tab, 'OCHA');
      expect(await tab.reader().count('dialog', 'What is this? OCHA')).toBe(1);
      const text = await tab.reader().text();
      expect(text).toContain('UN Office for the Coordination of Humanitarian Affairs');
      expect(text).toMatch(/Lectern’s glossary, as of \w+ 20\d\d/);
      await tab.press('Escape');
      await expect.poll(() => cards(tab)).toBe(0);
      expect(await tab.reader().focusedName()).toBe('OCHA');
      expect(await tab.reader().isVisible()).toBe(true);
    });

    it('has its card over or under its own line, never on it', async () => {
      const tab = await openArticle(stage());
      for (const term of await tab.reader().evaluate(marksInText)) {
        await openCard(tab, term);
        const overlap = await tab.reader().evaluate((root, words) => {
          const mark = [...root.querySelectorAll('.term-mark')].find(({ textContent }) => textContent === words);
          const line = mark?.getBoundingClientRect();
          const card = root.querySelector('[role="dialog"].card')?.getBoundingClientRect();
          if (!line || !card) throw new Error('the view is not whole');
          return Math.min(line.bottom, card.bottom) - Math.max(line.top, card.top);
        }, term);
        expect(overlap).toBeLessThanOrEqual(0);
        expect(await tab.reader().evaluate(isFocusInSight)).toBe(true);
        await tab.press('Escape');
      }
    });

    it('leads to where the article itself explains it, and back to the card', async () => {
      const tab = await openArticle(stage());
      await openCard(tab, 'SHRA');
      await tabTo(tab, 'Skerrow Harbour Relief Association');
      await tab.press('Enter');
      await expect.poll(() => marked(tab, 'lectern-place')).toEqual(['Skerrow Harbour Relief Association']);
      expect(await cards(tab)).toBe(0);
      await tab.press('Backspace');
      await expect.poll(() => cards(tab)).toBe(1);
      expect(await marked(tab, 'lectern-place')).toEqual([]);
    });

    it('is marked no more once the reader knows it, on the next page too, until that is undone', async () => {
      const tab = await openArticle(stage());
      await openCard(tab, 'OCHA');
      await tabTo(tab, 'I know this');
      await tab.press('Enter');
      await expect.poll(() => tab.reader().evaluate(marksInText)).not.toContain('OCHA');
      const next = await openReader(stage(), `${PAGE}?next`);
      await expect.poll(() => next.reader().evaluate(marksInText)).toContain('armistice');
      expect(await next.reader().evaluate(marksInText)).not.toContain('OCHA');
      await openPanel(next);
      await tabTo(next, 'Explain again: OCHA');
      await next.press('Enter');
      await expect.poll(() => next.reader().evaluate(marksInText)).toContain('OCHA');
      expect(await next.reader().evaluate(textOfFocus)).toBe('OCHA');
    });

    it('leaves the text as it is, read, selected and copied, and in its place', async () => {
      const tab = await openArticle(stage());
      const texts = await tab.reader().evaluate((root) => {
        const content = root.querySelector('.content');
        const selection = 'getSelection' in root ? root.getSelection() : document.getSelection();
        if (!content || !selection) throw new Error('the view is not whole');
        const read = () => {
          selection.selectAllChildren(content);
          const { width, height } = content.getBoundingClientRect();
          return {
            text: content.textContent,
            selected: String(selection),
            shown: Reflect.get(content, 'innerText'),
            size: [width, height],
          };
        };
        const withMarks = read();
        for (const mark of content.querySelectorAll('.text-button')) mark.replaceWith(...mark.childNodes);
        content.normalize();
        return { withMarks, without: read() };
      });
      expect(texts.withMarks.selected).toContain('with the help of OCHA before');
      expect(texts.withMarks).toEqual(texts.without);
    });

    it('goes on paper without its mark and its card', async () => {
      const tab = await openArticle(stage());
      await openCard(tab, 'OCHA');
      await tab.emulateMedia({ medium: 'print' });
      expect(await tab.reader().text()).toContain('OCHA');
      const seen = await tab.reader().evaluate((root) => ({
        isCardSeen: root.querySelector('[role="dialog"]')?.checkVisibility(),
        underline: getComputedStyle(root.querySelector('.content .term-mark') ?? new HTMLElement()).textDecorationLine,
      }));
      expect(seen).toEqual({ isCardSeen: false, underline: 'none' });
    });
  });

  describe('the panel', () => {
    it('lists the terms with their meanings, and closes with Escape before the reader', async () => {
      const tab = await openArticle(stage());
      await openPanel(tab);
      expect(await tab.reader().focusedName()).toBe('Terms in this article');
      expect(await tab.reader().count('region', 'Terms in this article')).toBe(1);
      const terms = await tab.reader().evaluate((root) => [...root.querySelectorAll('.glossary dt')].map(String));
      expect(terms.length).toBeGreaterThan(2);
      await tab.press('Escape');
      await expect.poll(() => tab.reader().count('region', 'Terms in this article')).toBe(0);
      expect(await tab.reader().focusedName()).toBe('Glossary');
      expect(await tab.reader().isVisible()).toBe(true);
    });

    it('takes the place of the panel of speakers', async () => {
      const tab = await openArticle(stage());
      await tab.reader().clickButton('Speakers');
      await expect.poll(() => tab.reader().count('region', 'Who says what')).toBe(1);
      await tab.reader().clickButton('Glossary');
      await expect.poll(() => tab.reader().count('region', 'Terms in this article')).toBe(1);
      expect(await tab.reader().count('region', 'Who says what')).toBe(0);
    });

    it('follows the article on paper, where it is open', async () => {
      const tab = await openArticle(stage());
      await openPanel(tab);
      await tab.emulateMedia({ medium: 'print' });
      const text = await tab.reader().text();
      expect(text.indexOf('Aid lorries wait')).toBeLessThan(text.indexOf('Terms in this article'));
      expect(text).toContain('UN Office for the Coordination of Humanitarian Affairs');
      expect(text).not.toMatch(/Copy as|mentions|Close/);
    });

    it.each([20, 40])('needs no scrolling sideways on a narrow screen, with text of %i', async (fontSize) => {
      const tab = await openArticle(stage());
      await tab.setViewport({ width: 320, height: 640 });
      await openPanel(tab);
      const overflow = await tab.reader().evaluate((root, size) => {
        const view = root.querySelector<HTMLElement>('.lectern');
        view?.style.setProperty('--font-size', `${size}px`);
        for (const details of root.querySelectorAll('details')) details.open = true;
        return [view, root.querySelector('.glossary')].map((box) => (box ? box.scrollWidth - box.clientWidth : -1));
      }, fontSize);
      expect(overflow).toEqual([0, 0]);
    });
  });

  it.each(['light', 'dark'] as const)('axe finds nothing in cards and panel, in %s', async (colorScheme) => {
    const tab = await openArticle(stage());
    await tab.emulateMedia({ colorScheme });
    await openCard(tab, 'OCHA');
    expect(await tab.reader().axe()).toEqual([]);
    await tab.press('Escape');
    await openPanel(tab);
    await tab.reader().evaluate((root) => {
      for (const details of root.querySelectorAll('details')) details.open = true;
    });
    expect(await tab.reader().axe()).toEqual([]);
  });

  it('asks nobody on the network, and leaves the page itself as it was', async () => {
    const tab = await stage().openTab(PAGE);
    const before = await tab.evaluate(() => document.documentElement.outerHTML);
    // Firefox asks the page's server for its icon when it pleases.
    const asked = () =>
      tab.requests().filter(({ url }) => /^(https?|wss?):/.test(url) && new URL(url).pathname !== '/favicon.ico');
    const { length } = asked();
    await tab.pressToolbarButton();
    await tab.reader().waitUntilSettled();
    await expect.poll(() => tab.reader().evaluate(marksInText)).toContain('OCHA');
    await openCard(tab, 'OCHA');
    await tab.press('Escape');
    await openPanel(tab);
    expect(asked().slice(length)).toEqual([]);
    await tab.pressToolbarButton();
    await tab.reader().waitUntilGone();
    expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('obeys no event of a script', async () => {
    const tab = await openArticle(stage());
    await tab.reader().evaluate((root) => {
      for (const control of root.querySelectorAll<HTMLElement>('.tool, .term-mark')) {
        if (control.textContent === 'Close') continue;
        control.click();
        control.focus();
        for (const key of ['Enter', ' '])
          control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await cards(tab)).toBe(0);
    expect(await tab.reader().count('region', 'Terms in this article')).toBe(0);
  });
});
