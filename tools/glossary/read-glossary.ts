import { type ReadEntries, readEntryFiles } from '../../src/command-line/entries.ts';
import type { GlossaryEntry } from '../../src/glossary/entry.ts';
import { checkEntries } from './check-entries.ts';
import { withoutIdleCues } from './idle-cues.ts';

/** The entries of all files of the glossary with every fault found in them. */
export function readGlossary(thisMonth = new Date().toISOString().slice(0, 7)): ReadEntries {
  const { entries, faults } = readEntryFiles();
  return { entries, faults: [...faults, ...checkEntries(entries, thisMonth)] };
}

/** The entries of the glossary as they are shipped; throws with every fault where there is one. */
export function readSoundGlossary(): GlossaryEntry[] {
  const { entries, faults } = readGlossary();
  if (faults.length > 0) throw new Error(`The glossary has faults:\n${faults.join('\n')}`);
  return withoutIdleCues(entries.map(({ entry }) => entry));
}
