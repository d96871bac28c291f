import { fingerprint } from '../text/fingerprint.ts';

const KEY_PREFIX = 'kept.';

/** Of this many pages it is remembered what was put back; then the one longest untouched is forgotten. */
export const MOST_PAGES = 200;

/** What is needed of `browser.storage.local`; null asks for everything. */
export interface LocalArea {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Remembers which pieces a person has put back into the article of a page. Neither addresses nor texts are stored. */
export interface KeptPieces {
  /** The fingerprints of the pieces that were put back on the page of that address; none where they cannot be read. */
  find(address: string): Promise<string[]>;
  /** Rejects where the browser does not store it. */
  keep(address: string, piece: string): Promise<void>;
  /** Rejects where the browser does not store it. */
  forget(address: string, piece: string): Promise<void>;
}

/** What is stored of a page, under a key made of the fingerprint of its address. */
interface Entry {
  pieces: string[];
  /** When it was last changed, in milliseconds. */
  changed: number;
}

/**
 * `area` is storage.local; `now` is in milliseconds. Where `isPrivate` (a private window), nothing is read and nothing
 * is stored.
 */
export function createKeptPieces(area: LocalArea, isPrivate: boolean, now: () => number): KeptPieces {
  /** One change after the other: two at a time would each write over what the other has stored. */
  let last: Promise<void> = Promise.resolve();

  function change(address: string, edit: (pieces: Set<string>) => void): Promise<void> {
    if (isPrivate) return Promise.resolve();
    const next = last.then(async () => {
      const key = keyOf(address);
      const entries = entriesIn(await area.get(null));
      const pieces = new Set(entries.get(key)?.pieces);
      edit(pieces);
      entries.delete(key);
      const surplus = oldestFirst(entries).slice(0, Math.max(0, entries.size + 1 - MOST_PAGES));
      if (pieces.size === 0) surplus.push(key);
      else await area.set({ [key]: { pieces: [...pieces], changed: now() } satisfies Entry });
      if (surplus.length > 0) await area.remove(surplus);
    });
    last = next.catch(() => undefined);
    return next;
  }

  return {
    async find(address) {
      if (isPrivate) return [];
      const key = keyOf(address);
      try {
        return entriesIn(await area.get(key)).get(key)?.pieces ?? [];
      } catch {
        return [];
      }
    },
    keep: (address, piece) => change(address, (pieces) => pieces.add(piece)),
    forget: (address, piece) => change(address, (pieces) => pieces.delete(piece)),
  };
}

/** The part of an address behind `#` leads to a place in the same page. */
function keyOf(address: string): string {
  return KEY_PREFIX + fingerprint(address.replace(/#.*$/, ''));
}

function entriesIn(items: Record<string, unknown>): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [key, value] of Object.entries(items)) {
    if (!key.startsWith(KEY_PREFIX) || typeof value !== 'object' || value === null) continue;
    const { pieces, changed } = value as Partial<Record<keyof Entry, unknown>>;
    if (!Array.isArray(pieces)) continue;
    const known = pieces.filter((piece): piece is string => typeof piece === 'string');
    entries.set(key, { pieces: known, changed: typeof changed === 'number' ? changed : 0 });
  }
  return entries;
}

function oldestFirst(entries: ReadonlyMap<string, Entry>): string[] {
  return [...entries].sort(([, one], [, other]) => one.changed - other.changed).map(([key]) => key);
}
