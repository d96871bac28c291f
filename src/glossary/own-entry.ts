import type { GlossaryEntry } from './entry.ts';

/** An entry of the reader's own glossary. */
export interface OwnEntry {
  term: string;
  /** Other ways in which the term is written. */
  also: readonly string[];
  /** Plain text, never markup. */
  definition: string;
}

/** What a reader's glossary may hold; lengths are in characters (UTF-16 units). */
export const OWN_LIMITS = { entries: 5000, term: 100, alsoCount: 20, also: 100, definition: 1000 } as const;

/** Why an entry cannot be kept. */
export type OwnEntryProblem = 'no-term' | 'no-definition' | 'long-term' | 'long-also' | 'many-also' | 'long-definition';

/** What came of adding entries to a glossary. */
export interface OwnEntryMerge {
  entries: readonly OwnEntry[];
  /** How many are new. */
  added: number;
  /** The entries that gave way to another one of the same term, as they were. */
  replaced: readonly OwnEntry[];
  /** How many were there already, word for word. */
  same: number;
  /** How many stand for a term that comes again later among the incoming ones. */
  repeated: number;
  /** Those for which the glossary has no room. */
  surplus: readonly OwnEntry[];
}

/** Semicolons part the other ways of writing a term, in the form and in a table; so none can be part of one. */
export function splitAlso(text: string): string[] {
  return text.split(';').map(tidyLine).filter(Boolean);
}

/** An entry as it is kept: no white space around it, no control characters, no other way of writing twice. */
export function tidyOwnEntry(entry: OwnEntry): OwnEntry {
  const term = tidyLine(entry.term);
  const also = new Map(entry.also.flatMap(splitAlso).map((name) => [name, name]));
  also.delete(term);
  const definition = withoutControls(entry.definition.replace(/\r\n?/g, '\n')).trim();
  return { term, also: [...also.values()], definition };
}

/** Why a tidy entry cannot be kept, or null. */
export function checkOwnEntry({ term, also, definition }: OwnEntry): OwnEntryProblem | null {
  // What has neither letter nor number is found in no article.
  if (!/[\p{L}\p{N}]/u.test(term)) return 'no-term';
  if (term.length > OWN_LIMITS.term) return 'long-term';
  if (also.some((name) => name.length > OWN_LIMITS.also)) return 'long-also';
  if (also.length > OWN_LIMITS.alsoCount) return 'many-also';
  if (definition === '') return 'no-definition';
  return definition.length > OWN_LIMITS.definition ? 'long-definition' : null;
}

/** The same for terms that differ only in capitals, in accents or in the spaces around them. */
export function keyOfOwnTerm(term: string): string {
  return tidyLine(term)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '');
}

/** Adds tidy entries to a glossary; of two for one term the incoming one wins, and the later of two incoming ones. */
export function mergeOwnEntries(old: readonly OwnEntry[], incoming: readonly OwnEntry[]): OwnEntryMerge {
  const entries = new Map(old.map((entry) => [keyOfOwnTerm(entry.term), entry]));
  const last = new Map(incoming.map((entry) => [keyOfOwnTerm(entry.term), entry]));
  const replaced: OwnEntry[] = [];
  const surplus: OwnEntry[] = [];
  let same = 0;
  let added = 0;
  for (const [key, entry] of last) {
    const before = entries.get(key);
    if (before !== undefined && isSame(before, entry)) same++;
    else if (before !== undefined) {
      replaced.push(before);
      entries.set(key, entry);
    } else if (entries.size >= OWN_LIMITS.entries) surplus.push(entry);
    else {
      added++;
      entries.set(key, entry);
    }
  }
  const repeated = incoming.length - last.size;
  return { entries: [...entries.values()], added, replaced, same, repeated, surplus };
}

/** A glossary without the entries of some terms. */
export function withoutTerms(entries: readonly OwnEntry[], terms: readonly string[]): OwnEntry[] {
  const gone = new Set(terms.map(keyOfOwnTerm));
  return entries.filter(({ term }) => !gone.has(keyOfOwnTerm(term)));
}

/** An entry as terms are found with it. */
export function asGlossaryEntry({ term, also, definition }: OwnEntry): GlossaryEntry {
  return {
    term,
    also,
    full: null,
    kind: '',
    is: definition,
    asof: '',
    cues: [],
    wp: null,
    match: null,
    level: 1,
    short: [],
  };
}

function isSame(one: OwnEntry, other: OwnEntry): boolean {
  return (
    one.term === other.term &&
    one.definition === other.definition &&
    one.also.length === other.also.length &&
    one.also.every((name, index) => name === other.also[index])
  );
}

function tidyLine(text: string): string {
  return withoutControls(text.replace(/\s+/g, ' ')).trim().normalize('NFC');
}

/** Nobody types them, no article has them, and some tables break on them. Tabs and line ends stay. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '');
}
