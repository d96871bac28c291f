import { describe, expect, it } from 'vitest';
import { marksInText, OWN_WORD, openArticle, openCard, openPanel, PAGE, selectWord, WORD } from './glossary-steps.ts';
import { inEachBrowser } from './in-each-browser.ts';
import { cards, textOfFocus } from './speakers-steps.ts';

inEachBrowser((stage) => {
  describe('a word that is selected', () => {
    it('is explained with a key, and the focus comes back to it', async () => {
      const tab = await openArticle(stage());
      await selectWord(tab);
      await tab.press('Enter');
      await expect.poll(() => tab.reader().count('dialog', `What does this mean? ${WORD}`)).toBe(1);
      await expect.poll(() => tab.reader().text()).toContain('WordNet 3.1');
      expect(await tab.reader().text()).toContain('adjective');
      await tab.press('Escape');
      await expect.poll(() => tab.reader().evaluate(textOfFocus)).toBe(WORD);
    });

    it('goes into the reader’s own glossary, and is a term from then on', async () => {
      const tab = await openArticle(stage());
      await selectWord(tab, OWN_WORD);
      await tab.reader().clickButton('Explain');
      await expect.poll(() => cards(tab)).toBe(1);
      await tab.reader().clickButton('Add to my glossary');
      await tab.type('one who makes bread');
      await tab.reader().clickButton('Save');
      await expect.poll(() => tab.reader().evaluate(marksInText)).toContain(OWN_WORD);
      await tab.press('Escape');
      await openCard(tab, OWN_WORD);
      const text = await tab.reader().text();
      expect(text).toContain('one who makes bread');
      expect(text).toContain('From your glossary');
    });
  });

  it('works in the tab of its own, where the page defeats the overlay', async () => {
    const tab = await stage().openTab(PAGE);
    await tab.evaluate(() => {
      window.addEventListener('keydown', (event) => event.preventDefault(), { capture: true });
    });
    await tab.pressToolbarButton();
    const own = await stage().browser.waitForTab((url) => url.includes('/tab.html#article='));
    await own.reader().waitUntilSettled();
    await expect.poll(() => own.reader().evaluate(marksInText)).toContain('OCHA');
    await openCard(own, 'OCHA');
    expect(await own.reader().axe()).toEqual([]);
    await own.press('Escape');
    await openPanel(own);
    expect(await own.reader().axe()).toEqual([]);
    await own.press('Escape');
    await selectWord(own);
    await own.press('Enter');
    await expect.poll(() => own.reader().count('dialog', `What does this mean? ${WORD}`)).toBe(1);
    await expect.poll(() => own.reader().text()).toContain('WordNet 3.1');
  });
});
