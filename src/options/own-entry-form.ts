import type { MessageKey } from '../../assets/message-key.ts';
import { checkOwnEntry, type OwnEntry, type OwnEntryProblem, splitAlso, tidyOwnEntry } from '../glossary/own-entry.ts';
import { element } from '../reader/element.ts';
import type { OptionsPorts } from './ports.ts';
import { describeRowProblem } from './row-problem.ts';

type FieldName = 'term' | 'also' | 'definition';

/** The form for one entry of the reader's own glossary: to add one, or to change one. */
export interface OwnEntryForm {
  root: HTMLElement;
  /** Fills the form with an entry that is to be changed, and puts the focus there. */
  edit(entry: OwnEntry): void;
  /** Empties the form: what was written has been stored. */
  clear(): void;
}

/** What becomes of what is written. `before` is the entry that is changed, null where one is added. */
export interface OwnEntryActions {
  save(entry: OwnEntry, before: OwnEntry | null): void;
  /** The change was given up. */
  cancel(before: OwnEntry): void;
}

const FIELD_OF: Record<OwnEntryProblem, FieldName> = {
  'no-term': 'term',
  'long-term': 'term',
  'long-also': 'also',
  'many-also': 'also',
  'no-definition': 'definition',
  'long-definition': 'definition',
};

/** Makes the form, empty, ready to add an entry. */
export function createOwnEntryForm(ports: OptionsPorts, actions: OwnEntryActions): OwnEntryForm {
  const { document, translate } = ports;
  let before: OwnEntry | null = null;
  const fields = {
    term: createField('term', 'input', 'optionsGlossaryTerm', null),
    also: createField('also', 'input', 'optionsGlossaryAlso', 'optionsGlossaryAlsoHelp'),
    definition: createField('definition', 'textarea', 'optionsGlossaryMeaning', 'optionsGlossaryMeaningHelp'),
  };
  const { term, also, definition } = fields;
  const heading = element(document, 'h3');
  heading.id = 'own-form-heading';
  const save = element(document, 'button', 'action');
  const cancel = element(document, 'button', 'action', translate('optionsGlossaryCancel'));
  cancel.type = 'button';
  cancel.addEventListener('click', giveUp);
  const form = element(
    document,
    'form',
    'own-form',
    heading,
    ...Object.values(fields).flatMap(({ elements }) => elements),
    element(document, 'div', 'actions', save, cancel),
  );
  form.noValidate = true;
  form.setAttribute('aria-labelledby', heading.id);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && before !== null) giveUp();
  });
  show(null);
  return {
    root: form,
    edit(entry) {
      show(entry);
      term.control.focus();
    },
    clear: () => show(null),
  };

  function show(entry: OwnEntry | null): void {
    before = entry;
    term.control.value = entry?.term ?? '';
    also.control.value = entry?.also.join('; ') ?? '';
    definition.control.value = entry?.definition ?? '';
    heading.textContent =
      entry === null ? translate('optionsGlossaryAdd') : translate('optionsGlossaryChange', entry.term);
    save.textContent = translate(entry === null ? 'optionsGlossaryAddButton' : 'optionsGlossarySave');
    cancel.hidden = entry === null;
    for (const field of Object.values(fields)) field.showProblem(null);
  }

  function giveUp(): void {
    const entry = before;
    show(null);
    if (entry !== null) actions.cancel(entry);
  }

  function submit(): void {
    const entry = tidyOwnEntry({
      term: term.control.value,
      also: splitAlso(also.control.value),
      definition: definition.control.value,
    });
    const problem = checkOwnEntry(entry);
    const wrong = problem === null ? null : FIELD_OF[problem];
    for (const [name, field] of Object.entries(fields)) {
      const isWrong = name === wrong && problem !== null;
      field.showProblem(
        isWrong ? translate('optionsGlossaryCannotSave', describeRowProblem(translate, problem)) : null,
      );
    }
    if (wrong === null) actions.save(entry, before);
    else fields[wrong].control.focus();
  }

  function createField(name: FieldName, tag: 'input' | 'textarea', label: MessageKey, help: MessageKey | null) {
    const control = element(document, tag);
    control.id = `own-${name}`;
    control.autocomplete = 'off';
    const title = element(document, 'label', '', translate(label));
    title.htmlFor = control.id;
    const helpLine = help === null ? null : element(document, 'p', 'help', translate(help));
    const problemLine = element(document, 'p', 'field-problem');
    problemLine.id = `${control.id}-problem`;
    if (helpLine !== null) helpLine.id = `${control.id}-help`;
    const lines = helpLine === null ? [problemLine] : [helpLine, problemLine];
    control.setAttribute('aria-describedby', lines.map(({ id }) => id).join(' '));
    return {
      control,
      elements: [title, control, ...lines],
      showProblem(text: string | null) {
        problemLine.textContent = text ?? '';
        if (text === null) control.removeAttribute('aria-invalid');
        else control.setAttribute('aria-invalid', 'true');
      },
    };
  }
}
