import { describe, expect, it } from 'vitest';
import { showHarbour } from './listening-stage.ts';
import { clickAsPerson, clickAsScript } from './trusted-click.ts';

const collapsed = (texts: string[]) => texts.map((text) => text.replace(/\s+/g, ' '));

describe('the marks', () => {
  const heard = async (speechMarks: 'both' | 'sentence' | 'word' | 'none' = 'both') => {
    const stage = showHarbour({ settings: { speechMarks } });
    await stage.listen();
    stage.player().hear(3);
    const { article } = stage;
    const start = article.blocks[1]?.text.indexOf('colder') ?? 0;
    stage.player().listener.wordReached({ block: 'b1', start, end: start + 6 });
    const marked = () =>
      (['lectern-sentence', 'lectern-word'] as const).map((name) => collapsed(stage.highlights.textOf(name)));
    return { ...stage, marked };
  };
  const SENTENCE = '“It is colder than ever,” said Bethan Quill.';

  it.each([
    ['both', [[SENTENCE], ['colder']]],
    ['sentence', [[SENTENCE], []]],
    ['word', [[], ['colder']]],
    ['none', [[], []]],
  ] as const)('are as set: %s', async (setting, expected) => {
    expect((await heard(setting)).marked()).toEqual(expected);
  });

  it('follow the setting at once, stay while paused, and are found anew when text is wrapped', async () => {
    const { marked, settings, player, shown } = await heard();
    await settings.change('speechMarks', 'sentence');
    expect(marked()).toEqual([[SENTENCE], []]);
    player().pause();
    expect(marked()).toEqual([[SENTENCE], []]);
    await settings.change('speechMarks', 'word');
    const word = shown.content.querySelector('em');
    word?.replaceWith(word.cloneNode(true));
    expect(marked()).toEqual([[], ['']]);
    shown.shared.tellTextWrapped();
    expect(marked()).toEqual([[], ['colder']]);
  });

  it('mark the headline, which is no block', async () => {
    const { marked, player } = await heard();
    player().hear(0);
    expect(marked()).toEqual([['Harbour frozen'], []]);
  });

  it('mark nothing of what is spoken between', async () => {
    const { marked, player } = await heard();
    player().isAside = true;
    player().listener.sentenceReached(0);
    player().listener.wordReached({ block: 'b0', start: 0, end: 3 });
    expect(marked()).toEqual([[SENTENCE], ['colder']]);
  });
});

describe('the buttons at paragraphs', () => {
  it('read from there, are no Tab stops and change no text', async () => {
    const stage = showHarbour();
    const before = stage.shown.element.textContent;
    await stage.listen();
    expect(stage.shown.element.textContent).toBe(before);
    const made = [...stage.view.root.querySelectorAll<HTMLElement>('.listen-here')];
    expect(made).toHaveLength(6);
    expect(made.every(({ tabIndex }) => tabIndex === -1)).toBe(true);
    const sand = stage.press('Read from here: Bring sand.');
    clickAsScript(sand);
    expect(stage.player().asked.at(-1)).toBe('play');
    clickAsPerson(sand);
    await Promise.resolve();
    const number = stage.player().script.findIndex(({ span }) => span?.block === 'b3');
    expect(stage.player().asked.slice(-2)).toEqual([`go to ${number}`, 'play']);
  });

  it('follow the blocks when the article changes, at the next start', async () => {
    const stage = showHarbour();
    await stage.listen();
    stage.player().hear(3);
    stage.player().pause();
    const first = stage.shown.content.querySelector('[data-block="b0"]');
    const added = stage.document.createElement('p');
    added.dataset.block = 'back-0';
    added.textContent = 'A line that was put back.';
    first?.before(added);
    stage.article.blocks.unshift({ id: 'back-0', kind: 'paragraph', text: 'A line that was put back.' });
    const whole = stage.player().script.length;
    clickAsPerson(stage.press('Go on'));
    await expect.poll(() => stage.player().asked.at(-1)).toBe('play');
    expect(stage.player().asked).toContain(`load ${whole + 1} at 4`);
    expect(stage.press('Read from here: A line that was put back.')).toBeTruthy();
  });
});
