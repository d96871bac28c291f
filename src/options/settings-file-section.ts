import type { PresetTrial } from '../platform/preset-trial.ts';
import { element } from '../reader/element.ts';
import { changedIds } from '../settings/changed-ids.ts';
import { SETTING_IDS, SETTINGS, type Settings } from '../settings/settings.ts';
import {
  type FiledPreset,
  LARGEST_SETTINGS_FILE,
  readSettingsFile,
  type SettingsFile,
  writeSettingsFile,
} from '../settings/settings-file.ts';
import { type AddedPresets, addPresets, describeAdded } from './import-presets.ts';
import { createImportQuestion } from './import-question.ts';
import type { OptionsPorts } from './ports.ts';
import type { SaveReport } from './save-report.ts';
import { createSection } from './section.ts';
import { describeFileProblem, describeImport, describeLeftOut } from './settings-file-report.ts';
import type { StatusLine } from './status-line.ts';

type Values = Readonly<Partial<Settings>>;

/** Makes the section for all settings at once: saved as a file, taken from one, or put back to their defaults. */
export function createSettingsFileSection(
  ports: Pick<OptionsPorts, 'document' | 'translate' | 'store' | 'ownPresets' | 'saveFile'>,
  trial: PresetTrial,
  status: StatusLine,
  report: SaveReport,
): HTMLElement {
  const { document, translate, store, ownPresets, saveFile } = ports;

  const save = action('optionsFileSave', () => void saveSettings());
  const saveHelp = element(document, 'p', 'help', translate('optionsFileWhat'));
  saveHelp.id = 'settings-file-what';
  save.setAttribute('aria-describedby', saveHelp.id);

  const input = element(document, 'input');
  input.type = 'file';
  input.id = 'settings-file';
  input.accept = '.json,application/json';
  const label = element(document, 'label', '', translate('optionsFileChoose'));
  label.htmlFor = input.id;
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void readFile(file);
  });
  const question = createImportQuestion(ports);

  const resetAll = action('optionsResetAll', reset);
  resetAll.classList.add('reset-all');
  return createSection(
    document,
    'settings-file',
    translate('optionsFile'),
    save,
    saveHelp,
    label,
    input,
    question.root,
    resetAll,
  );

  function action(key: 'optionsFileSave' | 'optionsResetAll', run: () => void): HTMLButtonElement {
    const button = element(document, 'button', 'action', translate(key));
    button.type = 'button';
    button.addEventListener('click', run);
    return button;
  }

  async function saveSettings(): Promise<void> {
    try {
      const text = writeSettingsFile(store.untried(), await ownPresets.list());
      saveFile('lectern-settings.json', 'application/json', text);
      status.show(translate('optionsFileSaved'), 'done');
    } catch {
      status.show(translate('optionsPresetUnreadable'), 'problem');
    }
  }

  async function readFile(chosen: File): Promise<void> {
    question.hide();
    try {
      // Before it is read: a film that was chosen by mistake would fill the memory.
      const file = chosen.size > LARGEST_SETTINGS_FILE ? 'too-large' : readSettingsFile(await chosen.text());
      if (typeof file === 'string') status.show(describeFileProblem(translate, file), 'problem');
      else await ask(file);
    } catch {
      status.show(describeFileProblem(translate, 'unreadable'), 'problem');
    } finally {
      // The same file, mended, can be chosen again.
      input.value = '';
    }
  }

  async function ask(file: SettingsFile): Promise<void> {
    const kept = await ownPresets.list().catch(() => null);
    const names = new Set(kept?.map(({ name }) => name.toLowerCase()));
    const presets = kept === null ? [] : file.presets.filter(({ name }) => !names.has(name.toLowerCase()));
    // Against what would be there without the import, not against what is only tried.
    trial.takeBack();
    const current = store.untried();
    const leftOut = [
      ...(kept === null && file.presets.length > 0 ? [translate('optionsFilePresetsUnreadable')] : []),
      ...describeLeftOut(translate, file),
    ];
    if (changedIds(file.settings, current).length === 0 && presets.length === 0) {
      status.show([translate('optionsFileSame'), ...leftOut].join(' '), 'done');
      return;
    }
    status.show('', 'done');
    question.ask(describeImport(translate, file.settings, current, presets, leftOut), {
      import: () => takeIn(file.settings, presets),
      cancel() {
        status.show(translate('optionsFileCancelled'), 'done');
        input.focus();
      },
    });
  }

  function takeIn(settings: Settings, presets: readonly FiledPreset[]): void {
    // A preset can have been tried, and a setting be changed, since the question was asked.
    trial.takeBack();
    const current = store.untried();
    const changed = changedIds(settings, current);
    const pick = (of: Settings): Values => Object.fromEntries(changed.map((id) => [id, of[id]]));
    const stored = store.changeAll(pick(settings));
    const adding = addPresets(ownPresets, presets);
    // The button that was pressed goes away.
    input.focus();
    let added: AddedPresets | null = null;
    const all = Promise.allSettled([stored, adding]).then(async () => {
      added = await adding;
      await stored;
    });
    const undo = () => {
      input.focus();
      const undone = [store.changeAll(pick(current)), ...(added?.ids ?? []).map((id) => ownPresets.remove(id))];
      void report(Promise.all(undone), () => translate('optionsUndone'));
    };
    const done = () => translate('optionsFileImported');
    void report(all, done, undo, () => (added === null ? [] : describeAdded(translate, added)));
  }

  function reset(): void {
    trial.takeBack();
    const before = store.current();
    const changed = SETTING_IDS.filter((id) => before[id] !== SETTINGS[id].default);
    void report(
      store.reset(),
      () => translate('optionsResetAllDone'),
      () => {
        // The button that was pressed goes away.
        resetAll.focus();
        const restored = store.changeAll(Object.fromEntries(changed.map((id) => [id, before[id]])));
        void report(restored, () => translate('optionsUndone'));
      },
    );
  }
}
