import { expect, test } from 'vitest';
import { type ClutterRule, prepareClutter } from '../../src/article/clutter-data.ts';
import { ClutterRules } from '../../src/article/clutter-rules.ts';
import { foldLetters } from '../../src/article/fold-letters.ts';
import { compileLineSigns } from '../../src/article/line-patterns.ts';
import { READING_DATA } from '../../src/article/reading-data.ts';
import { MATTER_OF_ARTICLES } from './matter-of-articles.ts';
import { PAGE_LINES } from './page-lines.ts';
import { RULES } from './reading-tools.ts';

/** What every file of phrases must cover; those where somebody sure of the language has written them come on top. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ru', 'tr', 'ar', 'ja', 'ko', 'zh'];

const FILES = READING_DATA.clutter.filter(({ phrases }) => Object.keys(phrases).length > 0);
const clutterOf = (rules: readonly ClutterRule[]) => new ClutterRules(prepareClutter(rules, new Set()));
const PATTERNS = compileLineSigns(READING_DATA.lineSigns)(null);

test.each(FILES.map((rule) => [rule.id, rule] as const))('the phrases of %s can be reviewed', (_, rule) => {
  expect(Object.keys(rule.phrases)).toEqual(expect.arrayContaining(LANGUAGES));
  for (const phrases of Object.values(rule.phrases)) {
    expect(phrases.length).toBeGreaterThan(0);
    expect(phrases).toEqual([...phrases].sort());
  }
  const folded = Object.values(rule.phrases).flat().map(foldLetters);
  expect(folded.filter((phrase, index) => folded.indexOf(phrase) !== index)).toEqual([]);
  for (const phrase of folded) expect(phrase).toMatch(/\p{L}|©|\(c\)|#.*#/u);
});

test.each(FILES.map((rule) => [rule.id, rule] as const))('no phrase of %s is covered by another', (_, rule) => {
  const phrases = Object.values(rule.phrases).flat();
  const wild = phrases
    .filter((phrase) => /[*~#]/.test(phrase))
    .map((phrase) => ({
      phrase,
      start: foldLetters(phrase).split(/[:?!؟]? ?[*~#]/)[0] ?? '',
    }));
  const made = new Map<string, ClutterRules>();
  const alone = (phrase: string) => {
    const rules =
      made.get(phrase) ?? clutterOf([{ ...rule, marks: [], names: [], mostWords: 60, phrases: { en: [phrase] } }]);
    made.set(phrase, rules);
    return rules;
  };
  const covered = phrases.flatMap((phrase) =>
    wild
      .filter((other) => other.phrase !== phrase && foldLetters(phrase).startsWith(other.start))
      .filter((other) => linesOf(phrase).every((line) => alone(other.phrase).verdictOfText(line) !== null))
      .map((other) => `${phrase} by ${other.phrase}`),
  );
  expect(covered).toEqual([]);
});

/** Lines that a phrase takes: without more words, with some, behind a colon, and as a sentence where it takes one. */
function linesOf(phrase: string): string[] {
  const numbered = phrase.replaceAll('#', '7');
  const few = numbered
    .replace(/^\* |: [*~]$| [*~]$/g, '')
    .replace(/ \* /g, ' ')
    .replace(/[*~]/g, '');
  const many = numbered.replace(/[*~]/g, 'xq zq');
  const lines = [few, many, many.replace(/ xq zq$/, ': xq zq'), numbered.replace(/[*~]/g, 'xq')];
  return phrase.includes('~') ? lines : [...lines, `${few}.`, `${many}.`];
}

test.each(Object.entries(MATTER_OF_ARTICLES))('what articles in "%s" say stays', (_, lines) => {
  expect(lines.filter((line) => RULES.clutter.verdictOfText(line) !== null)).toEqual([]);
  expect(lines.filter((line) => PATTERNS.note.test(line.toLowerCase()))).toEqual([]);
});

test.each(Object.entries(PAGE_LINES))('what pages in "%s" put around an article goes', (_, lines) => {
  const { byline, credit, note, ...clutter } = lines;
  for (const [rule, line] of Object.entries(clutter))
    expect(RULES.clutter.verdictOfText(line)?.rule, `${rule}: ${line}`).toBe(rule);
  expect(PATTERNS.byline.test(byline.toLowerCase()), byline).toBe(true);
  expect(PATTERNS.credit.test(credit.toLowerCase()), credit).toBe(true);
  expect(PATTERNS.note.test(note.toLowerCase()), note).toBe(true);
});

test('both lists of lines hold every language', () => {
  expect(Object.keys(MATTER_OF_ARTICLES)).toEqual(expect.arrayContaining(LANGUAGES));
  expect(Object.keys(PAGE_LINES)).toEqual(expect.arrayContaining(LANGUAGES));
});

test.each([
  'bylineWords',
  'creditLabels',
  'creditWords',
  'notePatterns',
  'timePatterns',
  'invitationPatterns',
] as const)('the %s of line-signs cover the languages, each entry once in a language', (field) => {
  const entries = READING_DATA.lineSigns[field];
  expect(Object.keys(entries)).toEqual(expect.arrayContaining(LANGUAGES));
  const all = Object.values(entries).flat();
  // A line is asked for the words of its own language and of these two, so languages that share a word each have it.
  const everywhere = ['und', 'en'].flatMap((language) => entries[language] ?? []);
  for (const [language, own] of Object.entries(entries)) {
    const known = ['und', 'en'].includes(language) ? everywhere : [...everywhere, ...own];
    expect(own.filter((entry) => known.indexOf(entry) !== known.lastIndexOf(entry))).toEqual([]);
  }
  for (const entry of all) expect(() => new RegExp(entry, 'u'), entry).not.toThrow();
  // Lines are tried in lower case.
  for (const entry of all) expect(entry.replace(/\\p\{\w+\}|\\[A-Za-z]/g, '')).not.toMatch(/\p{Lu}/u);
  // An empty alternative would take every line.
  for (const entry of all) expect(new RegExp(`^(?:${entry})$`, 'u').test(''), entry).toBe(false);
});

test.each([
  ['İLGİLİ HABERLER', 'related'],
  ['YAZI BOYUTU', 'share'],
  ['A LIRE AUSSI : la digue', 'related'],
  ['ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ', 'related'],
  ['إقرأ ايضاً: السد', 'related'],
  ['यह भी पढ़ें', 'related'],
  ['Comments (1,204)', 'comments'],
  ['What do you think?', 'comments'],
  ['コメント（12）', 'comments'],
])('"%s" is known with other letters, marks and numbers than the phrase has', (line, rule) => {
  expect(RULES.clutter.verdictOfText(line)?.rule).toBe(rule);
});

test('a line without spaces is too long for a phrase as well', () => {
  const share = clutterOf(READING_DATA.clutter.filter(({ id }) => id === 'share'));
  expect(share.verdictOfText('分享到微信朋友圈')).not.toBeNull();
  expect(share.verdictOfText(`分享到${'水位上涨之后堤坝附近的居民被转移到学校'.repeat(3)}`)).toBeNull();
});
