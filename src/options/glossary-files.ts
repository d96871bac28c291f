import type { MessageKey } from '../../assets/message-key.ts';
import type { OwnEntry } from '../glossary/own-entry.ts';
import { LARGEST_FILE, readGlossaryFile, writeGlossaryCsv, writeGlossaryJson } from '../glossary/own-glossary-file.ts';
import { element } from '../reader/element.ts';
import { describeFileProblem, describeImport } from './import-report.ts';
import { describeFailure } from './kept-place.ts';
import type { OptionsPorts } from './ports.ts';
import type { StatusLine } from './status-line.ts';

/** The files of the reader's own glossary: one to import, and two kinds to save. */
export interface GlossaryFiles {
  root: HTMLElement;
  /** Takes the entries that would be saved; with none there is nothing to save. */
  show(entries: readonly OwnEntry[]): void;
}

/** Makes the field for a file and the buttons that save one. `refresh` shows the glossary anew. */
export function createGlossaryFiles(
  ports: OptionsPorts,
  status: StatusLine,
  refresh: () => Promise<void>,
): GlossaryFiles {
  const { document, translate, ownGlossary, saveFile } = ports;
  let entries: readonly OwnEntry[] = [];

  const input = element(document, 'input');
  input.type = 'file';
  input.id = 'own-import';
  input.accept = '.csv,.tsv,.txt,.json,text/csv,text/tab-separated-values,application/json';
  const label = element(document, 'label', '', translate('optionsGlossaryImport'));
  label.htmlFor = input.id;
  const help = element(document, 'p', 'help', translate('optionsGlossaryImportHelp'));
  help.id = `${input.id}-help`;
  input.setAttribute('aria-describedby', help.id);
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void importFile(file);
  });
  const details = element(document, 'ul', 'import-details');
  details.setAttribute('role', 'list');
  details.setAttribute('aria-label', translate('optionsGlossaryDetails'));
  details.hidden = true;

  const saving = element(
    document,
    'div',
    'actions',
    saveButton('optionsGlossarySaveCsv', 'lectern-glossary.csv', 'text/csv', writeGlossaryCsv),
    saveButton('optionsGlossarySaveJson', 'lectern-glossary.json', 'application/json', writeGlossaryJson),
  );
  const savingHeading = element(document, 'h3', '', translate('optionsGlossaryExport'));
  const root = element(document, 'div', 'own-files', label, input, help, details);
  return {
    root,
    show(current) {
      entries = current;
      if (entries.length > 0) root.append(savingHeading, saving);
      else for (const part of [savingHeading, saving]) part.remove();
    },
  };

  function saveButton(
    key: MessageKey,
    name: string,
    type: string,
    write: (entries: readonly OwnEntry[]) => string,
  ): HTMLButtonElement {
    const button = element(document, 'button', 'action', translate(key));
    button.type = 'button';
    button.addEventListener('click', () => saveFile(name, type, write(entries)));
    return button;
  }

  async function importFile(chosen: File): Promise<void> {
    showDetails([]);
    try {
      // Before it is read: a film that was chosen by mistake would fill the memory.
      const file =
        chosen.size > LARGEST_FILE ? 'too-large' : readGlossaryFile(new Uint8Array(await chosen.arrayBuffer()));
      if (typeof file === 'string') {
        status.show(describeFileProblem(translate, file), 'problem');
        return;
      }
      const before = await ownGlossary.list();
      const put = await ownGlossary.put(file.entries);
      const report = describeImport(translate, file, put);
      showDetails(report.details);
      const changed = put.added > 0 || put.replaced.length > 0;
      await refresh();
      status.show(report.summary, 'done', changed ? () => void takeBack(before, file.entries) : null);
    } catch (error) {
      const isUnread = error instanceof Error && error.name === 'NotReadableError';
      status.show(isUnread ? translate('optionsGlossaryFileUnreadable') : describeFailure(translate, error), 'problem');
    } finally {
      // The same file, mended, can be chosen again.
      input.value = '';
    }
  }

  async function takeBack(before: readonly OwnEntry[], imported: readonly OwnEntry[]): Promise<void> {
    try {
      await ownGlossary.put(
        before,
        imported.map(({ term }) => term),
      );
      showDetails([]);
      await refresh();
      status.show(translate('optionsGlossaryImportUndone'), 'done');
      // The button that was pressed goes away.
      input.focus();
    } catch (error) {
      status.show(describeFailure(translate, error), 'problem');
    }
  }

  function showDetails(lines: readonly string[]): void {
    details.replaceChildren(...lines.map((line) => element(document, 'li', '', line)));
    details.hidden = lines.length === 0;
  }
}
