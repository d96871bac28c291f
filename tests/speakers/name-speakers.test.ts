import { describe, expect, it } from 'vitest';
import { nameSpeakers } from '../../src/speakers/name-speakers.ts';
import { readParagraphs } from '../../src/speakers/read-paragraphs.ts';
import { readMarked } from './marked-statements.ts';

/** Who says each statement of a marked text, a source without a name in brackets. */
function speakersOf(marked: string): (string | null)[] {
  const { prose, statements } = readMarked(marked);
  const { sources, sourceOf } = nameSpeakers(prose.text, readParagraphs(prose, 'en'), statements);
  return sourceOf.map((number) => {
    const source = number === null ? undefined : sources[number];
    if (source === undefined) return null;
    return source.named ? source.name : `(${source.name})`;
  });
}

/** Who says the last statement. */
const last = (marked: string) => speakersOf(marked).at(-1);

describe('the name in a source', () => {
  it.each<[construction: string, marked: string, name: string | null]>([
    ['a name alone', '<1Maren Oldcastle> said [1the quay was closed].', 'Maren Oldcastle'],
    ['a role before it', 'So <1harbour master Maren Oldcastle> said [1the quay was closed].', 'Maren Oldcastle'],
    ['a title', 'So <1Cllr Maren Oldcastle> said [1the quay was closed].', 'Maren Oldcastle'],
    ['an office with "of"', '<1Secretary of State Maren Oldcastle> said [1it was closed].', 'Maren Oldcastle'],
    [
      'an office for a field',
      '<1Minister of State for Ports Maren Oldcastle> said [1it was closed].',
      'Maren Oldcastle',
    ],
    ['a bare noun behind "of"', '<1head of harbours Maren Oldcastle> said [1it was closed].', 'Maren Oldcastle'],
    ['a suffix', '<1Maren Oldcastle Jr.> said [1the quay was closed].', 'Maren Oldcastle'],
    ['letters behind it', 'So <1Maren Oldcastle MP> said [1the quay was closed].', 'Maren Oldcastle'],
    ['a particle', '<1Joost van der Plank> said [1the quay was closed].', 'Joost van der Plank'],
    ['an Arabic article', 'So <1Samir al-Hakawati> said [1the quay was closed].', 'Samir al-Hakawati'],
    ['initials', 'So <1P. J. O’Quill> said [1the quay was closed].', 'P. J. O’Quill'],
    ['a nickname', '<1Robert “Bob” Tarn> said [1the quay was closed].', 'Robert “Bob” Tarn'],
    ['age and place', '<1Maren Oldcastle, 34, of Little Wick,> said [1it was closed].', 'Maren Oldcastle'],
    ['an apposition', '<1Maren Oldcastle, who runs Wick Ferries,> said [1it was closed].', 'Maren Oldcastle'],
    ['a body behind "of"', '<1Maren Oldcastle of the Dockers Union> said [1it was closed].', 'Maren Oldcastle'],
    ['kin first', 'He left. <1His sister, Maren Oldcastle,> said [1it was closed].', 'Maren Oldcastle'],
    ['kin with one name', 'He left. <1His sister, Maren,> said [1it was closed].', 'Maren'],
    ['a spokesman first', '<1A spokesman for Wick Ferries, Ivo Tarn,> said [1it was closed].', 'Ivo Tarn'],
    ['a body’s spokesman', '<1Wick Ferries spokesman Ivo Tarn> said [1it was closed].', 'Ivo Tarn'],
    ['initials in brackets', '<1Wick Port Authority (WPA) spokesman Ivo Tarn> said [1it was closed].', 'Ivo Tarn'],
    ['a possessive before it', '<1The paper’s Ivo Tarn> said [1it was closed].', 'Ivo Tarn'],
    ['a possessive behind it', '<1Ivo Tarn’s> claim [1that it was closed] was wrong.', 'Ivo Tarn'],
    ['two people', '<1Ivo Tarn and Maren Oldcastle> said [1it was closed].', 'Ivo Tarn'],
    ['a name given in a clause', '<1A docker who gave his name only as Ivo> said [1it was closed].', 'Ivo'],
    ['a day behind it', 'But <1Mayor Ivo Tarn on Thursday> said [1it was closed].', 'Ivo Tarn'],
    ['a body', '<1The Wick Port Authority> said [1it was closed].', 'Wick Port Authority'],
    [
      'a body with “of” and “for”',
      '<1The Institute for Tidal Studies> said [1it was closed].',
      'Institute for Tidal Studies',
    ],
    ['its report', '<1A report from Tarn Securities> said [1it was closed].', 'Tarn Securities'],
    ['a body in apposition', '<1Its insurer, Midwick Mutual,> said [1it was closed].', 'Midwick Mutual'],
    ['a nation’s force', '<1The Danish navy> said [1it was closed].', 'Danish navy'],
    ['a family name in -ist', 'So <1Kerstin Nyqvist of Sweden> said [1it was closed].', 'Kerstin Nyqvist'],
  ])('%s', (_, marked, name) => expect(last(marked)).toBe(name));
});

describe('a source without a name', () => {
  it.each<[construction: string, marked: string, words: string]>([
    ['a spokesman', '<1a spokesman for the ministry> said [1it was closed].', '(a spokesman for the ministry)'],
    ['somebody’s spokesman', '<1a spokesman for Ivo Tarn> said [1it was closed].', '(a spokesman for Ivo Tarn)'],
    ['somebody’s office', '<1Ivo Tarn’s office> said [1it was closed].', '(Ivo Tarn’s office)'],
    ['a campaign', '<1the Tarn campaign> said [1it was closed].', '(the Tarn campaign)'],
    ['many', '<1Experts and brokerages> said [1it was closed].', '(Experts and brokerages)'],
    ['a capital alone makes no name', '<1Critics> said [1it was closed].', '(Critics)'],
    [
      'a day is not part of it',
      '<1the president of Wickland on Monday> said [1it was closed].',
      '(the president of Wickland)',
    ],
  ])('%s', (_, marked, words) => expect(last(marked)).toBe(words));

  it('keeps its number when it comes again', () => {
    const { prose, statements } = readMarked(
      '<1A commander by telephone> said [1the road was open]. <2The commander> said [2it was quiet].',
    );
    expect(nameSpeakers(prose.text, readParagraphs(prose, 'en'), statements).sourceOf).toEqual([0, 0]);
  });
});

describe('short forms', () => {
  it.each<[construction: string, marked: string, name: string]>([
    ['the family name', 'Maren Oldcastle came. <1Oldcastle> said [1it was closed].', 'Maren Oldcastle'],
    ['the first name', 'Maren Oldcastle came. <1Maren> said [1it was closed].', 'Maren Oldcastle'],
    ['the nickname', 'Elizabeth Tarn came. He likes Liz. So <1Liz> said [1it was closed].', 'Elizabeth Tarn'],
    ['two names of three', 'Rami Abdel Tarn came. <1Abdel Tarn> said [1it was closed].', 'Rami Abdel Tarn'],
    ['without the article', 'Samir al-Hakawati came. <1Hakawati> said [1it was closed].', 'Samir al-Hakawati'],
    ['in capitals', 'Maren Oldcastle came.\n<1OLDCASTLE>: [1It was closed.]', 'Maren Oldcastle'],
    ['a plural-looking name', 'Ivo Tarners came. <1Tarners> said [1it was closed].', 'Ivo Tarners'],
    ['initials', 'The World Tide Organization met. <1The WTO> said [1it was closed].', 'World Tide Organization'],
    ['in brackets', 'The Wickland Revenue Service (Wirs) met. <1Wirs> said [1so].', 'Wickland Revenue Service'],
    ['a body’s noun', 'The Wickland Observatory met. <1The Observatory> said [1so].', 'Wickland Observatory'],
    ['the name comes later', '<1Oldcastle> said [1so]. They know Maren Oldcastle.', 'Maren Oldcastle'],
  ])('%s', (_, marked, name) => expect(last(marked)).toBe(name));

  it('tells two people of one family name apart by title and by who was named last', () => {
    const article = 'The baker Ivo Tarn met Mrs Ada Tarn. Mr Tarn left first. ';
    expect(last(`${article}<1Mrs Tarn> said [1it rained].`)).toBe('Ada Tarn');
    expect(last('Ada Tarn sang. Ivo Tarn danced. <1Tarn> said [1it rained].')).toBe('Ivo Tarn');
  });

  it('does not make a country the short form of a body that is named after it', () => {
    expect(last('The Friends of Namibia met. <1Namibia> said [1it was closed].')).toBe('Namibia');
  });
});

describe('pronouns', () => {
  it.each<[construction: string, marked: string, name: string | null]>([
    ['who spoke before', '<1Ivo Tarn> said [1no]. [2“We wait,”] <2he> said.', 'Ivo Tarn'],
    ['by the title', 'Mr Ivo Tarn met Mrs Ada Quill. <1She> said [1it rained].', 'Ada Quill'],
    ['by the role', 'The fishermen met. Spokeswoman Ada Quill met Ivo Tarn. <1She> said [1it rained].', 'Ada Quill'],
    ['by kin', 'Ivo Tarn came with his wife, Ada Quill. <1She> said [1it rained].', 'Ada Quill'],
    ['the subject', 'Ivo Tarn was shown the letter by Ada Quill. <1He> said [1it was old].', 'Ivo Tarn'],
    ['not the owner of a noun', 'Hawks head Ivo Tarn came. <1He> said [1it rained].', 'Ivo Tarn'],
    ['behind “who”', 'So said Ivo Tarn, a forester, <1who> thinks [1it will rain].', 'Ivo Tarn'],
    ['not behind “supporters of … who”', 'He met supporters of Ivo Tarn <1who> think [1it will rain].', null],
    ['the author', 'Ivo Tarn came. <1I> think [1it will rain].', null],
    ['a body', '<1The Wick Port Authority> said [1no]. <2It> said [2the quay was closed].', 'Wick Port Authority'],
    ['a group', '<1Two dockers> said [1no]. <2They> said [2the quay was closed].', '(Two dockers)'],
  ])('%s', (_, marked, name) => expect(last(marked)).toBe(name));

  it('does not guess by a first name: one candidate is the one, whatever the name', () => {
    expect(last('Ada Quill came. <1He> said [1it rained].')).toBe('Ada Quill');
  });
});

describe('words that stand for somebody named', () => {
  it.each<[construction: string, marked: string, name: string]>([
    ['the role', 'Defence minister Ada Quill met Ivo Tarn. <1The minister> said [1no].', 'Ada Quill'],
    ['a role in apposition', 'Ada Quill, a baker, met Ivo Tarn, 41, a diver. <1The baker> said [1no].', 'Ada Quill'],
    ['the age', 'Ivo Tarn, 41, met Ada Quill, 29, in Wick. <1The 41-year-old> said [1no].', 'Ivo Tarn'],
    ['what a title means', 'Sgt Ada Quill met Ivo Tarn. <1The sergeant> said [1no].', 'Ada Quill'],
    ['before the name comes', '<1A judge> said [1no].\nJudge Ada Quill spoke in Wick.', 'Ada Quill'],
    ['something new of the last one', 'Ivo Tarn was there. <1The mother-of-two> said [1no].', 'Ivo Tarn'],
    ['a body', 'Wick Ferries is big. Wick Ferries sails. <1The company> said [1no].', 'Wick Ferries'],
  ])('%s', (_, marked, name) => expect(last(marked)).toBe(name));

  it('does not take the judge of one article for a person who is no judge', () => {
    expect(last('Ivo Tarn, a diver, was there. <1The judge> said [1no].')).toBe('(The judge)');
  });
});

describe('statements without a source', () => {
  it.each<[construction: string, marked: string, name: string | null]>([
    ['a quotation goes on', '<1Ivo Tarn> said: [1“No.]\n[0“Never.”]', 'Ivo Tarn'],
    ['a paragraph that is all quotation', '[1“No,”] said <1Ivo Tarn>.\n[2“It is old. It leaks.”]', 'Ivo Tarn'],
    ['the sentence before', 'Ivo Tarn was furious. [1“It leaks.”]', 'Ivo Tarn'],
    ['a sentence behind', '[1“It leaks.”] Ivo Tarn tells it calmly.', 'Ivo Tarn'],
    ['a pronoun in the sentence before', '<1Ada Quill> said [1no]. She laughed. [2“It leaks.”]', 'Ada Quill'],
    ['paraphrase: nobody', 'Ivo Tarn was furious. It was said that [1the wall leaks].', null],
  ])('%s', (_, marked, name) => expect(last(marked)).toBe(name));

  it('finds the words of a headline further down', () => {
    expect(
      speakersOf('[1‘It leaks like a sieve’]\nWick is wet.\n[2“It leaks like a sieve,”] said <2Ivo Tarn>.'),
    ).toEqual(['Ivo Tarn', 'Ivo Tarn']);
  });
});

it('does not give a question to whoever was asked it', () => {
  const { prose, statements } = readMarked('<1Ivo Tarn> was asked [1“Does it leak?”]');
  const start = prose.text.indexOf('was asked');
  const asked = statements.map((statement) => ({ ...statement, cue: [start, start + 'was asked'.length] as const }));
  expect(nameSpeakers(prose.text, readParagraphs(prose, 'en'), asked).sourceOf).toEqual([null]);
});

describe('what is no name', () => {
  it.each<[construction: string, marked: string]>([
    ['a dateline', 'WICK (Agency) - Rain fell. <1He> said [1it was wet].'],
    ['a law', 'The Harbour Dues Act was read. <1He> said [1it was long].'],
    ['the first word of a sentence', 'Reluctantly it closed. Losing is hard. <1She> said [1no].'],
    ['a place', 'It rained in Wick. <1She> said [1no].'],
  ])('%s', (_, marked) => expect(last(marked)).toBe(null));
});

describe('the list of sources', () => {
  it('gives the fullest name, every mention of it, and only words of the text', () => {
    const { prose, statements } = readMarked(
      '<1Tarn> said [1no]. Mr Tarn sat down. “Ivo Tarn is late,” it went. <2He> said [2yes].',
    );
    const { sources, sourceOf } = nameSpeakers(prose.text, readParagraphs(prose, 'en'), statements);
    expect(sourceOf).toEqual([0, 0]);
    expect(sources[0]?.name).toBe('Ivo Tarn');
    expect(sources[0]?.mentions.map((range) => prose.text.slice(...range))).toEqual(['Tarn', 'Tarn', 'Ivo Tarn']);
  });

  it('has nobody where nobody speaks, and no time before a name', () => {
    const { prose, statements } = readMarked(
      '<1Nobody> can say [1who it is]. <2In September both sides> promised [2peace].',
    );
    const { sources, sourceOf } = nameSpeakers(prose.text, readParagraphs(prose, 'en'), statements);
    expect(sourceOf).toEqual([null, 0]);
    expect(sources[0]?.name).toBe('both sides');
  });

  it('comes to an end with a very long transcript', () => {
    // With work that grows with the square of the length, the runner would give this test up long before its end.
    const COUNT = 20_000;
    let text = '';
    const paragraphs: [number, number][] = [];
    const statements = Array.from({ length: COUNT }, (_, index) => {
      const name = index % 2 ? 'QUILL' : 'TARN';
      const { prose, statements: own } = readMarked(`<1${name}>: [1I think Ivo Tarn said he met Ada Quill of Wick.]`);
      const at = text.length;
      text += `${prose.text}\n`;
      paragraphs.push([at, text.length - 1]);
      return own.map((statement) => ({
        ...statement,
        content: statement.content.map(([start, end]): [number, number] => [start + at, end + at]),
        source: statement.source && ([statement.source[0] + at, statement.source[1] + at] as const),
      }));
    }).flat();
    const { sourceOf } = nameSpeakers(text, readParagraphs({ text, paragraphs }, 'en'), statements);
    expect(sourceOf).toHaveLength(COUNT);
  });
});
