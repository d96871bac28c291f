import { readdirSync, readFileSync } from 'node:fs';
import type { GlossaryEntry } from '../../src/glossary/entry.ts';
import { checkEntries } from './check-entries.ts';
import { type ReadEntries, readEntries } from './read-entries.ts';

const FOLDER = new URL('../../assets/glossary/', import.meta.url);

/** The entries of all files of the glossary with every fault found in them. */
export function readGlossary(thisMonth = new Date().toISOString().slice(0, 7)): ReadEntries {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const read = files.map((name) => readEntries(name, readFileSync(new URL(name, FOLDER), 'utf8')));
  const entries = read.flatMap((file) => file.entries);
  return { entries, faults: [...read.flatMap(({ faults }) => faults), ...checkEntries(entries, thisMonth)] };
}

/** The entries of the glossary; throws with every fault where there is one. */
export function readSoundGlossary(): GlossaryEntry[] {
  const { entries, faults } = readGlossary();
  if (faults.length > 0) throw new Error(`The glossary has faults:\n${faults.join('\n')}`);
  return entries.map(({ entry }) => entry);
}
