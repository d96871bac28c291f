import { describe, expect, it, vi } from 'vitest';
import { createSpeakersPart } from '../../src/reader/speakers.ts';
import { createSpeakersSubject } from '../../src/reader/speakers-subject.ts';
import { cardOf, markOf, marksIn, markTerms, said, showConvoy, textsIn } from './glossary-stage.ts';
import { english } from './mounted-view.ts';
import { fakeReadAloud, named, summaryOf } from './speakers-stage.ts';
import { clickAsPerson, clickAsScript } from './trusted-click.ts';

describe('the marks', () => {
  it('are one for each term, at its first place that is no link, and none for a household name', async () => {
    const stage = await markTerms(showConvoy());
    expect(marksIn(stage)).toEqual(['b0 OCHA', 'b2 SRT', 'b2 PLO']);
    for (const words of ['OCHA', 'SRT', 'PLO']) {
      const mark = markOf(stage, words);
      expect([mark.role ?? mark.getAttribute('role'), mark.tabIndex, mark.getAttribute('aria-haspopup')]).toEqual([
        'button',
        0,
        'dialog',
      ]);
    }
  });

  it('say once what they do', async () => {
    const stage = await markTerms(showConvoy());
    const described = [...stage.view.root.querySelectorAll('[aria-describedby]')];
    expect(described.map(({ textContent }) => textContent)).toEqual(['OCHA']);
    const hint = stage.document.getElementById(described[0]?.getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toBe('Explained on a card');
  });

  it('leave the text as it is', async () => {
    const stage = showConvoy();
    const before = stage.shown.element.textContent;
    await markTerms(stage);
    expect(stage.shown.element.textContent).toBe(before);
  });

  it('follow the settings, and leave nothing behind', async () => {
    const stage = showConvoy();
    const before = stage.shown.element.innerHTML;
    await markTerms(stage);
    await stage.settings.change('termMarks', 'plain');
    expect(stage.shown.element.innerHTML).toBe(before);
    await stage.settings.change('termMarks', 'marked');
    expect(marksIn(stage)).toHaveLength(3);
  });

  it('leave out what the reader knows', async () => {
    const stage = await markTerms(showConvoy({}, (found) => [{ ...found, known: ['OCHA'] }]));
    expect(marksIn(stage)).toEqual(['b2 SRT', 'b2 PLO']);
  });

  it('share the text with the names of speakers, also the other way round', async () => {
    const stage = showConvoy();
    const speaker = { name: 'OCHA', mentions: [['b0', 'OCHA'] as [string, string]], says: [] };
    const summary = summaryOf(stage.article.blocks, [speaker]);
    const subject = createSpeakersSubject(stage.shown, async () => summary, fakeReadAloud());
    const speakers = createSpeakersPart({ document: stage.document, translate: english, settings: stage.settings });
    speakers.markNames(subject);
    await vi.waitFor(() => expect(stage.view.root.querySelector('.speaker-name')?.textContent).toBe('OCHA'));
    await markTerms(stage);
    expect(marksIn(stage)).toEqual(['b2 OCHA', 'b2 SRT', 'b2 PLO']);
    clickAsPerson(named(stage, '.speaker-name', 'OCHA'));
    clickAsPerson(markOf(stage, 'SRT'));
    expect(textsIn(stage.view.root, '[role="dialog"] h2')).toEqual(['SRT']);
  });
});

describe('a term that is marked late', () => {
  it('finds a place, also where all are taken as names of a speaker', async () => {
    const stage = await markTerms(showConvoy({}, (found) => [{ ...found, known: ['PLO'] }]));
    const speaker = { name: 'the PLO', mentions: [['b2', 'the PLO'] as [string, string]], says: [] };
    const summary = summaryOf(stage.article.blocks, [speaker]);
    const speakers = createSpeakersPart({ document: stage.document, translate: english, settings: stage.settings });
    speakers.markNames(createSpeakersSubject(stage.shown, async () => summary, fakeReadAloud()));
    await vi.waitFor(() => expect(stage.view.root.querySelector('.speaker-name')?.textContent).toBe('the PLO'));
    stage.part.toggle(stage.subject);
    await vi.waitFor(() => clickAsPerson(named(stage, '.glossary button', 'Explain again: PLO')));
    await vi.waitFor(() => expect(marksIn(stage)).toContain('b2 PLO'));
    expect(stage.view.root.querySelector('.speaker-name')).toBeNull();
  });
});

describe('the card of a term', () => {
  async function openCard(words: string, stage = showConvoy()) {
    await markTerms(stage);
    clickAsPerson(markOf(stage, words));
    return stage;
  }

  it('tells the term, its full name, kind and meaning, and who says so since when, all as text', async () => {
    const stage = await openCard('OCHA');
    const card = cardOf(stage);
    expect(stage.document.activeElement?.textContent).toBe('OCHA');
    expect(textsIn(card, '.card-question, .meaning > p')).toEqual([
      'What is this?',
      'UN Office for the Coordination of Humanitarian Affairs',
      'UN body',
      'The UN office that <b>organises</b> aid.',
      'Lectern’s glossary, as of January 2025',
    ]);
    expect(card?.querySelector<HTMLElement>('.meaning-text')?.lang).toBe('en');
  });

  it('quotes the article in its own language, and leads to the place and back', async () => {
    const stage = showConvoy();
    stage.article.language = 'fr';
    await openCard('SRT', stage);
    expect(textsIn(cardOf(stage), 'blockquote')).toEqual(['Skerrow Relief Trust']);
    expect(cardOf(stage)?.querySelector('blockquote')?.lang).toBe('fr');
    clickAsPerson(named(stage, '[role="dialog"] a', 'Skerrow'));
    expect(cardOf(stage)).toBeNull();
    expect(stage.document.activeElement?.textContent).toBe('Skerrow Relief Trust');
    expect(stage.highlights.textOf('lectern-place')).toEqual(['Skerrow Relief Trust']);
    expect(stage.view.pressKey('Backspace')).toBe(true);
    expect(stage.document.activeElement?.textContent).toBe('Skerrow Relief Trust');
    expect(cardOf(stage)?.contains(stage.document.activeElement)).toBe(true);
  });

  it('lists what the term may mean where nothing decides', async () => {
    const stage = await openCard('PLO');
    expect(textsIn(cardOf(stage), '.meaning-maybe')).toEqual(['May mean:']);
    expect(textsIn(cardOf(stage), '.meaning-list > li .meaning-name')).toEqual([
      'Palestine Liberation Organization',
      'port logistics officer',
    ]);
  });

  it('links to where else the article names the term', async () => {
    const stage = await openCard('OCHA');
    const links = textsIn(cardOf(stage), '.mention-list a');
    expect(links).toEqual([
      'According to OCHA, the envoy of the UN was perfidious.…',
      'OCHA and SRT wait for the PLO. The baker of…',
    ]);
    clickAsPerson(named(stage, '.mention-list a', 'According'));
    expect(stage.document.activeElement?.closest('[data-block]')?.getAttribute('data-block')).toBe('b1');
  });

  it('tells how many more places there are than it links to', async () => {
    const stage = showConvoy({}, ({ terms, known }) => {
      const many = terms.map((term) => ({
        ...term,
        mentions: [...term.mentions, ...Array.from({ length: 10 }, (_, start) => ({ block: 'b1', start, end: 13 }))],
      }));
      return [{ terms: many, known }];
    });
    await openCard('OCHA', stage);
    const items = textsIn(cardOf(stage), '.mention-list li');
    expect(items).toHaveLength(9);
    expect(items.at(-1)).toBe('and 4 more');
  });

  it.each(['Enter', ' '])('opens with the key %j, closes with Escape, and gives the focus back', async (key) => {
    const stage = await markTerms(showConvoy());
    markOf(stage, 'PLO').focus();
    expect(stage.view.pressKey(key)).toBe(true);
    expect(cardOf(stage)).not.toBeNull();
    expect(stage.view.pressKey('Escape')).toBe(true);
    expect(cardOf(stage)).toBeNull();
    expect(stage.document.activeElement).toBe(markOf(stage, 'PLO'));
    expect(stage.view.pressKey('Escape')).toBe(false);
  });

  it('opens for no script', async () => {
    const stage = await markTerms(showConvoy());
    clickAsScript(markOf(stage, 'OCHA'));
    expect(cardOf(stage)).toBeNull();
  });

  it('closes before the panel does', async () => {
    const stage = showConvoy();
    stage.part.toggle(stage.subject);
    await vi.waitFor(() => expect(stage.find('.glossary .term-list')).not.toBeNull());
    await openCard('OCHA', stage);
    stage.view.pressKey('Escape');
    expect(cardOf(stage)).toBeNull();
    expect(stage.find('.glossary').hidden).toBe(false);
    stage.view.pressKey('Escape');
    expect(stage.find('.glossary').hidden).toBe(true);
  });
});

describe('“I know this”', () => {
  it('takes the mark away, is told, and is undone in the same place', async () => {
    const stage = await markTerms(showConvoy());
    clickAsPerson(markOf(stage, 'OCHA'));
    const button = named(stage, '.know button', 'I know this');
    clickAsPerson(button);
    expect(stage.questions.tellKnown.mock.calls).toEqual([['OCHA', 'OCHA', true]]);
    expect(marksIn(stage)).toEqual(['b2 SRT', 'b2 PLO']);
    expect(button.textContent).toBe('Undo');
    await vi.waitFor(() => expect(said(stage)).toBe('“OCHA” will not be marked again.'));
    clickAsPerson(button);
    expect(stage.questions.tellKnown.mock.calls.at(-1)).toEqual(['OCHA', 'OCHA', false]);
    expect(marksIn(stage)).toEqual(['b0 OCHA', 'b2 SRT', 'b2 PLO']);
    await vi.waitFor(() => expect(said(stage)).toBe('“OCHA” will be explained again.'));
  });

  it('leaves the focus at the words when the card closes', async () => {
    const stage = await markTerms(showConvoy());
    const mark = markOf(stage, 'OCHA');
    clickAsPerson(mark);
    clickAsPerson(named(stage, '.know button', 'I know this'));
    stage.view.pressKey('Escape');
    expect(stage.document.activeElement).toBe(mark);
    expect([mark.getAttribute('role'), mark.tabIndex]).toEqual([null, -1]);
  });

  it('says where it could not be stored', async () => {
    const stage = await markTerms(showConvoy());
    stage.questions.tellKnown.mockRejectedValue(new Error('quota'));
    clickAsPerson(markOf(stage, 'OCHA'));
    clickAsPerson(named(stage, '.know button', 'I know this'));
    await vi.waitFor(() =>
      expect(textsIn(cardOf(stage), '.know-report')).toEqual(['The browser did not let Lectern remember this.']),
    );
  });
});

describe('“Look up on Wikipedia”', () => {
  async function lookUp() {
    const stage = await markTerms(showConvoy());
    clickAsPerson(markOf(stage, 'OCHA'));
    return { stage, button: named(stage, '.wikipedia button', 'Look up on Wikipedia: UN Office') };
  }

  it('asks on a press, and on none of a script', async () => {
    const { stage, button } = await lookUp();
    clickAsScript(button);
    expect(stage.questions.lookUpPage).not.toHaveBeenCalled();
    clickAsPerson(button);
    expect(stage.questions.lookUpPage.mock.calls).toEqual([['UN_Office', 'en']]);
  });

  it('shows the summary as text, with a link to its source and the licence', async () => {
    const { stage, button } = await lookUp();
    const address = 'https://en.wikipedia.org/wiki/UN_Office';
    stage.questions.lookUpPage.mockResolvedValue({
      status: 'found',
      title: 'UN Office',
      extract: 'It <i>helps</i>.',
      address,
      language: 'en',
      licence: 'CC BY-SA 4.0',
    });
    clickAsPerson(button);
    await vi.waitFor(() => expect(textsIn(cardOf(stage), '.wikipedia blockquote')).toEqual(['It <i>helps</i>.']));
    const link = named(stage, '.wikipedia a', 'UN Office on Wikipedia') as HTMLAnchorElement;
    expect([link.href, link.target, link.rel]).toEqual([address, '_blank', 'noopener noreferrer']);
    expect(textsIn(cardOf(stage), '.wikipedia .meaning-source')).toEqual(['Text: Wikipedia, CC BY-SA 4.0']);
    expect(stage.document.activeElement?.textContent).toContain('It <i>helps</i>.');
  });

  it.each([
    ['offline', 'wikipediaOffline'],
    ['not-found', 'wikipediaNotFound'],
    ['needs-permission', 'wikipediaNeedsPermission'],
    ['no-answer', 'wikipediaNoAnswer'],
  ] as const)('says plainly why there is none: %s', async (status, key) => {
    const { stage, button } = await lookUp();
    stage.questions.lookUpPage.mockResolvedValue({ status });
    clickAsPerson(button);
    await vi.waitFor(() => expect(textsIn(cardOf(stage), '.wikipedia p')).toEqual([english(key)]));
    await vi.waitFor(() => expect(said(stage)).toBe(english(key)));
  });
});
