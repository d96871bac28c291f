import type { GlossaryEntry } from '../../src/glossary/entry.ts';
import { formsOf } from '../../src/glossary/forms.ts';
import { isShortAcronym } from '../../src/glossary/senses.ts';

/**
 * The entries as they are shipped: without the cues that nothing asks for, since no other entry has the form, the entry is
 * matched without them, and it has no form that is too general. They stay in the files, where the next sense may need them.
 */
export function withoutIdleCues(entries: readonly GlossaryEntry[]): GlossaryEntry[] {
  const owners = new Map<string, number>();
  for (const entry of entries) for (const form of namesOf(entry)) owners.set(form, (owners.get(form) ?? 0) + 1);
  return entries.map((entry) => {
    const isAsked =
      entry.match === 'with-cues' ||
      entry.short.length > 0 ||
      isShortAcronym(entry.term) ||
      [...namesOf(entry)].some((form) => (owners.get(form) ?? 0) > 1);
    return isAsked ? entry : { ...entry, cues: [] };
  });
}

function namesOf(entry: GlossaryEntry): Set<string> {
  return new Set(formsOf(entry).map(({ keys }) => keys.join(' ').toLowerCase().replace(/s$/, '')));
}
