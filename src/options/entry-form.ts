import type { MessageKey } from '../../assets/message-key.ts';
import { element } from '../reader/element.ts';
import type { OptionsPorts } from './ports.ts';
import { createTextField, type TextField, type TextFieldKind } from './text-field.ts';

/** What a form asks for, and what it makes of the answers. */
export interface EntryFormKind<Entry, Field extends string> {
  /** What the ids of its elements begin with. */
  name: string;
  add: MessageKey;
  /** $1: the title of the entry that is changed. */
  change: MessageKey;
  /** In the order in which they are to stand. */
  fields: Record<Field, TextFieldKind>;
  titleOf(entry: Entry): string;
  textsOf(entry: Entry): Record<Field, string>;
  entryOf(texts: Record<Field, string>): Entry;
  /** What keeps an entry from being saved, as the second half of a sentence, and the field in which it is; null where nothing does. */
  problemOf(entry: Entry): { field: Field; text: string } | null;
}

/** The form for one entry of a list: to add one, or to change one. */
export interface EntryForm<Entry> {
  root: HTMLElement;
  /** Fills the form with an entry that is to be changed, and puts the focus there. */
  edit(entry: Entry): void;
  /** Empties the form: what was written has been stored. */
  clear(): void;
  /** What is written now, whether it could be saved or not. */
  written(): Entry;
}

/** What becomes of what is written. `before` is the entry that is changed, null where one is added. */
export interface EntryActions<Entry> {
  save(entry: Entry, before: Entry | null): void;
  /** The change was given up. */
  cancel(before: Entry): void;
}

/** Makes the form, empty, ready to add an entry. `buttons` stand beside those that save and give up. */
export function createEntryForm<Entry, Field extends string>(
  ports: Pick<OptionsPorts, 'document' | 'translate'>,
  kind: EntryFormKind<Entry, Field>,
  actions: EntryActions<Entry>,
  ...buttons: HTMLElement[]
): EntryForm<Entry> {
  const { document, translate } = ports;
  let before: Entry | null = null;
  const kinds = Object.entries(kind.fields) as [Field, TextFieldKind][];
  const fields = kinds.map(([name, field]): [Field, TextField] => [
    name,
    createTextField(ports, `${kind.name}-${name}`, field),
  ]);
  const heading = element(document, 'h3');
  heading.id = `${kind.name}-form-heading`;
  const save = element(document, 'button', 'action');
  const cancel = element(document, 'button', 'action', translate('optionsGlossaryCancel'));
  cancel.type = 'button';
  cancel.addEventListener('click', giveUp);
  const form = element(
    document,
    'form',
    'entry-form',
    heading,
    ...fields.flatMap(([, { elements }]) => elements),
    element(document, 'div', 'actions', save, cancel, ...buttons),
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
      fields[0]?.[1].control.focus();
    },
    clear: () => show(null),
    written,
  };

  function show(entry: Entry | null): void {
    before = entry;
    const texts = entry === null ? null : kind.textsOf(entry);
    for (const [name, { control, showProblem }] of fields) {
      control.value = texts?.[name] ?? '';
      showProblem(null);
    }
    heading.textContent = entry === null ? translate(kind.add) : translate(kind.change, kind.titleOf(entry));
    save.textContent = translate(entry === null ? 'optionsGlossaryAddButton' : 'optionsGlossarySave');
    cancel.hidden = entry === null;
  }

  function giveUp(): void {
    const entry = before;
    show(null);
    if (entry !== null) actions.cancel(entry);
  }

  function written(): Entry {
    const texts = fields.map(([name, { control }]) => [name, control.value]);
    return kind.entryOf(Object.fromEntries(texts) as Record<Field, string>);
  }

  function submit(): void {
    const entry = written();
    const problem = kind.problemOf(entry);
    for (const [name, { control, showProblem }] of fields) {
      const isWrong = problem?.field === name;
      showProblem(isWrong ? translate('optionsGlossaryCannotSave', problem.text) : null);
      if (isWrong) control.focus();
    }
    if (problem === null) actions.save(entry, before);
  }
}
