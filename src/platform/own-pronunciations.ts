import type { Pronunciation } from '../speech/pronunciation.ts';
import { type ChunkedList, createChunkedList, type KeptPlace, type ListStorage } from './chunked-list.ts';

/** What the list may hold; lengths are in characters (UTF-16 units). */
export const PRONUNCIATION_LIMITS = { entries: 500, written: 60, spoken: 120 } as const;

/** Why a pronunciation cannot be kept. */
export type PronunciationProblem = 'no-written' | 'long-written' | 'no-spoken' | 'long-spoken';

/** What came of putting pronunciations into the list. */
export interface PronunciationReport {
  /** Those that gave way to another one of the same writing, as they were. */
  replaced: readonly Pronunciation[];
  /** Those for which there is no room. */
  surplus: readonly Pronunciation[];
}

/** The reader's own pronunciations: synchronised where they fit, on this machine alone where they do not. */
export interface OwnPronunciations {
  /** The same array as long as nothing changes. Rejects where it cannot be read. */
  list(): Promise<readonly Pronunciation[]>;
  /**
   * Adds pronunciations; one of a writing that is there already takes its place. In the same change, those of the writings
   * `insteadOf` are taken out. Throws a RangeError for one that checkPronunciation finds wrong, rejects with a
   * SettingsWriteError where the browser stores nothing.
   */
  put(entries: readonly Pronunciation[], insteadOf?: readonly string[]): Promise<PronunciationReport>;
  /** Takes the pronunciations of these writings out. Rejects as `put` does. */
  remove(writings: readonly string[]): Promise<void>;
  /** Calls `listener` when the list may have changed, here or elsewhere, until `signal` is aborted. */
  subscribe(listener: () => void, signal: AbortSignal): void;
  /** Where the list lies, as of the last reading or change. */
  report(): KeptPlace;
}

/** The reader's own pronunciations in the browser's storage. */
export function createOwnPronunciations(storage: ListStorage): OwnPronunciations {
  const list: ChunkedList<Pronunciation> = createChunkedList(storage, {
    prefix: 'spoken.',
    // Twice this, beside the two lists of terms, leaves 2,400 bytes of the 102,400 to the settings.
    mostSynchronised: 4000,
    read: readPronunciation,
    keyOf: ({ written }) => keyOfWriting(written),
  });
  return {
    list: () => list.list(),
    subscribe: (listener, signal) => list.subscribe(listener, signal),
    report: () => list.report(),
    async put(entries, insteadOf = []) {
      const tidy = entries.map(tidyPronunciation);
      for (const entry of tidy) {
        const problem = checkPronunciation(entry);
        if (problem !== null) throw new RangeError(`a pronunciation cannot be kept: ${problem}`);
      }
      let report: PronunciationReport = { replaced: [], surplus: [] };
      await list.change((old) => {
        const merged = merge(without(old, insteadOf), tidy);
        report = merged.report;
        return isSameList(old, merged.entries) ? null : merged.entries;
      });
      return report;
    },
    remove: (writings) =>
      list.change((old) => {
        const left = without(old, writings);
        return left.length === old.length ? null : left;
      }),
  };
}

/** A pronunciation as it is kept: on one line, no white space around it, no control characters. */
export function tidyPronunciation({ written, spoken }: Pronunciation): Pronunciation {
  return { written: tidyLine(written), spoken: tidyLine(spoken) };
}

/** Why a tidy pronunciation cannot be kept, or null. */
export function checkPronunciation({ written, spoken }: Pronunciation): PronunciationProblem | null {
  if (written === '') return 'no-written';
  if (written.length > PRONUNCIATION_LIMITS.written) return 'long-written';
  // With neither letter nor number, a voice would fall silent, or name the signs.
  if (!/[\p{L}\p{N}]/u.test(spoken)) return 'no-spoken';
  return spoken.length > PRONUNCIATION_LIMITS.spoken ? 'long-spoken' : null;
}

/** The same for what is one writing. Capitals tell two apart: "US" is not "us". */
export function keyOfWriting(written: string): string {
  return tidyLine(written);
}

function merge(old: readonly Pronunciation[], incoming: readonly Pronunciation[]) {
  const entries = new Map(old.map((entry) => [keyOfWriting(entry.written), entry]));
  const replaced: Pronunciation[] = [];
  const surplus: Pronunciation[] = [];
  for (const entry of incoming) {
    const key = keyOfWriting(entry.written);
    const before = entries.get(key);
    if (before === undefined && entries.size >= PRONUNCIATION_LIMITS.entries) surplus.push(entry);
    else {
      if (before !== undefined && before.spoken !== entry.spoken) replaced.push(before);
      entries.set(key, entry);
    }
  }
  return { entries: [...entries.values()], report: { replaced, surplus } };
}

function without(entries: readonly Pronunciation[], writings: readonly string[]): Pronunciation[] {
  const gone = new Set(writings.map(keyOfWriting));
  return entries.filter(({ written }) => !gone.has(keyOfWriting(written)));
}

function isSameList(one: readonly Pronunciation[], other: readonly Pronunciation[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ written, spoken }, index) => written === other[index]?.written && spoken === other[index]?.spoken)
  );
}

/** A stored value as a pronunciation, or null where it is none. */
function readPronunciation(value: unknown): Pronunciation | null {
  if (typeof value !== 'object' || value === null) return null;
  const { written, spoken } = value as Partial<Record<keyof Pronunciation, unknown>>;
  if (typeof written !== 'string' || typeof spoken !== 'string') return null;
  const entry = tidyPronunciation({ written, spoken });
  return checkPronunciation(entry) === null ? entry : null;
}

function tidyLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .normalize('NFC');
}
