import { type ReadEntries, readEntryFiles } from '../../src/command-line/entries.ts';
import type { GlossaryEntry } from '../../src/glossary/entry.ts';
import { checkEntries } from './check-entries.ts';
import { readLines } from './everyday-words.ts';
import { withoutIdleCues } from './idle-cues.ts';

/** A file rather than the clock: what can be built today can be built on a machine whose clock is wrong. */
const NEWEST_MONTH = new URL('../../assets/glossary-checks/newest-month.txt', import.meta.url);

/** The entries of all files of the glossary with every fault found in them. */
export function readGlossary(): ReadEntries {
  const { entries, faults } = readEntryFiles();
  const [newestMonth = ''] = readLines(NEWEST_MONTH);
  return { entries, faults: [...faults, ...checkEntries(entries, newestMonth)] };
}

/** The entries of the glossary as they are shipped; throws with every fault where there is one. */
export function readSoundGlossary(): GlossaryEntry[] {
  const { entries, faults } = readGlossary();
  if (faults.length > 0) throw new Error(`The glossary has faults:\n${faults.join('\n')}`);
  return withoutIdleCues(entries.map(({ entry }) => entry));
}
