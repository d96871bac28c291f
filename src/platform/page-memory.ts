import { fingerprint } from '../text/fingerprint.ts';

/** What is needed of `browser.storage.local`; null asks for everything. */
export interface LocalArea {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Of this many pages something is remembered; then the one longest untouched is forgotten. */
export const MOST_PAGES = 200;

/** What is told apart of the things that are remembered of pages. */
export interface PageMemoryKind<Value extends object> {
  /** What the keys in the storage area begin with. */
  prefix: string;
  /** A stored value as it is used, or null where it cannot be. */
  read(value: Readonly<Record<string, unknown>>): Value | null;
}

/** Remembers one thing of each page. The page is known by the fingerprint of its address, which is not stored itself. */
export interface PageMemory<Value extends object> {
  /** Null where there is nothing, or where it cannot be read. */
  find(address: string): Promise<Value | null>;
  /** One change after the other; null forgets the page. Rejects where the browser does not store it. */
  change(address: string, edit: (value: Value | null) => Value | null): Promise<void>;
}

/**
 * `area` is storage.local; `now` is in milliseconds. Where `isPrivate` (a private window), nothing is read and nothing
 * is stored.
 */
export function createPageMemory<Value extends object>(
  area: LocalArea,
  isPrivate: boolean,
  now: () => number,
  { prefix, read }: PageMemoryKind<Value>,
): PageMemory<Value> {
  /** Two changes at a time would each write over what the other has stored. */
  let last: Promise<void> = Promise.resolve();

  return {
    async find(address) {
      if (isPrivate) return null;
      const key = keyOf(address);
      try {
        return readEntry((await area.get(key))[key]);
      } catch {
        return null;
      }
    },
    change(address, edit) {
      if (isPrivate) return Promise.resolve();
      const next = last.then(() => store(keyOf(address), edit));
      last = next.catch(() => undefined);
      return next;
    },
  };

  async function store(key: string, edit: (value: Value | null) => Value | null): Promise<void> {
    const stored = (await area.get(key))[key];
    const value = edit(readEntry(stored));
    if (value === null) return area.remove([key]);
    // Stored before anything else is looked at: the tab may be closed in the very next moment.
    await area.set({ [key]: { ...value, changed: now() } });
    // Only one page more can be one too many, and all that is stored is read for that alone.
    const surplus = stored === undefined ? oldestOf(await area.get(null)) : [];
    if (surplus.length > 0) await area.remove(surplus);
  }

  /** The part of an address behind `#` leads to a place in the same page. */
  function keyOf(address: string): string {
    return prefix + fingerprint(address.replace(/#.*$/s, ''));
  }

  function readEntry(stored: unknown): Value | null {
    return isRecord(stored) ? read(stored) : null;
  }

  /** The keys of the pages beyond those that may be remembered. */
  function oldestOf(items: Record<string, unknown>): string[] {
    const pages = Object.entries(items).filter(([key]) => key.startsWith(prefix));
    const oldestFirst = pages.sort(([, one], [, other]) => changedOf(one) - changedOf(other));
    return oldestFirst.slice(0, Math.max(0, pages.length - MOST_PAGES)).map(([key]) => key);
  }
}

/** When an entry was last changed, in milliseconds; what does not say so goes first. */
function changedOf(stored: unknown): number {
  return isRecord(stored) && typeof stored.changed === 'number' ? stored.changed : 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
