import { keyOfOwnTerm, type OwnEntry } from '../glossary/own-entry.ts';
import { counted } from '../reader/counted.ts';
import { element } from '../reader/element.ts';
import { createGlossaryFiles } from './glossary-files.ts';
import { describeFailure, describePlace } from './kept-place.ts';
import { createLongList } from './long-list.ts';
import { createOwnEntryForm } from './own-entry-form.ts';
import type { OptionsPorts } from './ports.ts';
import { createSection } from './section.ts';
import { createStatusLine } from './status-line.ts';

/** A section that shows a list from the browser's storage. */
export interface ListSection {
  root: HTMLElement;
  /** Shows the list as it is now. */
  refresh(): Promise<void>;
}

/** Makes the section of the reader's own glossary: a form, the list, and the files that come in and go out. */
export function createOwnGlossarySection(ports: OptionsPorts): ListSection {
  const { document, translate, ownGlossary } = ports;
  const status = createStatusLine(document, translate);
  const place = element(document, 'p', 'help');
  const count = element(document, 'h3');
  /** One reading after the other: an older one that took longer would be shown last. */
  let shownLast: Promise<void> = Promise.resolve();

  const form = createOwnEntryForm(ports, {
    save: (entry, before) => void save(entry, before),
    cancel: (before) => void list.focus(keyOfOwnTerm(before.term)),
  });
  const list = createLongList<OwnEntry>(ports, {
    name: 'own',
    label: 'optionsGlossary',
    filterLabel: 'optionsGlossaryFind',
    empty: 'optionsGlossaryEmpty',
    matches: { one: 'optionsGlossaryMatchesOne', other: 'optionsGlossaryMatches' },
    keyOf: ({ term }) => keyOfOwnTerm(term),
    titleOf: ({ term }) => term,
    textsOf: ({ term, also, definition }) => [term, ...also, definition],
    row: rowOf,
  });
  const files = createGlossaryFiles(ports, status, refresh);
  const root = createSection(
    document,
    'own-glossary',
    translate('optionsGlossary'),
    element(document, 'p', 'help', translate('optionsGlossaryWhat')),
    place,
    element(
      document,
      'div',
      'own-columns',
      element(document, 'div', 'own-tools', form.root, files.root),
      element(document, 'div', 'own-list', count, list.root),
    ),
    status.root,
  );
  ownGlossary.subscribe(() => void refresh(), new AbortController().signal);
  return { root, refresh };

  function refresh(): Promise<void> {
    shownLast = shownLast.then(showStored);
    return shownLast;
  }

  async function showStored(): Promise<void> {
    try {
      const entries = await ownGlossary.list();
      list.show(entries);
      files.show(entries);
      count.textContent = counted(translate, entries.length, 'optionsGlossaryCountOne', 'optionsGlossaryCount');
      place.textContent = describePlace(translate, ownGlossary.report());
    } catch {
      place.textContent = translate('optionsGlossaryUnreadable');
    }
  }

  function rowOf(entry: OwnEntry): HTMLElement[] {
    const { term, also, definition } = entry;
    const written = element(document, 'p', 'entry-meaning', definition);
    // A term may run in another direction than the page.
    written.dir = 'auto';
    const others = element(document, 'p', 'help', translate('optionsGlossaryAlsoWritten', also.join('; ')));
    return [
      element(document, 'p', 'entry-term', element(document, 'bdi', '', term)),
      ...(also.length > 0 ? [others] : []),
      written,
      element(
        document,
        'div',
        'actions',
        rowButton(translate('optionsGlossaryEdit'), term, () => form.edit(entry)),
        rowButton(translate('optionsGlossaryDelete'), term, () => void remove(entry)),
      ),
    ];
  }

  function rowButton(label: string, term: string, run: () => void): HTMLButtonElement {
    const button = element(document, 'button', '', label);
    button.type = 'button';
    button.setAttribute('aria-label', translate('optionsGlossaryButtonFor', label, term));
    button.addEventListener('click', run);
    return button;
  }

  async function save(entry: OwnEntry, before: OwnEntry | null): Promise<void> {
    const key = keyOfOwnTerm(entry.term);
    const insteadOf = before === null || keyOfOwnTerm(before.term) === key ? [] : [before.term];
    try {
      const { surplus, replaced } = await ownGlossary.put([entry], insteadOf);
      if (surplus.length > 0) {
        status.show(translate('optionsGlossaryFull'), 'problem');
        return;
      }
      form.clear();
      await refresh();
      // An entry that the reader did not mean to change has given way to this one.
      const [lost] = replaced.filter(({ term }) => before === null || keyOfOwnTerm(before.term) !== keyOfOwnTerm(term));
      if (lost === undefined) status.show(translate('optionsGlossarySaved', entry.term), 'done');
      else status.show(translate('optionsGlossaryTookPlace', entry.term), 'done', () => void putBack(lost, before));
      if (before !== null) list.focus(key);
    } catch (error) {
      status.show(describeFailure(translate, error), 'problem');
    }
  }

  async function putBack(lost: OwnEntry, before: OwnEntry | null): Promise<void> {
    await undo([lost, ...(before === null ? [] : [before])], keyOfOwnTerm(lost.term));
  }

  async function remove(entry: OwnEntry): Promise<void> {
    try {
      await ownGlossary.remove([entry.term]);
      // What the line says could be taken back is older than this.
      status.show('', 'done');
      list.showGone(entry, translate('optionsGlossaryDeleted', entry.term), () => {
        void undo([entry], keyOfOwnTerm(entry.term));
      });
      await refresh();
    } catch (error) {
      status.show(describeFailure(translate, error), 'problem');
    }
  }

  async function undo(entries: readonly OwnEntry[], key: string): Promise<void> {
    try {
      await ownGlossary.put(entries);
      await refresh();
      list.focus(key);
      status.show(translate('optionsGlossaryUndone'), 'done');
    } catch (error) {
      status.show(describeFailure(translate, error), 'problem');
    }
  }
}
