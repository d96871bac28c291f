import { describe, expect, it, vi } from 'vitest';
import type { DictionaryAnswer } from '../../src/glossary/dictionary.ts';
import { type ConvoyStage, cardOf, marksIn, markTerms, said, showConvoy, textsIn } from './glossary-stage.ts';
import { named } from './speakers-stage.ts';
import { clickAsPerson, clickAsScript } from './trusted-click.ts';

const senses = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    definition: `sense ${index + 1}`,
    example: index ? null : 'for one',
  }));
const BREAK: DictionaryAnswer = {
  entries: [{ lemma: 'break', parts: [{ partOfSpeech: 'verb', senses: senses(59) }] }],
};

async function explain(words: string, block?: string, stage = showConvoy()): Promise<ConvoyStage> {
  stage.part.explainSelections(stage.subject);
  await stage.select(words, block);
  clickAsPerson(stage.find('.explain button'));
  await vi.waitFor(() => expect(cardOf(stage)).not.toBeNull());
  return stage;
}

describe('what is selected', () => {
  it('is offered to be explained, without a move of the focus, and told once to those who listen', async () => {
    const stage = showConvoy();
    stage.part.explainSelections(stage.subject);
    const before = stage.document.activeElement;
    await stage.select('perfidious');
    expect(stage.document.activeElement).toBe(before);
    expect(named(stage, '.explain button', 'Explain').getAttribute('aria-keyshortcuts')).toBe('Enter');
    await vi.waitFor(() => expect(said(stage)).toBe('The key Enter explains what is selected.'));
    clickAsScript(stage.find('.explain button'));
    expect(stage.questions.lookUpWord).not.toHaveBeenCalled();
  });

  it('is explained with the key, but where the key has a use of its own', async () => {
    const stage = await markTerms(showConvoy());
    stage.part.explainSelections(stage.subject);
    await stage.select('perfidious');
    stage.find('.content a').focus();
    expect(stage.view.pressKey('Enter')).toBe(false);
    stage.find('.content a').blur();
    expect(stage.view.pressKey('Enter')).toBe(true);
    await vi.waitFor(() => expect(cardOf(stage)).not.toBeNull());
  });

  it('is a word that was pressed, where the settings offer that', async () => {
    const stage = showConvoy();
    stage.part.explainSelections(stage.subject);
    const paragraph = stage.find('[data-block="b1"]');
    const press = async () => {
      const text = [...paragraph.childNodes].find((node) => node.textContent?.includes('perfidious'));
      stage.document.getSelection()?.setPosition(text ?? null, text?.textContent?.indexOf('fidious') ?? 0);
      stage.document.dispatchEvent(new (stage.document.defaultView ?? globalThis).Event('selectionchange'));
      await new Promise((resolve) => setTimeout(resolve, 300));
    };
    await press();
    expect(stage.view.root.querySelector('.explain')).toBeNull();
    await stage.settings.change('hardWords', 'on');
    await press();
    clickAsPerson(stage.find('.explain button'));
    await vi.waitFor(() => expect(textsIn(cardOf(stage), 'h2')).toEqual(['perfidious']));
  });

  it('is not offered where it is a passage', async () => {
    const stage = showConvoy();
    stage.part.explainSelections(stage.subject);
    await stage.select('bread', 'b2');
    const selection = stage.document.getSelection();
    selection?.selectAllChildren(stage.find('[data-block="b1"]'));
    stage.document.dispatchEvent(new (stage.document.defaultView ?? globalThis).Event('selectionchange'));
    await vi.waitFor(() => expect(stage.view.root.querySelector('.explain')).toBeNull());
    expect(stage.view.pressKey('Enter')).toBe(false);
  });

  it('is a term where it lies in one, or holds one', async () => {
    const whole = await explain('the envoy of the', 'b1');
    expect(textsIn(cardOf(whole), '.card-question')).toEqual(['What does this mean?']);
    const part = await explain('SRT', 'b2');
    expect(textsIn(cardOf(part), '.card-question, h2')).toEqual(['What is this?', 'SRT']);
  });
});

describe('the card of a word', () => {
  it('looks the word up, and names its source', async () => {
    const stage = showConvoy();
    stage.questions.lookUpWord.mockResolvedValue(BREAK);
    await explain('perfidious', 'b1', stage);
    await vi.waitFor(() => expect(textsIn(cardOf(stage), '.headword h3, h4')).toEqual(['break', 'verb']));
    expect(stage.questions.lookUpWord.mock.calls).toEqual([['perfidious', false]]);
    expect(textsIn(cardOf(stage), '.meaning-source')).toEqual(['From the dictionary WordNet 3.1']);
    expect(textsIn(cardOf(stage), '.headword > ol p')).toEqual([
      'sense 1',
      'Example: for one',
      'sense 2',
      'sense 3',
      'sense 4',
    ]);
    expect(textsIn(cardOf(stage), 'summary')).toEqual(['55 more meanings']);
    expect(cardOf(stage)?.querySelector<HTMLOListElement>('details ol')?.start).toBe(5);
  });

  it('knows that a sentence begins with the word', async () => {
    const stage = await explain('The', 'b0');
    await vi.waitFor(() => expect(stage.questions.lookUpWord.mock.calls).toEqual([['The', true]]));
    await vi.waitFor(() => expect(textsIn(cardOf(stage), '.word-answer')).toEqual(['Not in the dictionary.']));
  });

  it('looks no name up', async () => {
    const stage = await explain('Tarnwick', 'b2');
    expect(textsIn(cardOf(stage), '.word-answer')).toEqual(['Names are not in the dictionary.']);
    expect(stage.questions.lookUpWord).not.toHaveBeenCalled();
  });

  it('looks up no word of another language', async () => {
    const stage = showConvoy();
    stage.article.language = 'de';
    await explain('perfidious', 'b1', stage);
    expect(textsIn(cardOf(stage), '.word-answer')).toEqual(['The dictionary has English words only.']);
    expect(stage.questions.lookUpWord).not.toHaveBeenCalled();
  });

  it('gives the focus back to the words, and leaves nothing around them', async () => {
    const stage = showConvoy();
    const before = stage.shown.element.innerHTML;
    await explain('perfidious', 'b1', stage);
    stage.view.pressKey('Escape');
    expect(stage.document.activeElement?.textContent).toBe('perfidious');
    (stage.document.activeElement as HTMLElement).blur();
    expect(stage.shown.element.innerHTML).toBe(before);
  });
});

describe('“Add to my glossary”', () => {
  async function openForm(stage = showConvoy()) {
    await explain('perfidious', 'b1', stage);
    clickAsPerson(named(stage, '.own-term-frame button', 'Add to my glossary'));
    return stage;
  }

  it('keeps the word with the meaning that the reader writes, and marks it from then on', async () => {
    const stage = await openForm();
    expect(stage.document.activeElement?.localName).toBe('textarea');
    expect((stage.find('.own-term input') as HTMLInputElement).value).toBe('perfidious');
    (stage.find('.own-term textarea') as HTMLTextAreaElement).value = ' not to be trusted ';
    const [first] = stage.found.terms;
    const mention = { block: 'b1', start: 44, end: 54 };
    const [own] = first ? [{ ...first, id: 'own', term: 'perfidious', mentions: [mention], shortForm: null }] : [];
    stage.questions.askTerms.mockResolvedValue({ terms: own ? [own] : [], known: [] });
    clickAsPerson(named(stage, '.own-term button', 'Save'));
    await vi.waitFor(() => expect(marksIn(stage)).toHaveLength(1));
    expect(stage.questions.keepOwnTerm.mock.calls).toEqual([['perfidious', 'not to be trusted']]);
    await vi.waitFor(() => expect(said(stage)).toBe('“perfidious” is in your glossary now.'));
    expect(stage.document.activeElement?.textContent).toBe('“perfidious” is in your glossary now.');
  });

  it('asks for what is missing', async () => {
    const stage = await openForm();
    clickAsPerson(named(stage, '.own-term button', 'Save'));
    expect(stage.questions.keepOwnTerm).not.toHaveBeenCalled();
    expect(stage.document.activeElement?.localName).toBe('textarea');
    expect(textsIn(cardOf(stage), '.form-report')).toEqual(['Both fields need some words.']);
  });

  it.each([
    ['full', 'Your glossary is full.'],
    ['not-stored', 'The browser did not let Lectern save this.'],
  ] as const)('says what went wrong (%s) and loses nothing', async (answer, words) => {
    const stage = await openForm();
    stage.questions.keepOwnTerm.mockResolvedValue(answer);
    const field = stage.find('.own-term textarea') as HTMLTextAreaElement;
    field.value = 'not to be trusted';
    clickAsPerson(named(stage, '.own-term button', 'Save'));
    await vi.waitFor(() => expect(textsIn(cardOf(stage), '.form-report')[0]).toContain(words));
    expect([field.value, stage.find('.own-term').hidden]).toEqual(['not to be trusted', false]);
  });

  it('takes no key from what is typed', async () => {
    const stage = await openForm();
    expect(['Enter', ' ', 'Backspace'].map((key) => stage.view.pressKey(key))).toEqual([false, false, false]);
  });
});
