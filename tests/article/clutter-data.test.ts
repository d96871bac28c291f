import { expect, test } from 'vitest';
import { type ClutterRule, prepareClutter } from '../../src/article/clutter-data.ts';
import { ClutterRules } from '../../src/article/clutter-rules.ts';
import { PREPARED_READING_DATA } from '../../src/article/prepared-reading-data.ts';
import { READING_DATA } from '../../src/article/reading-data.ts';
import { compilePrepared } from '../../src/article/reading-rules.ts';
import { RULES } from './reading-tools.ts';

const rule = (id: string, parts: Partial<ClutterRule>): ClutterRule => ({
  ...{ id, reason: 'removedShare', marks: [], names: [], mostWords: 10, phrases: {} },
  ...parts,
});
const rules = [
  rule('share', { marks: ['share-bar'], names: ['tools'], phrases: { fr: ['Où partager *'], en: ['share *'] } }),
  rule('related', { marks: ['share-bar', 'related'], phrases: { en: ['share *', '* newsletter'] } }),
];
const NONE: ReadonlySet<string> = new Set();

test('what was prepared can be sent as JSON and reads as before', () => {
  const sent = compilePrepared(JSON.parse(JSON.stringify(PREPARED_READING_DATA)));
  for (const { phrases } of READING_DATA.clutter)
    for (const phrase of Object.values(phrases).flat().slice(0, 200)) {
      const line = phrase.replaceAll('#', '7').replace(/[*~]/g, 'x y');
      expect(sent.clutter.verdictOfText(line)?.rule, line).toBe(RULES.clutter.verdictOfText(line)?.rule);
    }
});

test('of two rules the first takes a line or a name; letters are folded before they are sent', () => {
  const clutter = new ClutterRules(prepareClutter(rules, NONE));
  expect(clutter.verdictOfText('OU PARTAGER ceci')?.rule).toBe('share');
  expect(clutter.verdictOfText('Share this')?.rule).toBe('share');
  expect(clutter.verdictOfText('Our newsletter')?.rule).toBe('related');
  expect(clutter.verdictOfMarks('c-share-bar')?.rule).toBe('share');
  expect(clutter.verdictOfMarks('related')?.rule).toBe('related');
});

test('a rule that is switched off takes nothing, and the next one has its turn', () => {
  const clutter = new ClutterRules(prepareClutter(rules, new Set(['share'])));
  expect(clutter.verdictOfText('Share this')?.rule).toBe('related');
  expect(clutter.verdictOfText('Où partager ceci')).toBeNull();
  expect(clutter.verdictOfMarks('tools')).toBeNull();
  expect(clutter.without).toEqual(new Set(['share']));
});

test('a line that begins like a property of every object is no phrase', () => {
  expect(new ClutterRules(prepareClutter([], NONE)).verdictOfText('constructor')).toBeNull();
});
