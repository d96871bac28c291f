import { readdirSync, readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { GlossaryEntry, Level, MatchRule } from '../glossary/entry.ts';

/** An entry with the place that it was read from. */
export interface PlacedEntry {
  entry: GlossaryEntry;
  /** "armed-groups.yaml:12" */
  place: string;
}

export interface ReadEntries {
  entries: PlacedEntry[];
  /** What is wrong with the form of the file, each with its place, in plain words. */
  faults: string[];
}

const FOLDER = new URL('../../assets/glossary/', import.meta.url);
const TEXTS = ['term', 'full', 'kind', 'is', 'asof', 'wp', 'match'] as const;
const LISTS = ['also', 'cues', 'short'] as const;
const KEYS: readonly string[] = [...TEXTS, ...LISTS, 'level'];
const NEEDED = ['term', 'kind', 'is', 'asof'] as const;
const MATCH_RULES: readonly string[] = ['caps-only', 'with-cues'] satisfies MatchRule[];

/** Reads all files of the glossary, in the order of their names. */
export function readEntryFiles(): ReadEntries {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const read = files.map((name) => readEntries(name, readFileSync(new URL(name, FOLDER), 'utf8')));
  return { entries: read.flatMap(({ entries }) => entries), faults: read.flatMap(({ faults }) => faults) };
}

/** Reads one file of the glossary; an entry with a fault in its form is told of and left out. */
export function readEntries(name: string, source: string): ReadEntries {
  const faults: string[] = [];
  const entries: PlacedEntry[] = [];
  const document = parseDocument(source);
  for (const error of document.errors) faults.push(`${name}: ${error.message}`);
  const list: unknown = faults.length > 0 ? [] : document.toJS();
  if (!Array.isArray(list)) return { entries, faults: [`${name}: the file is not a list of entries`] };
  const lines = [...source.matchAll(/^- /gm)].map(({ index }) => source.slice(0, index).split('\n').length);
  list.forEach((item: unknown, index) => {
    const place = `${name}:${lines[index] ?? '?'}`;
    const own = faultsOfForm(item);
    for (const fault of own) faults.push(`${place}: ${fault}`);
    if (own.length === 0) entries.push({ entry: entryOf(item as Record<string, unknown>), place });
  });
  return { entries, faults };
}

function faultsOfForm(item: unknown): string[] {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return ['an entry is not a map'];
  const record = item as Record<string, unknown>;
  const faults = Object.keys(record)
    .filter((key) => !KEYS.includes(key))
    .map((key) => `there is no key "${key}"`);
  for (const key of NEEDED) if (!(key in record)) faults.push(`"${key}" is missing`);
  for (const key of TEXTS)
    if (key in record && (typeof record[key] !== 'string' || record[key] === ''))
      faults.push(`"${key}" is not a text; put quotes around it`);
  for (const key of LISTS)
    if (key in record && !isTextList(record[key])) faults.push(`"${key}" is not a list of texts`);
  if ('level' in record && ![0, 1, 2, 3].includes(record.level as number)) faults.push('"level" is none of 0, 1, 2, 3');
  if (typeof record.match === 'string' && !MATCH_RULES.includes(record.match))
    faults.push(`"match" is none of ${MATCH_RULES.join(', ')}`);
  return faults;
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((text) => typeof text === 'string' && text !== '');
}

function entryOf(record: Record<string, unknown>): GlossaryEntry {
  return {
    term: record.term as string,
    also: (record.also ?? []) as string[],
    full: (record.full ?? null) as string | null,
    kind: record.kind as string,
    is: record.is as string,
    asof: record.asof as string,
    cues: (record.cues ?? []) as string[],
    wp: (record.wp ?? null) as string | null,
    match: (record.match ?? null) as MatchRule | null,
    level: (record.level ?? 1) as Level,
    short: (record.short ?? []) as string[],
  };
}
