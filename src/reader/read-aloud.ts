import type { ListeningPart, ListeningSubject } from './listening-ports.ts';
import type { ReadAloud } from './ports.ts';

/** `load` brings the part of the view that reads aloud; null where it does not come. */
export function createReadAloud(subject: ListeningSubject, load: () => Promise<ListeningPart | null>): ReadAloud {
  let part: ListeningPart | null = null;
  /** Counts what was asked for: who stops while the part is still coming wants nothing spoken. */
  let asked = 0;
  return {
    async speak(text, language) {
      const request = ++asked;
      part = await load();
      if (request !== asked || subject.shown.signal.aborted) return null;
      return part ? part.readAloud(subject, text, language) : 'synthesis-failed';
    },
    stop() {
      asked++;
      part?.stopReadingAloud(subject);
    },
  };
}
