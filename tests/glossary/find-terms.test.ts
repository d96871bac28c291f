import { describe, expect, it } from 'vitest';
import type { GlossaryEntry } from '../../src/glossary/entry.ts';
import { findTerms } from '../../src/glossary/find-terms.ts';
import { createMatcher } from '../../src/glossary/matcher.ts';
import type { Term } from '../../src/glossary/term.ts';
import { blocksOf, entry } from './glossary-of.ts';

const ENTRIES = [
  entry('Tarn Front', { also: ['al-Tarn Front'], kind: 'armed group' }),
  entry('OFW', { full: 'Ostian Fund for Walls' }),
  entry('no-fly zone'),
  entry('cease-fire'),
  entry('superdelegate'),
  entry('securities'),
  entry('People’s Lake Army'),
  entry('Houthi', { kind: 'people' }),
  entry('radicalisation'),
  entry('Café Council'),
  entry('UN Lake Board'),
  entry('OHO', { full: 'Ostian Health Office', match: 'caps-only' }),
  entry('Quartet', { match: 'caps-only' }),
  entry('bond', { match: 'with-cues', cues: ['interest', 'investor'] }),
  entry('Ostian Observatory for Rights', { short: ['Observatory'], cues: ['Ostia'] }),
  entry('Lakestan'),
  entry('UNLAB'),
  entry('AG', { full: 'Aktiengesellschaft' }),
  entry('Nets, Boats and Lakes'),
  entry('Boats Lakes'),
  entry('NetLeaks'),
];

function find(text: string, entries: readonly GlossaryEntry[] = ENTRIES, own: readonly GlossaryEntry[] = []): Term[] {
  return findTerms(blocksOf(text), createMatcher(entries, own)).terms;
}

/** Every mention in the words of the article. */
function mentionsIn(text: string, entries?: readonly GlossaryEntry[]): string[] {
  const blocks = new Map(blocksOf(text).map((block) => [block.id, block.text]));
  return find(text, entries).flatMap(({ mentions }) =>
    mentions.map(({ block, start, end }) => blocks.get(block)?.slice(start, end) ?? ''),
  );
}

describe('a term is found', () => {
  it.each([
    ['by its name', 'He joined the Tarn Front in May.', 'Tarn Front'],
    ['by another name', 'He joined al Tarn Front in May.', 'al Tarn Front'],
    ['by its full name', 'He works for the Ostian Fund for Walls.', 'Ostian Fund for Walls'],
    ['with stops in the acronym', 'He works for the O.F.W. today.', 'O.F.W.'],
    ['with another hyphen', 'They want a no fly zone.', 'no fly zone'],
    ['in capitals as a name', 'They want a No-Fly Zone.', 'No-Fly Zone'],
    ['at the head of a sentence', 'Cease-fire talks failed.', 'Cease-fire'],
    ['written together', 'The ceasefire held.', 'ceasefire'],
    ['in the plural', 'The superdelegates met.', 'superdelegates'],
    ['in the plural with a hyphen', 'Two no-fly zones were set up.', 'no-fly zones'],
    ['before a possessive', 'He is the Tarn Front’s cook.', 'Tarn Front'],
    ['with another apostrophe', "He left the People's Lake Army.", "People's Lake Army"],
    ['in the plural of a people', 'The Houthis fired.', 'Houthis'],
    ['in American spelling', 'They fear radicalization there.', 'radicalization'],
    ['without its accents', 'The Cafe Council met.', 'Cafe Council'],
    ['with accents taken apart', 'The Cafe\u0301 Council met.', 'Cafe\u0301 Council'],
    ['with soft hyphens', 'He joined the Tarn Fr\u00adont in May.', 'Tarn Fr\u00adont'],
    ['with the long name of a body in it', 'The United Nations Lake Board met.', 'United Nations Lake Board'],
    ['over a non-breaking space', 'He joined the Tarn\u00a0Front.', 'Tarn\u00a0Front'],
    ['before a hyphen', 'The Tarn Front-led men ran.', 'Tarn Front'],
    ['behind a name', 'Lakenets AG sold boats.', 'AG'],
    ['over its commas', 'Nets, Boats and Lakes met.', 'Nets, Boats and Lakes'],
    ['with other capitals', 'The Unlab met.', 'Unlab'],
    ['with fewer capitals', 'Netleaks told it.', 'Netleaks'],
  ])('%s', (_, text, mention) => {
    expect(mentionsIn(text)).toEqual([mention]);
  });

  it('as the longest that stands there', () => {
    const entries = [entry('Tarn'), entry('Tarn Front'), entry('Tarn Front Council')];
    expect(mentionsIn('The Tarn Front Council met.', entries)).toEqual(['Tarn Front Council']);
  });

  it('at every place, with the same id in every article', () => {
    const [term, ...others] = find('The Tarn Front met.\nThe OFW paid the Tarn Front.');
    expect(term?.mentions).toEqual([
      { block: 'b0', start: 4, end: 14 },
      { block: 'b1', start: 17, end: 27 },
    ]);
    expect(find('Ann left the Tarn Front.')[0]?.id).toBe(term?.id);
    expect(others.map(({ id }) => id)).toEqual(['OFW (Ostian Fund for Walls)']);
  });
});

describe('a term is not found', () => {
  it.each([
    ['in a line of capitals', 'TARN FRONT FIRES ON THE OFW AGAIN'],
    ['in a dateline', 'OFW, Ostia (Wire) — Rain fell all day over the lake.'],
    ['in a byline', 'By Ann Example of the Tarn Front'],
    ['in an address', 'See www.example.org/OFW or mail OFW@example.org or @OFW or #OFW.'],
    ['as a share’s symbol', 'Lake Nets (NYSE: OFW) fell.'],
    ['inside a longer name', 'She reads the OFW Times and the OFW News.'],
    ['behind a hyphen and a capital', 'The AB-OFW met.'],
    ['over the end of a sentence', 'She saw Tarn. Front rows were empty.'],
    ['in another case', 'The oho of the crowd and the tarn front.'],
    ['as a common word at the head of a sentence', 'Quartet players met.'],
    ['without a cue', 'The bond between them grew.'],
    ['by a short form alone', 'The Observatory opened its dome.'],
    ['as a singular that is another word', 'Their security failed.'],
    ['over a comma that it does not have', 'The Boats, Lakes and ponds.'],
    ['inside another word', 'Lakestanis met.'],
  ])('%s', (_, text) => {
    expect(mentionsIn(text)).toEqual([]);
  });

  it('in code and in the byline of the article', () => {
    const blocks = [
      { id: 'a', kind: 'code', text: 'The Tarn Front' },
      { id: 'b', kind: 'byline', text: 'The Tarn Front' },
    ];
    expect(findTerms(blocks, createMatcher(ENTRIES)).terms).toEqual([]);
  });
});

describe('what decides', () => {
  const SENSES = [
    entry('ICB', { full: 'International Cod Board', cues: ['fish', 'net'] }),
    entry('ICB', { full: 'International Cricket Bank', cues: ['wicket', 'bat'] }),
  ];
  const means = (text: string) =>
    find(text, SENSES).map(({ maybe, meanings }) => [maybe, ...meanings.map(({ fullName }) => fullName)]);

  it('the article’s own words', () => {
    expect(means('The International Cricket Bank (ICB) sold fish and nets. The ICB did.')[0]).toContain(
      'International Cricket Bank',
    );
    expect(means('The International Cricket Bank (ICB) sold fish. The ICB did.').flat()).not.toContain(
      'International Cod Board',
    );
  });

  it('the article’s own words against all entries', () => {
    const [term] = find('The Inner City Ballet (ICB) sold fish and nets.\nThe ICB did.', SENSES);
    expect(term?.meanings).toEqual([expect.objectContaining({ source: 'article', fullName: 'Inner City Ballet' })]);
  });

  it('cues anywhere in the article', () => {
    expect(means('The ICB met.\nAll fish was sold in one net.')).toEqual([[false, 'International Cod Board']]);
  });

  it('a cue that begins with the form itself', () => {
    const [first, second] = SENSES;
    if (!first || !second) throw new Error('there are two senses');
    const senses = [first, { ...second, cues: ['ICB news agency'] }];
    expect(find('He told the ICB news agency.', senses)[0]?.meanings).toEqual([
      expect.objectContaining({ fullName: 'International Cricket Bank' }),
    ]);
  });

  it('nothing, and both are told', () => {
    const [found] = means('The ICB met.');
    expect(found?.[0]).toBe(true);
    expect(found).toHaveLength(3);
    expect(means('The ICB met over fish and wickets.')[0]?.[0]).toBe(true);
  });

  it('a full name needs no cue, and lets its short form be found', () => {
    const entries = [entry('PD', { full: 'Pond District', match: 'with-cues', cues: ['duck'] })];
    expect(mentionsIn('The PD is small.', entries)).toEqual([]);
    expect(mentionsIn('The Pond District is small. The PD is wet.', entries)).toEqual(['Pond District', 'PD']);
  });

  it('a cue lets a common word be a term', () => {
    expect(mentionsIn('The bond pays interest.')).toEqual(['bond']);
  });

  it('a longer form or a cue lets a short form be one', () => {
    expect(mentionsIn('The Ostian Observatory for Rights counts. The Observatory said so.')).toHaveLength(2);
    expect(mentionsIn('Ostia burns. The Observatory said so.')).toEqual(['Observatory']);
  });

  it('the reader’s own glossary before Lectern’s', () => {
    const [term] = find('The Tarn Front met.', ENTRIES, [entry('Tarn Front', { is: 'My own words.', kind: '' })]);
    expect(term?.meanings).toEqual([
      expect.objectContaining({ source: 'reader', definition: 'My own words.', kind: null, asOf: null }),
    ]);
  });

  it('an acronym with cues of which the article has none may mean something else', () => {
    const [term] = find('The ICB met.', SENSES.slice(0, 1));
    expect(term?.maybe).toBe(true);
  });
});

describe('the article’s own words', () => {
  it('stand before the glossary’s, with their place', () => {
    const text = 'The Tarn Front, an armed group of fishermen, fired.';
    const [term] = find(text);
    expect(term?.meanings.map(({ source }) => source)).toEqual(['article', 'glossary']);
    expect(term?.meanings[0]?.definition).toBe('an armed group of fishermen');
    const { start = 0, end = 0 } = term?.meanings[0]?.place ?? {};
    expect(text.slice(start, end)).toBe('an armed group of fishermen');
  });

  it('explain what the glossary does not have', () => {
    const [term] = find('The Harbour Users Board (HUB) met.\nThe HUB left. All HUBs did.', []);
    expect(term).toMatchObject({ term: 'HUB', maybe: false, level: 1 });
    expect(term?.meanings).toEqual([expect.objectContaining({ source: 'article', fullName: 'Harbour Users Board' })]);
    expect(term?.mentions).toHaveLength(3);
  });
});

describe('bad input', () => {
  it('nothing at all', () => {
    expect(find('')).toEqual([]);
    expect(findTerms([], createMatcher([])).terms).toEqual([]);
  });

  it('two thousand acronyms, and a term said a hundred thousand times', () => {
    const acronyms = Array.from({ length: 2000 }, (_, index) => `Q${index.toString(36).toUpperCase()}X`);
    const entries = acronyms.map((term) => entry(term));
    expect(find(`We met ${acronyms.join(' and ')}.`, entries)).toHaveLength(2000);
    expect(find('the Tarn Front and '.repeat(100_000))[0]?.mentions).toHaveLength(100_000);
  });

  it('mixed scripts', () => {
    expect(mentionsIn('タル Tarn Front は OFW です。 фронт Tarn Front — קרן OFW.')).toEqual([
      'Tarn Front',
      'Tarn Front',
      'OFW',
      'OFW',
    ]);
  });
});
