import { type ChunkedList, createChunkedList, type KeptPlace, type ListStorage } from './chunked-list.ts';

/** A term that the reader knows. */
export interface KnownTerm {
  /** A Term's. */
  id: string;
  /** As it is shown to the reader. */
  term: string;
}

/** So many are remembered; then the one that was told first is explained again. */
export const MOST_KNOWN = 5000;

/** The longest id of Lectern's glossary has some 300 characters, where a term may mean several things. */
const LONGEST_ID = 1000;

/** The terms of which the reader has said "I know this": synchronised where they fit, on this machine alone where not. */
export interface KnownTerms {
  /** In the order in which they were told; the same array as long as nothing changes. Rejects where it cannot be read. */
  list(): Promise<readonly KnownTerm[]>;
  /** Rejects with a SettingsWriteError where the browser stores nothing. */
  add(terms: readonly KnownTerm[]): Promise<void>;
  /** These terms are to be explained again. Rejects as `add` does. */
  remove(ids: readonly string[]): Promise<void>;
  /** Calls `listener` when the list may have changed, here or elsewhere, until `signal` is aborted. */
  subscribe(listener: () => void, signal: AbortSignal): void;
  /** Where the list lies, as of the last reading or change. */
  report(): KeptPlace;
}

/** The terms that the reader knows, in the browser's storage. */
export function createKnownTerms(storage: ListStorage): KnownTerms {
  const list: ChunkedList<KnownTerm> = createChunkedList(storage, {
    prefix: 'known.',
    mostSynchronised: 12_000,
    read: readKnown,
    keyOf: ({ id }) => id,
  });
  return {
    list: () => list.list(),
    subscribe: (listener, signal) => list.subscribe(listener, signal),
    report: () => list.report(),
    add: (terms) =>
      list.change((old) => {
        const have = new Set(old.map(({ id }) => id));
        const usable = terms.flatMap((term) => readKnown(term) ?? []);
        const fresh = new Map(usable.filter(({ id }) => !have.has(id)).map((term) => [term.id, term]));
        return fresh.size === 0 ? null : [...old, ...fresh.values()].slice(-MOST_KNOWN);
      }),
    remove: (ids) =>
      list.change((old) => {
        const gone = new Set(ids);
        const left = old.filter(({ id }) => !gone.has(id));
        return left.length === old.length ? null : left;
      }),
  };
}

/** A value as a known term, or null where it is none. */
function readKnown(value: unknown): KnownTerm | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, term } = value as Partial<Record<keyof KnownTerm, unknown>>;
  if (typeof id !== 'string' || typeof term !== 'string' || id === '' || id.length > LONGEST_ID) return null;
  return { id, term: term.trim() === '' ? id : term.slice(0, LONGEST_ID) };
}
