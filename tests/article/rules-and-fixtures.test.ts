import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, test } from 'vitest';
import type { BlockKind } from '../../src/article/article.ts';
import type { BlockMark } from '../../src/article/block-marks.ts';
import type { LinePatterns, LineRules } from '../../src/article/line-patterns.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { readText } from '../../src/article/read-text.ts';
import { READING_DATA } from '../../src/article/reading-data.ts';
import { compileRules, type ReadingRules } from '../../src/article/reading-rules.ts';
import { STRUCTURAL } from '../../src/article/structural-rules.ts';
import { PARAGRAPHS, pageOf } from './page.ts';
import { RULES } from './reading-tools.ts';

// Every rule has a fixture that fails without it: here each rule is switched off, and the fixture must be read
// differently. What each fixture is read as at all, fixtures.test.ts holds.
const FIXTURES = join(import.meta.dirname, '../fixtures/article');
const SOURCES = join(import.meta.dirname, '../../src/article');

interface Expected {
  blocks: { kind: BlockKind; text: string }[];
  removed: { rule: string; text: string }[];
}

/** A plain text is a page of its own kind, and no fixture: its rules are shown here. */
const TEXTS: Readonly<Record<string, string>> = {
  'broken-teaser': [...PARAGRAPHS, 'Who built “the wall”? .'].join('\n\n'),
  'caption-without-picture': [
    ...PARAGRAPHS,
    'The chair of the harbour committee beside the cracked wall in Marlow Bay',
  ].join('\n\n'),
};

/** What tells a block: marks or words of the data, without which it must be read otherwise, or its place alone. */
type Sign = { marks: BlockMark } | { words: keyof LinePatterns } | 'place';

/** What a block is typed as, by what tells it: the fixture that shows it, and how the block begins there. */
const TYPED: readonly [kind: BlockKind, fixture: string, text: string, sign: Sign][] = [
  ['caption', 'rule-caption-by-marks', 'The oven in Mill Street', { marks: 'caption' }],
  ['caption', 'rule-caption-under-picture', 'The ferry at the old pier', 'place'],
  ['caption', 'rule-caption-alone-with-picture', 'The steps are heated', 'place'],
  ['caption', 'rule-caption-split-from-picture', 'Trees beside the path', 'place'],
  ['caption', 'rule-caption-by-credit', 'Photo: Nora Field', { words: 'credit' }],
  ['byline', 'rule-byline-by-marks', 'Great Skell and the islands', { marks: 'byline' }],
  ['byline', 'rule-byline-by-words', 'By our reporter', { words: 'byline' }],
  ['byline', 'rule-byline-by-time', '4 hours ago', { words: 'time' }],
  ['byline', 'rule-byline-dateline', '12 May 2026, 8:30', 'place'],
  ['byline', 'rule-byline-label', 'Valley and towns', 'place'],
  ['standfirst', 'rule-standfirst-by-marks', 'A letter, forty answers', { marks: 'standfirst' }],
  ['standfirst', 'rule-standfirst-by-lead-marks', 'The forgotten apples', { marks: 'lead' }],
  ['standfirst', 'rule-standfirst-in-header', 'The forgotten apples', { marks: 'lead' }],
  ['standfirst', 'rule-standfirst-by-description', 'Ostend Hill reads on steps', 'place'],
  ['standfirst', 'rule-standfirst-outside-column', 'Sixty trees along a path', 'place'],
  ['note', 'rule-note-by-marks', 'Nora Field writes about food', { marks: 'note' }],
  ['note', 'rule-note-by-words', 'This article was amended', { words: 'note' }],
  ['note', 'rule-note-closing-line', 'NF/Hill Courier', 'place'],
  ['note', 'rule-note-box-after-text', 'The trees can be visited', 'place'],
  ['note', 'rule-note-in-italics', 'The ovens can be seen', 'place'],
  ['note', 'rule-note-about-author', 'Nora Field has lived', 'place'],
  ['note', 'note-closing-invitation', 'For the latest from the harbour', { words: 'invitation' }],
  ['quote', 'rule-quote-by-marks', 'I never thought that', { marks: 'quote' }],
  ['heading', 'rule-lost-heading', 'A sweep is wanted', 'place'],
  ['heading', 'rule-points-with-heading', 'In short', 'place'],
  ['list-item', 'rule-points-with-heading', 'Nearly all adults', 'place'],
];

/** What a rule must leave, by fixture: the opening of each block that it might have taken. */
const SPARED: Readonly<Record<string, readonly string[]>> = {
  'rule-advertisement-spares-list': ['a fence that is', 'two buckets', 'a stake', 'someone who'],
  'rule-box-after-text-spares-infobox': ['The ship', 'The Skell Maid', 'Her bell'],
  'rule-duplicate-spares-interview-question': ['What would you', 'What would you', 'What would you'],
  'rule-form-spares-article-in-form': ['The new library', 'Next year'],
  'rule-link-box-spares-table': ['What a loaf costs', 'Bakery\tPrice'],
  'rule-links-only-spares-other-site': ['The hard green apple in'],
  'rule-newsletter-spares-story': ['The library also asked'],
  'rule-other-article-spares-live-blog': ['Bridge at', 'School children are sent home', 'First trees'],
  'rule-pull-quote-spares-new-words': ['“My grandmother'],
  'rule-related-spares-sources': ['Sources', 'A census', 'The Vell branch', 'Grafting old'],
  'rule-video-spares-transcript-heading': ['Transcript', 'Marek Sole: We', 'Interviewer: And'],
};

const NAMES = readdirSync(FIXTURES).sort();
const EXPECTED = new Map(NAMES.map((name): [string, Expected] => [name, expectedOf(name)]));

function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(FIXTURES, name, 'expected.json'), 'utf8'));
}

/** Every id that a removal can have: of the data, and of the code, so that a new rule is not forgotten here. */
function ruleIds(): string[] {
  const ids = new Set(READING_DATA.clutter.map(({ id }) => id));
  for (const file of readdirSync(SOURCES)) {
    const source = readFileSync(join(SOURCES, file), 'utf8');
    for (const [, id] of source.matchAll(/\brule: '([\w-]+)'/g)) if (id !== undefined) ids.add(id);
  }
  return [...ids].sort();
}

/** What people read in a fixture, and what was taken out of it. */
function readingOf(name: string, rules: ReadingRules): string {
  const source = readFileSync(join(FIXTURES, name, 'source.html'), 'utf8');
  const { window } = new JSDOM(source, {
    url: `https://bay.example/news/${name}`,
    virtualConsole: new VirtualConsole(),
  });
  const article = readArticle(window.document, { window, rules })?.article;
  window.close();
  return JSON.stringify([article?.blocks, article?.removed.map(({ rule, text }) => [rule, text])]);
}

function removalsOfText(text: string, rules: ReadingRules): string[] {
  const removed = readText(text, pageOf('').document, { url: 'about:blank' }, rules)?.removed ?? [];
  return removed.map(({ rule }) => rule);
}

describe('each rule that removes', () => {
  const ids = ruleIds();

  test('is found', () => {
    expect(ids).toEqual(expect.arrayContaining(['advertisement', 'beside', 'broken-teaser', 'pull-quote', 'form']));
    expect(
      Object.values(STRUCTURAL)
        .map(({ rule }) => rule)
        .filter((rule) => !ids.includes(rule)),
    ).toEqual([]);
  });

  test.each(ids.filter((id) => !(id in TEXTS)))('%s has a fixture that fails without it', (id) => {
    const without = compileRules(READING_DATA, new Set([id]));
    const own = [...EXPECTED].filter(([, { removed }]) => removed.some(({ rule }) => rule === id));
    const failing = own.filter(([name]) => readingOf(name, without) !== readingOf(name, RULES));
    expect(failing.map(([name]) => name)).toContain(`rule-${id}`);
  });

  test.each(Object.entries(TEXTS))('%s takes a line of a plain text that stays without it', (id, text) => {
    expect(removalsOfText(text, RULES)).toEqual([id]);
    expect(removalsOfText(text, compileRules(READING_DATA, new Set([id])))).toEqual([]);
  });

  test.each(Object.entries(SPARED))('what looks like its prey stays in %s', (name, openings) => {
    const { blocks } = EXPECTED.get(name) ?? { blocks: [] };
    const texts = blocks.map(({ text }) => text);
    const found = openings.map((opening) => texts.splice(0, texts.findIndex((text) => text.startsWith(opening)) + 1));
    expect(found.map((skipped) => skipped.length > 0)).toEqual(openings.map(() => true));
  });

  test('has no counter-fixture that nothing is asked of', () => {
    expect(NAMES.filter((name) => name.includes('-spares-'))).toEqual(Object.keys(SPARED).sort());
  });
});

describe('each way to tell a kind of block', () => {
  test.each(TYPED)('%s: %s', (kind, name, opening, sign) => {
    const block = EXPECTED.get(name)?.blocks.find(({ text }) => text.startsWith(opening));
    expect(block?.kind).toBe(kind);
    if (sign === 'place') return;
    const never = /(?!)/;
    const lines: LineRules = (language) => ({
      ...RULES.lines(language),
      ...('words' in sign && { [sign.words]: never }),
    });
    const without: ReadingRules =
      'marks' in sign ? { ...RULES, marks: { ...RULES.marks, [sign.marks]: never } } : { ...RULES, lines };
    expect(readingOf(name, without)).not.toBe(readingOf(name, RULES));
  });

  test('each kind of mark and of words has one', () => {
    const told = TYPED.map(([, , , sign]) => sign);
    const marks = told.flatMap((sign) => (sign !== 'place' && 'marks' in sign ? [sign.marks] : []));
    const words = told.flatMap((sign) => (sign !== 'place' && 'words' in sign ? [sign.words] : []));
    expect([...new Set(marks)].sort()).toEqual(Object.keys(RULES.marks).sort());
    expect([...new Set(words)].sort()).toEqual(Object.keys(RULES.lines(null)).sort());
  });

  test('a break of the author is a separator', () => {
    const html = readFileSync(join(FIXTURES, 'rule-break', 'expected.html'), 'utf8');
    expect(html).toMatch(/<\/p>\s*<hr>\s*<p/);
    expect(html).not.toContain('*');
  });

  test.each([
    'rule-caption-by-marks',
    'rule-caption-under-picture',
    'rule-caption-alone-with-picture',
    'rule-caption-split-from-picture',
  ])('the caption stands in one figure with its picture in %s', (name) => {
    const html = readFileSync(join(FIXTURES, name, 'expected.html'), 'utf8');
    expect(html).toMatch(/<figure>.*<img.*<figcaption.*<\/figure>/s);
    expect(html.match(/<img/g)).toHaveLength(1);
  });
});
