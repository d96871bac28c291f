import { checkOwnEntry, type OwnEntry, type OwnEntryProblem, splitAlso, tidyOwnEntry } from '../glossary/own-entry.ts';
import { createEntryForm, type EntryActions, type EntryForm } from './entry-form.ts';
import type { OptionsPorts } from './ports.ts';
import { describeRowProblem } from './row-problem.ts';

type FieldName = 'term' | 'also' | 'definition';

const FIELD_OF: Record<OwnEntryProblem, FieldName> = {
  'no-term': 'term',
  'long-term': 'term',
  'long-also': 'also',
  'many-also': 'also',
  'no-definition': 'definition',
  'long-definition': 'definition',
};

/** Makes the form for one entry of the reader's own glossary, empty, ready to add one. */
export function createOwnEntryForm(ports: OptionsPorts, actions: EntryActions<OwnEntry>): EntryForm<OwnEntry> {
  return createEntryForm<OwnEntry, FieldName>(
    ports,
    {
      name: 'own',
      add: 'optionsGlossaryAdd',
      change: 'optionsGlossaryChange',
      fields: {
        term: { tag: 'input', label: 'optionsGlossaryTerm', help: null },
        also: { tag: 'input', label: 'optionsGlossaryAlso', help: 'optionsGlossaryAlsoHelp' },
        definition: { tag: 'textarea', label: 'optionsGlossaryMeaning', help: 'optionsGlossaryMeaningHelp' },
      },
      titleOf: ({ term }) => term,
      textsOf: ({ term, also, definition }) => ({ term, also: also.join('; '), definition }),
      entryOf: ({ term, also, definition }) => tidyOwnEntry({ term, also: splitAlso(also), definition }),
      problemOf(entry) {
        const problem = checkOwnEntry(entry);
        return problem && { field: FIELD_OF[problem], text: describeRowProblem(ports.translate, problem) };
      },
    },
    actions,
  );
}
