import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import data from '../../assets/article-head.json' with { type: 'json' };
import { compileArticleHead } from '../../src/article/article-head.ts';

const { patterns } = compileArticleHead(data);

test.each(Object.entries(data.patterns))('the pattern %s is well formed', (_, { form, words }) => {
  expect(form.split('%')).toHaveLength(2);
  const list = Object.values(words).flat();
  for (const word of list) {
    expect(word).toBe(word.trim());
    expect(() => new RegExp(word, 'iu')).not.toThrow();
    expect(new RegExp(`^(?:${word})$`, 'iu').test(''), word).toBe(false);
  }
  if (!Array.isArray(words))
    for (const [language, ofLanguage] of Object.entries(words)) {
      expect(Intl.getCanonicalLocales(language)).toEqual([language]);
      expect(new Set(ofLanguage).size).toBe(ofLanguage.length);
    }
});

test('names of meta elements are in lower case, as they are looked up', () => {
  for (const name of Object.values(data.metaNames).flat()) expect(name).toBe(name.toLowerCase());
});

test('every entity is the character that HTML has under its name', () => {
  for (const [name, character] of Object.entries(data.entities)) {
    const { textContent } = JSDOM.fragment(`&${name};`);
    expect(name === 'nbsp' ? ' ' : textContent, name).toBe(character);
  }
});

test.each([
  ['bylineLabel', ['By Nora Field', 'Von: Nora', '作者：林海', '(责编: 林海)'], ['Byron Field', 'Vonnegut', 'Author']],
  ['bylineRest', [' | 12 May', ', in News', ' 31 Jan', ' (dpa)'], [', Tom Reed', ' and Inez']],
  ['role', ['Political Editor', 'Reporters', 'Envoyé spécial'], ['Editorial Ltd', 'Marlow Bay']],
  ['account', ['Admin', '42', 'nora@bay.example'], ['Adminah Reed', 'Nora Field']],
  ['besideName', ['More from Nora', '→ Learn more', 'Alle Artikel', '기사 더보기'], ['Viewland Reed', 'Nora Field']],
  ['dateLabel', ['Nora Field posted on ', 'Nora Field, ', 'Nora Field am '], ['Nora Field', 'Jason Lemon']],
  ['kicker', ['article__kicker', 'c-over-line', 'TopLine'], ['headline', 'title']],
  ['authorPath', ['/authors/nora', 'https://bay.example/autor/nora'], ['/authority/', '/news/']],
  ['titleSeparator', [' | ', ' -- ', '：'], ['sea-wall', 'Wall: closed']],
  ['breadcrumb', ['nav main', 'li null', 'h1 c-Breadcrumbs'], ['div list', 'navigation x']],
  ['articleType', ['NewsArticle', 'https://schema.org/LiveBlogPosting'], ['Articles', 'WebPage']],
] as const)('the pattern %s tells apart', (name, known, unknown) => {
  for (const line of known) expect(patterns[name].test(line), line).toBe(true);
  for (const line of unknown) expect(patterns[name].test(line), line).toBe(false);
});
