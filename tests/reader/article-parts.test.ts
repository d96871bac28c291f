import { describe, expect, it, vi } from 'vitest';
import type { ViewParts } from '../../src/reader/article-parts.ts';
import { ArticleParts, type ArticlePartsPorts } from '../../src/reader/article-parts.ts';
import { NOBODY_SPEAKS } from '../../src/speakers/attribution.ts';
import { showConvoy } from './glossary-stage.ts';
import { summaryOf } from './speakers-stage.ts';

function showParts(changes: Partial<ArticlePartsPorts> = {}) {
  const stage = showConvoy();
  // jsdom paints nothing.
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run));
  const glossary = { toggle: vi.fn(), markTerms: vi.fn(async () => undefined), explainSelections: vi.fn() };
  const speakers = { toggle: vi.fn(), markNames: vi.fn() };
  const receipt = { toggle: vi.fn(), restore: vi.fn() };
  const listening = { toggle: vi.fn(), readAloud: vi.fn(async () => null), stopReadingAloud: vi.fn() };
  const loaded: string[] = [];
  const sayUnavailable = vi.fn();
  const appearance = { toggle: vi.fn() };
  const focus = { follow: vi.fn() };
  const syllables = { follow: vi.fn() };
  const views = { glossary, speakers, receipt, listening, appearance, focus, syllables } satisfies ViewParts;
  const parts = new ArticleParts({
    loadPart: async (name) => {
      loaded.push(name);
      return views[name];
    },
    sayUnavailable,
    settings: stage.settings,
    askSpeakers: async () => NOBODY_SPEAKS,
    glossary: stage.questions,
    ...changes,
  });
  parts.show(stage.shown, { address: 'https://bay.example', source: null });
  return { ...stage, ...views, parts, loaded, sayUnavailable };
}

describe('the parts of the view', () => {
  it('come for terms and speakers alone, terms first', async () => {
    const stage = showParts();
    const [block] = stage.article.blocks;
    const summary = summaryOf(block ? [block] : [], [{ name: 'OCHA', mentions: [['b0', 'OCHA']], says: [] }]);
    const both = showParts({ askSpeakers: async () => summary });
    await both.parts.mark();
    expect(both.loaded).toEqual(['glossary', 'speakers']);
    expect(both.glossary.markTerms).toHaveBeenCalledBefore(both.speakers.markNames);
    await stage.parts.mark();
    expect(stage.loaded).toEqual(['glossary']);
  });

  it('do not come where nothing is found', async () => {
    const stage = showParts();
    stage.questions.askTerms.mockResolvedValue({ terms: [], known: [] });
    await stage.parts.mark();
    expect(stage.loaded).toEqual([]);
  });

  it('do not come unasked for an article of immense length', async () => {
    const stage = showParts();
    stage.article.blocks.push({ id: 'long', kind: 'paragraph', text: 'word '.repeat(110_000) });
    await stage.parts.mark();
    expect(stage.questions.askTerms).not.toHaveBeenCalled();
    await stage.parts.toggle('glossary');
    expect(stage.glossary.toggle).toHaveBeenCalledOnce();
  });

  it('are told to those who ask, where they do not come', async () => {
    const stage = showParts({ loadPart: async () => null });
    await stage.parts.toggle('glossary');
    expect(stage.sayUnavailable).toHaveBeenCalledOnce();
  });

  it('come for listening when it is asked for, with the address under which the place is kept', async () => {
    const stage = showParts();
    await stage.parts.toggle('listening');
    expect(stage.loaded).toEqual(['listening']);
    expect(stage.listening.toggle.mock.calls[0]?.[0]).toMatchObject({
      address: 'https://bay.example',
      shown: stage.shown,
    });
  });

  it('explain what is selected from the first move of a person on, not of a script', async () => {
    const stage = showParts();
    stage.questions.askTerms.mockResolvedValue({ terms: [], known: [] });
    await stage.parts.mark();
    const { PointerEvent } = stage.document.defaultView ?? globalThis;
    stage.shown.content.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await Promise.resolve();
    expect(stage.loaded).toEqual([]);
    expect(stage.view.pressKey('ArrowDown')).toBe(false);
    await vi.waitFor(() => expect(stage.glossary.explainSelections).toHaveBeenCalledOnce());
  });
});
