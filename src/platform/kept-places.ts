import type { KeptPlace } from '../speech/resume.ts';
import { createPageMemory, type LocalArea } from './page-memory.ts';

/** Remembers where a person stopped listening to an article. Neither addresses nor texts are stored. */
export interface KeptPlaces {
  /** Null where there is none on the page of that address, or where it cannot be read. */
  find(address: string): Promise<KeptPlace | null>;
  /** In the place of the one before. Rejects where the browser does not store it. */
  keep(address: string, place: KeptPlace): Promise<void>;
  /** Rejects where the browser does not store it. */
  forget(address: string): Promise<void>;
}

/** `area` is storage.local; `now` is in milliseconds. In a private window nothing is read and nothing is stored. */
export function createKeptPlaces(area: LocalArea, isPrivate: boolean, now: () => number): KeptPlaces {
  const memory = createPageMemory(area, isPrivate, now, { prefix: 'place.', read: readPlace });
  return {
    find: memory.find,
    keep(address, { sentence, before, after, number, share }) {
      return memory.change(address, () => ({ sentence, before, after, number, share }));
    },
    forget: (address) => memory.change(address, () => null),
  };
}

function readPlace({ sentence, before, after, number, share }: Readonly<Record<string, unknown>>): KeptPlace | null {
  if (!isFingerprint(sentence)) return null;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0) return null;
  if (typeof share !== 'number' || !(share >= 0 && share <= 1)) return null;
  return {
    sentence,
    before: isFingerprint(before) ? before : null,
    after: isFingerprint(after) ? after : null,
    number,
    share,
  };
}

/** As text/fingerprint.ts makes them. */
function isFingerprint(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{16}$/.test(value);
}
