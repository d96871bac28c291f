import {
  checkOwnEntry,
  keyOfOwnTerm,
  mergeOwnEntries,
  type OwnEntry,
  type OwnEntryMerge,
  tidyOwnEntry,
  withoutTerms,
} from '../glossary/own-entry.ts';
import { type ChunkedList, createChunkedList, type KeptPlace, type ListStorage } from './chunked-list.ts';

/** What came of putting entries into the glossary. */
export type PutReport = Omit<OwnEntryMerge, 'entries'>;

/** The reader's own glossary: synchronised where it fits, on this machine alone where it does not. */
export interface OwnGlossary {
  /** The same array as long as nothing changes. Rejects where it cannot be read. */
  list(): Promise<readonly OwnEntry[]>;
  /**
   * Adds entries; one of a term that is there already takes its place. In the same change, the entries of the terms
   * `insteadOf` are taken out. Throws a RangeError for an entry that checkOwnEntry finds wrong, rejects with a
   * SettingsWriteError where the browser stores nothing.
   */
  put(entries: readonly OwnEntry[], insteadOf?: readonly string[]): Promise<PutReport>;
  /** Takes the entries of these terms out. Rejects as `put` does. */
  remove(terms: readonly string[]): Promise<void>;
  /** Calls `listener` when the glossary may have changed, here or elsewhere, until `signal` is aborted. */
  subscribe(listener: () => void, signal: AbortSignal): void;
  /** Where it lies, as of the last reading or change. */
  report(): KeptPlace;
}

/** The reader's own glossary in the browser's storage. */
export function createOwnGlossary(storage: ListStorage): OwnGlossary {
  const list: ChunkedList<OwnEntry> = createChunkedList(storage, {
    prefix: 'own.',
    mostSynchronised: 34_000,
    read: readEntry,
    keyOf: ({ term }) => keyOfOwnTerm(term),
  });
  return {
    list: () => list.list(),
    subscribe: (listener, signal) => list.subscribe(listener, signal),
    report: () => list.report(),
    async put(entries, insteadOf = []) {
      const tidy = entries.map(tidyOwnEntry);
      for (const entry of tidy) {
        const problem = checkOwnEntry(entry);
        if (problem !== null) throw new RangeError(`an entry cannot be kept: ${problem}`);
      }
      let merged: OwnEntryMerge | undefined;
      await list.change((old) => {
        merged = mergeOwnEntries(withoutTerms(old, insteadOf), tidy);
        const isChange = merged.added > 0 || merged.replaced.length > 0 || merged.entries.length !== old.length;
        return isChange ? merged.entries : null;
      });
      if (merged === undefined) throw new Error('the glossary was not read');
      const { entries: _, ...report } = merged;
      return report;
    },
    remove: (terms) =>
      list.change((old) => {
        const left = withoutTerms(old, terms);
        return left.length === old.length ? null : left;
      }),
  };
}

/** A stored value as an entry, or null where it is none. */
function readEntry(value: unknown): OwnEntry | null {
  if (typeof value !== 'object' || value === null) return null;
  const { term, also, definition } = value as Partial<Record<keyof OwnEntry, unknown>>;
  if (typeof term !== 'string' || typeof definition !== 'string' || !Array.isArray(also)) return null;
  const entry = tidyOwnEntry({ term, also: also.filter((name) => typeof name === 'string'), definition });
  return checkOwnEntry(entry) === null ? entry : null;
}
