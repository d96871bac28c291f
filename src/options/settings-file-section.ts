import { element } from '../reader/element.ts';
import type { OwnPreset } from '../settings/own-preset.ts';
import { SETTING_IDS, SETTINGS, type Settings } from '../settings/settings.ts';
import {
  type FiledPreset,
  LARGEST_SETTINGS_FILE,
  readSettingsFile,
  type SettingsFile,
  writeSettingsFile,
} from '../settings/settings-file.ts';
import { createImportQuestion } from './import-question.ts';
import { describeFailure } from './kept-place.ts';
import type { OptionsPorts } from './ports.ts';
import { changedIds, type PresetTrial } from './preset-trial.ts';
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
    const kept = await ownPresets.list();
    const names = new Set(kept.map(({ name }) => name.toLowerCase()));
    const presets = file.presets.filter(({ name }) => !names.has(name.toLowerCase()));
    // Against what would be there without the import, not against what is only tried.
    trial.takeBack();
    const current = store.current();
    const changed = changedIds(file.settings, current);
    if (changed.length === 0 && presets.length === 0) {
      const sentences = [translate('optionsFileSame'), ...describeLeftOut(translate, file)];
      status.show(sentences.join(' '), 'done');
      return;
    }
    status.show('', 'done');
    const pick = (settings: Settings): Values => Object.fromEntries(changed.map((id) => [id, settings[id]]));
    question.ask(describeImport(translate, file, current, presets), {
      import: () => void takeIn(pick(file.settings), presets),
      cancel() {
        status.show(translate('optionsFileCancelled'), 'done');
        input.focus();
      },
    });
  }

  async function takeIn(values: Values, presets: readonly FiledPreset[]): Promise<void> {
    const current = store.current();
    const before: Values = Object.fromEntries(changedIds(values, current).map((id) => [id, current[id]]));
    const added: OwnPreset[] = [];
    const left: string[] = [];
    const stored = store.changeAll(values);
    // The button that was pressed goes away.
    input.focus();
    try {
      for (const { name, values: ofPreset } of presets) {
        const kept = await ownPresets.keep(name, ofPreset);
        if (typeof kept === 'string') left.push(name);
        else added.push(kept);
      }
    } catch (error) {
      await stored.catch(() => undefined);
      status.show(describeFailure(translate, error), 'problem');
      return;
    }
    const undo = () => {
      input.focus();
      const undone = [store.changeAll(before), ...added.map(({ id }) => ownPresets.remove(id))];
      void report(Promise.all(undone), () => translate('optionsUndone'));
    };
    const sentences = [
      translate('optionsFileImported'),
      ...(left.length > 0 ? [translate('optionsFilePresetsLeft', left.join(', '))] : []),
    ];
    await report(stored, () => sentences.join(' '), undo);
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
