import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  genderOf,
  isListedRoleNoun,
  isPluralRole,
  isRoleNoun,
  meaningsOfTitle,
} from '../../src/speakers/word-lists.ts';

const FOLDER = new URL('../../assets/speakers/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

/** Every list of a file with the path of keys to it. */
function listsIn(value: unknown, path: string): [path: string, list: unknown[]][] {
  if (Array.isArray(value)) return [[path, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither a list nor an object of lists`);
  return Object.entries(value).flatMap(([key, inner]) => listsIn(inner, `${path}.${key}`));
}

describe.each(files)('%s', (name) => {
  const lists = listsIn(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')), name.replace('.json', ''));

  it.each(lists)('%s is sorted and has nothing twice', (path, list) => {
    expect(list.every((entry) => typeof entry === 'string' && entry.trim() === entry && entry !== '')).toBe(true);
    expect(new Set(list).size).toBe(list.length);
    // Nicknames stand from the most usual to the rarest.
    if (!path.startsWith('nicknames')) expect(list).toEqual([...list].sort());
  });

  it.each(lists)('%s is in lower case, but for places', (path, list) => {
    if (path.startsWith('places')) expect(list.every((entry) => /^\p{Lu}/u.test(String(entry)))).toBe(true);
    else expect(list.filter((entry) => String(entry) !== String(entry).toLowerCase())).toEqual([]);
  });
});

it('knows what a noun tells of a person', () => {
  expect(['minister', 'co-author', 'ex-husband', 'glaciologist', 'clockmaker'].filter(isRoleNoun)).toHaveLength(5);
  expect(['table', 'nyqvist', 'after', 'harbour'].filter(isListedRoleNoun)).toEqual([]);
  expect(['spokesmen', 'experts', 'deputies', 'children'].filter(isPluralRole)).toHaveLength(4);
  expect(['news', 'glass', 'minister'].filter(isPluralRole)).toEqual([]);
  expect([genderOf('spokeswoman'), genderOf('father'), genderOf('minister'), genderOf('mrs')]).toEqual([
    'female',
    'male',
    null,
    'female',
  ]);
  expect(meaningsOfTitle('justice')).toContain('judge');
});
