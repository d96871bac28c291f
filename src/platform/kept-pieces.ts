import { createPageMemory, type LocalArea } from './page-memory.ts';

/** Remembers which pieces a person has put back into the article of a page. Neither addresses nor texts are stored. */
export interface KeptPieces {
  /** The fingerprints of the pieces that were put back on the page of that address; none where they cannot be read. */
  find(address: string): Promise<string[]>;
  /** Rejects where the browser does not store it. */
  keep(address: string, piece: string): Promise<void>;
  /** Rejects where the browser does not store it. */
  forget(address: string, piece: string): Promise<void>;
}

/** `area` is storage.local; `now` is in milliseconds. In a private window nothing is read and nothing is stored. */
export function createKeptPieces(area: LocalArea, isPrivate: boolean, now: () => number): KeptPieces {
  const memory = createPageMemory(area, isPrivate, now, { prefix: 'kept.', read: readPieces });

  function change(address: string, edit: (pieces: Set<string>) => void): Promise<void> {
    return memory.change(address, (stored) => {
      const pieces = new Set(stored?.pieces);
      edit(pieces);
      return pieces.size === 0 ? null : { pieces: [...pieces] };
    });
  }

  return {
    find: async (address) => (await memory.find(address))?.pieces ?? [],
    keep: (address, piece) => change(address, (pieces) => pieces.add(piece)),
    forget: (address, piece) => change(address, (pieces) => pieces.delete(piece)),
  };
}

function readPieces({ pieces }: Readonly<Record<string, unknown>>): { pieces: string[] } | null {
  if (!Array.isArray(pieces)) return null;
  return { pieces: pieces.filter((piece): piece is string => typeof piece === 'string') };
}
