import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/article/read-article.ts';
import { READING_DATA } from '../../src/article/reading-data.ts';
import { compileRules, type ReadingRules } from '../../src/article/reading-rules.ts';
import { RecordingRules } from './fired-entries.ts';
import { describeFolds, firingAlone, rulesWithout } from './folds.ts';
import { clutterByEntry, keepEntries, patternEntries } from './rule-entries.ts';
import { FOLDS, foldOf } from './scored-pages.ts';

const PROSE = 'The ferry left the bay at noon, and nobody on the quay had been told that it would not come back. ';
const SHARE_BAR = '<div class="share-bar">Send this to a friend</div>';
const PAGE = `<!doctype html><title>The last ferry</title><article><h1>The last ferry</h1>
<p>${PROSE.repeat(3)}</p>${SHARE_BAR}<p>${PROSE.repeat(2)}</p><p>Advertisement</p><p>${PROSE.repeat(4)}</p><p>www.bay.example/ferry</p>
<p class="disclaimer">The writer sails.</p><iframe src="https://player.vimeo.com/video/1"></iframe></article>`;

function read(rules: ReadingRules) {
  const { window } = new JSDOM(PAGE, { url: 'https://bay.example/news/ferry' });
  const article = readArticle(window.document, { window, rules })?.article;
  if (article === undefined) throw new Error('nothing was read');
  return article;
}

function texts(rules: ReadingRules): string[] {
  return read(rules).blocks.map(({ kind, text }) => `${kind}: ${text}`);
}

describe('folds', () => {
  test('pages of one host lie in one fold, with www. and without', () => {
    const sites = Array.from({ length: 60 }, (_, index) => `site${index}.example`);
    const folds = sites.map((site) => foldOf(`https://www.${site}/a`));
    expect(sites.map((site) => foldOf(`http://${site}/b?c`))).toEqual(folds);
    expect(new Set(folds)).toEqual(new Set(Array.from({ length: FOLDS }, (_, index) => index)));
  });

  test('a fold suggests alone what fires in no other', () => {
    const own = firingAlone([
      { fold: 0, fired: new Set(['everywhere', 'twice here']) },
      { fold: 0, fired: new Set(['twice here']) },
      { fold: 3, fired: new Set(['everywhere', 'here']) },
    ]);
    expect(own.map((ids) => [...ids])).toEqual([['twice here'], [], [], ['here'], []]);
  });

  test('the tables say what became of a figure, and what could not be switched off', () => {
    const score = (f1: number, pages: number) => ({ pages, f1, precision: 0.5, recall: 1, junkFree: 0.75 });
    const folds = [0.9, 0.8].map((f1) => ({ all: score(f1, 3), others: score(f1 - 0.1, 3) }));
    const set = { whole: score(0.912, 6), folds };
    const measure = { sets: { scrapinghub: set, fundus: set }, own: [new Set(['structure/counter'])], fired: 7 };
    const told = describeFolds({ ...measure, defiant: new Set(['counter']) });
    expect(told).toContain('| scrapinghub | .912 | .500 | 1.000 | 75.0 % | – | – |');
    expect(told).toContain('| 2 | 3 | .800 → .700 | .500 → .500 | 1.000 → 1.000 | 75.0 % → 75.0 % |');
    expect(told).toContain('| mean | 6 | .850 → .750 |');
    expect(told).toContain('`counter`');
    expect(told).toContain('NOT SWITCHED OFF');
    expect(describeFolds({ ...measure, defiant: new Set() })).not.toContain('NOT SWITCHED OFF');
  });
});

describe('entries', () => {
  test('with all of them kept the data is as it was', () => {
    expect(keepEntries(READING_DATA, () => true)).toEqual(READING_DATA);
  });

  test('a list without any entry fits nothing, rather than everything', () => {
    const rules = compileRules(keepEntries(READING_DATA, () => false));
    const { marks, pictures } = rules;
    const lines = rules.lines(null);
    for (const pattern of [lines.byline, lines.note, lines.time, marks.note, pictures.small])
      expect(pattern.test('By Nora Field, 3 hours ago')).toBe(false);
  });

  test('each has an id of its own', () => {
    const { clutter } = READING_DATA;
    const ids = [...clutterByEntry(clutter).map(({ reason }) => reason), ...patternEntries(READING_DATA)];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('recording changes nothing in what is read, and names what fired', () => {
    const recording = new RecordingRules(READING_DATA);
    const article = read(recording.rules);
    expect(article.blocks).toEqual(read(compileRules(READING_DATA)).blocks);
    const fired = recording.firedFor(article.removed);
    expect([...fired]).toEqual(
      expect.arrayContaining([
        'clutter/share/marks/share-bar',
        'clutter/advertisement/phrases/advertisement: *',
        'blockMarks/note/disclaimer',
        'structure/bare-address',
      ]),
    );
    expect([...fired].filter((id) => id.startsWith('embeds/'))).toHaveLength(1);
    expect(fired).not.toContain('blockMarks/note/correction');
    expect(recording.firedFor([])).toEqual(new Set());
  });

  test('an entry fires where a pattern owes its find to it alone', () => {
    const recording = new RecordingRules(READING_DATA);
    const { head } = recording.rules;
    const lines = recording.rules.lines('en');
    expect(lines.credit.test('© bay news, photo by nora field')).toBe(true);
    expect(recording.firedFor([])).toEqual(new Set());
    expect(lines.credit.test('photo by nora field')).toBe(true);
    expect([...recording.firedFor([])]).toEqual(['lineSigns/creditWords/en/photo by']);
    expect('The last ferry - Bay News'.split(head.patterns.titleSeparator)).toHaveLength(3);
    expect([...recording.firedFor([])]).toHaveLength(1);
  });

  test('what is switched off does not fire', () => {
    expect(texts(rulesWithout(new Set()))).not.toContain('paragraph: Advertisement');
    expect(texts(rulesWithout(new Set(['clutter/advertisement/phrases/advertisement: *'])))).toContain(
      'paragraph: Advertisement',
    );
    expect(texts(rulesWithout(new Set(['structure/bare-address']))).join()).toContain(': www.bay.example/ferry');
    expect(texts(rulesWithout(new Set())).join()).not.toContain('www.bay.example');
    expect(texts(rulesWithout(new Set()))).toContain('note: The writer sails.');
    expect(texts(rulesWithout(new Set(['blockMarks/note/disclaimer'])))).not.toContain('note: The writer sails.');
  });
});
