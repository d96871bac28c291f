import { packText, unpackText } from './packed-text.ts';

/**
 * What one item of `storage.sync` may take is 8,192 bytes, its key and the JSON around it included (QUOTA_BYTES_PER_ITEM);
 * so many characters of text leave room for those.
 */
const PIECE_LENGTH = 7600;

/** Pieces that make no whole list for so long, in milliseconds, are not on their way from another machine any more. */
const STALE_AFTER = 7 * 24 * 60 * 60 * 1000;

/** Why a list lies on this machine alone: too long to be synchronised, or refused by the browser. */
export type LocalReason = 'too-long' | 'full' | 'too-often' | 'unavailable';

const REASONS: readonly LocalReason[] = ['too-long', 'full', 'too-often', 'unavailable'];

/** One state of a list as it lies in a storage area. */
export interface Generation {
  id: string;
  /** The ids of the generations that it was made from, which count no more beside it. */
  replaces: readonly string[];
  /** When it was written, in milliseconds since 1970. */
  time: number;
  /** Why it is not synchronised; null where it is. */
  reason: LocalReason | null;
  items: readonly unknown[];
}

/** What a storage area holds of a list. */
export interface StoredGenerations {
  whole: Generation[];
  /** The keys of the whole generations. */
  keys: string[];
  /** The keys of pieces that never became whole. */
  staleKeys: string[];
}

/** A piece of a generation, as it is stored under `<prefix><id>.<number>`. */
interface Piece {
  /** How many pieces there are. */
  of: number;
  replaces: string[];
  time: number;
  reason: LocalReason | null;
  text: string;
}

interface FoundPiece extends Piece {
  key: string;
  number: number;
}

/** A generation as items of a storage area, none larger than one may be, and how much text is in them. */
export async function generationItems(
  prefix: string,
  { id, replaces, time, reason, items }: Generation,
): Promise<{ pieces: Record<string, unknown>; length: number }> {
  const packed = await packText(JSON.stringify(items));
  const texts = packed.match(new RegExp(`.{1,${PIECE_LENGTH}}`, 'g')) ?? [''];
  const pieces = texts.map((text, number) => [
    `${prefix}${id}.${number}`,
    { of: texts.length, replaces: [...replaces], time, reason, text } satisfies Piece,
  ]);
  return { pieces: Object.fromEntries(pieces), length: packed.length };
}

/**
 * Finds the generations among the items of a storage area. One of which pieces are missing or damaged, since it is half
 * written or half synchronised, is none.
 * @param unpacked generations that were read before, by id: what is under an id never changes.
 * @param now in milliseconds since 1970.
 */
export async function findGenerations(
  stored: Record<string, unknown>,
  prefix: string,
  unpacked: ReadonlyMap<string, Generation>,
  now: number,
): Promise<StoredGenerations> {
  const pieces = new Map<string, FoundPiece[]>();
  for (const [key, value] of Object.entries(stored)) {
    const [id, number, ...rest] = key.startsWith(prefix) ? key.slice(prefix.length).split('.') : [];
    if (id === undefined || number === undefined || rest.length > 0 || !isPiece(value)) continue;
    pieces.set(id, [...(pieces.get(id) ?? []), { ...value, key, number: Number(number) }]);
  }
  const found: StoredGenerations = { whole: [], keys: [], staleKeys: [] };
  for (const [id, own] of pieces) {
    const keys = own.map(({ key }) => key);
    const generation = await join(id, own, unpacked);
    if (generation !== null) {
      found.whole.push(generation);
      found.keys.push(...keys);
    } else if (own.every(({ time }) => time < now - STALE_AFTER)) found.staleKeys.push(...keys);
  }
  return found;
}

/** The generations that none of the others was made from: one, or several that two machines or pages wrote at a time. */
export function latestOf(generations: readonly Generation[]): Generation[] {
  const replaced = new Set(generations.flatMap(({ replaces }) => replaces));
  return generations
    .filter(({ id }, index) => !replaced.has(id) && generations.findIndex((other) => other.id === id) === index)
    .sort((one, other) => one.time - other.time || (one.id < other.id ? -1 : 1));
}

async function join(
  id: string,
  pieces: readonly FoundPiece[],
  unpacked: ReadonlyMap<string, Generation>,
): Promise<Generation | null> {
  const ordered = [...pieces].sort((one, other) => one.number - other.number);
  const [first] = ordered;
  if (first === undefined || ordered.length !== first.of) return null;
  if (ordered.some(({ number }, index) => number !== index)) return null;
  const known = unpacked.get(id);
  if (known !== undefined) return known;
  try {
    const items: unknown = JSON.parse(await unpackText(ordered.map(({ text }) => text).join('')));
    const { replaces, time, reason } = first;
    return Array.isArray(items) ? { id, replaces, time, reason, items } : null;
  } catch {
    return null;
  }
}

function isPiece(value: unknown): value is Piece {
  if (typeof value !== 'object' || value === null) return false;
  const { of, replaces, time, reason, text } = value as Partial<Record<keyof Piece, unknown>>;
  return (
    typeof of === 'number' &&
    typeof time === 'number' &&
    typeof text === 'string' &&
    (reason === null || REASONS.some((known) => known === reason)) &&
    Array.isArray(replaces) &&
    replaces.every((id) => typeof id === 'string')
  );
}
