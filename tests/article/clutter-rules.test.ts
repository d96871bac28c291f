import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import messages from '../../assets/_locales/en/messages.json' with { type: 'json' };
import { foldLetters } from '../../src/article/fold-letters.ts';
import { READING_DATA } from '../../src/article/reading-data.ts';
import { RULES } from './reading-tools.ts';

const CLUTTER_RULES = READING_DATA.clutter;

const FOLDER = join(import.meta.dirname, '../../assets/clutter');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

test('every file of the folder is used, and is named after its rule', () => {
  expect(CLUTTER_RULES.map(({ id }) => `${id}.json`).sort()).toEqual(FILES.sort());
});

test.each(CLUTTER_RULES.map((rule) => [rule.id, rule] as const))('the rule %s is well formed', (_, rule) => {
  expect(Object.keys(rule).sort()).toEqual(['id', 'marks', 'mostWords', 'names', 'phrases', 'reason']);
  expect(messages).toHaveProperty(rule.reason);
  for (const mark of [...rule.marks, ...rule.names]) expect(mark).toMatch(/^[\p{Ll}\p{N}]+(-[\p{Ll}\p{N}]+)*$/u);
  expect(new Set([...rule.marks, ...rule.names]).size).toBe(rule.marks.length + rule.names.length);
  for (const [language, phrases] of Object.entries(rule.phrases)) {
    expect(Intl.getCanonicalLocales(language)).toEqual([language]);
    expect(new Set(phrases).size).toBe(phrases.length);
    for (const phrase of phrases) {
      // As text is compared: lower case, single spaces, and not only a star, which would take everything.
      expect(phrase).toBe(phrase.toLowerCase().replace(/\s+/g, ' ').trim());
      expect(phrase.replace(/[^\p{L}\p{N}©]/gu, '').length, phrase).toBeGreaterThan(0);
      const sample = phrase.replaceAll('#', '7').replace(/[*~]/g, 'x y').trim();
      if (sample.split(' ').length <= rule.mostWords)
        expect(RULES.clutter.verdictOfText(sample), phrase).not.toBeNull();
    }
  }
});

test('no rule is written in two files', () => {
  const marks = CLUTTER_RULES.flatMap((rule) => [...rule.marks, ...rule.names]);
  expect(marks.filter((mark, index) => marks.indexOf(mark) !== index)).toEqual([]);
});

test.each([
  ['Advertisement', 'advertisement'],
  ['— ADVERTISEMENT —', 'advertisement'],
  ['Story continues below', 'advertisement'],
  ['Share this article:', 'share'],
  ['Read more: How the wall was built', 'related'],
  ['Lesen Sie auch: Der Deich', 'related'],
  ['Sign up for our newsletter', 'newsletter'],
  ['15 comments', 'comments'],
  ['Fehler gefunden?Hier melden.', 'comments'],
  ['Bay Brief: Subscribe to our news of the coast to get it in your inbox on Mondays.', 'newsletter'],
  ['CLICK HERE TO GET THE BAY HERALD APP', 'newsletter'],
  ['Recommended from Editorial', 'related'],
  ['© 2026 Bay Herald', 'copyright'],
])('the line "%s" is %s', (line, rule) => {
  expect(RULES.clutter.verdictOfText(line)?.rule).toBe(rule);
});

test.each([
  ['Alle Rechte vorbehalten. Auch die der Übersetzung', 'copyright'],
  ['Sie haben bereits ein Abo? Dann los', 'newsletter'],
])('the words behind a phrase may be a sentence of their own: "%s"', (line, rule) => {
  expect(RULES.clutter.verdictOfText(line)?.rule).toBe(rule);
});

test.each([
  'The advertisement was withdrawn after ninety replies.',
  'Share prices fell by nine per cent on Tuesday.',
  'Related companies were told to close as well.',
  'Facebook said on Monday that it would appeal.',
  'Comments by the minister led to laughter.',
  'Watch dealers along the front complained.',
  'Video from the scene shows waves over the wall.',
  'Read in full, the report is damning.',
  'Subscribers to the fund will be paid back in May.',
  'Following the storm, the market closed.',
  'The wall is 212 metres long.',
])('"%s" is the matter of an article', (line) => {
  expect(RULES.clutter.verdictOfText(line)).toBeNull();
});

test.each([
  ['share-buttons', 'share'],
  ['ArticleShareBar', 'share'],
  ['js_ad-slot--top', 'advertisement'],
  ['c-related__related-articles wide', 'related'],
  ['related', 'related'],
])('the class "%s" is %s', (names, rule) => {
  expect(RULES.clutter.verdictOfMarks(names)?.rule).toBe(rule);
});

test.each(['article-body', 'has-sharing', 'shareholder-story', 'header', 'unrelated-articles', 'loading', 'read'])(
  'the class "%s" is none',
  (names) => {
    expect(RULES.clutter.verdictOfMarks(names)).toBeNull();
  },
);

test('the README of the folder names every field', () => {
  const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
  for (const field of ['id', 'reason', 'marks', 'names', 'phrases', 'mostWords'])
    expect(readme).toContain(`\`${field}\``);
});

test.each([
  ['capitals and accents', 'À LIRE AUSSI', 'a lire aussi'],
  ['letters with loose accents', 'e\u0301te\u0301', 'ete'],
  ['the i without a dot', 'HABERİ PAYLAŞ, yazı', 'haberi paylas, yazi'],
  ['full-width forms and ligatures', 'ＰＲ ﬁlm', 'pr film'],
  ['vowel signs and long letters of Arabic', 'إِعْلَــان', 'اعلان'],
  ['the curly apostrophe', 'L’INFO', "l'info"],
])('%s are folded', (_, text, folded) => {
  expect(foldLetters(text)).toBe(folded);
});
