import type { MessageKey, Translate } from '../../assets/message-key.ts';
import { counted } from '../reader/counted.ts';
import { changedIds } from '../settings/changed-ids.ts';
import { describeValue } from '../settings/describe-value.ts';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import type { FiledPreset, SettingsFile, SettingsFileProblem } from '../settings/settings-file.ts';

const PROBLEMS: Record<SettingsFileProblem | 'unreadable', MessageKey> = {
  'too-large': 'optionsFileTooLarge',
  'not-json': 'optionsFileNotJson',
  'not-settings': 'optionsFileNotSettings',
  unreadable: 'optionsFileUnreadable',
};

/** Says why a file was not read at all; `unreadable` is one that the browser itself could not read. */
export function describeFileProblem(translate: Translate, problem: SettingsFileProblem | 'unreadable'): string {
  return translate(PROBLEMS[problem]);
}

/** What an import would do, in sentences: how much changes, then each change, then what of the file is not taken. */
export interface ImportQuestion {
  summary: string;
  details: string[];
}

/**
 * Describes what a file would change of the settings and add to the presets. `presets` are those that are not there yet;
 * `leftOut` says what of the file is not taken.
 */
export function describeImport(
  translate: Translate,
  settings: Settings,
  current: Settings,
  presets: readonly FiledPreset[],
  leftOut: readonly string[],
): ImportQuestion {
  const changed = changedIds(settings, current);
  const summary = [
    counted(translate, changed.length, 'optionsFileChangesOne', 'optionsFileChanges'),
    ...(presets.length > 0 ? [counted(translate, presets.length, 'optionsFileAddsOne', 'optionsFileAdds')] : []),
  ].join(' ');
  const changes = changed.map((id) => {
    const [after, before] = [settings[id], current[id]].map((value) => describeValue(translate, id, value));
    return translate('optionsFileChange', translate(SETTINGS[id].label), after ?? '', before ?? '');
  });
  return {
    summary,
    details: [...changes, ...presets.map(({ name }) => translate('optionsFileNewPreset', name)), ...leftOut],
  };
}

/** What of the file is not taken, in sentences. */
export function describeLeftOut(translate: Translate, { problems, leftOut, isNewer }: SettingsFile): string[] {
  return [
    ...problems.map(({ id }) => translate('optionsFileValueUnusable', translate(SETTINGS[id].label))),
    ...(leftOut > 0 ? [counted(translate, leftOut, 'optionsFileLeftOutOne', 'optionsFileLeftOut')] : []),
    ...(isNewer ? [translate('optionsFileNewer')] : []),
  ];
}
