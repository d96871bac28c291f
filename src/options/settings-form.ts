import { element } from '../reader/element.ts';
import { describeValue } from '../settings/describe-value.ts';
import type { SettingGroup } from '../settings/setting.ts';
import { SETTING_GROUPS } from '../settings/setting-groups.ts';
import { SETTING_IDS, SETTINGS, type SettingId, type Settings } from '../settings/settings.ts';
import { createContrastReport } from './contrast-report.ts';
import { createFixedKeys } from './fixed-keys.ts';
import type { OptionsPorts } from './ports.ts';
import type { SaveReport } from './save-report.ts';
import { createSection } from './section.ts';
import { createSettingField, type SettingField } from './setting-field.ts';
import type { SearchTarget } from './settings-search.ts';

export interface SettingsForm {
  /** A section for each group. */
  groups: Record<SettingGroup, HTMLElement>;
  /** The fields, to be searched in. */
  targets: readonly SearchTarget[];
}

/** Makes a field for every setting of the table, a section for each group; each change is stored at once, and `report` tells what came of it. */
export function createSettingsForm(ports: OptionsPorts, report: SaveReport): SettingsForm {
  const { document, translate, store } = ports;
  const fields = new Map<SettingId, SettingField>();
  for (const id of SETTING_IDS) {
    const field = createSettingField(ports, id, {
      change: (changed, value) => void report(store.change(changed, value), () => saved(changed)),
      changeAll(values) {
        const changed = SETTING_IDS.filter((one) => one in values);
        void report(store.changeAll(values), () => changed.map(saved).join(' '));
      },
      reset,
    });
    fields.set(id, field);
  }

  const contrast = createContrastReport(ports);
  const keysHow = element(document, 'p', 'help');
  const groups: Record<SettingGroup, HTMLElement> = {
    type: group('type'),
    colour: group('colour'),
    focus: group('focus'),
    understanding: group('understanding'),
    listening: group('listening'),
    keys: group('keys'),
  };
  fields.get('ownLink')?.root.after(contrast.root);
  fields.get('singleKeys')?.root.after(keysHow);
  groups.keys.append(createFixedKeys(ports));

  show(store.current());
  store.subscribe(show, new AbortController().signal);
  return {
    groups,
    targets: [...fields].map(([id, { root }]) => ({ root, text: textOf(id) })),
  };

  function group(name: SettingGroup): HTMLElement {
    const ofGroup = [...fields].filter(([id]) => SETTINGS[id].group === name).map(([, { root }]) => root);
    return createSection(document, name, translate(SETTING_GROUPS[name]), ...ofGroup);
  }

  function show(settings: Settings): void {
    for (const field of fields.values()) field.show(settings);
    contrast.show(settings);
    keysHow.textContent = translate(settings.singleKeys === 'on' ? 'optionsKeysHow' : 'optionsKeysOff');
  }

  function reset<Id extends SettingId>(id: Id): void {
    const before = store.untried()[id];
    const undo = () => {
      const undone = store.change(id, before);
      // The button that was pressed goes away.
      fields.get(id)?.focus();
      void report(undone, () => saved(id));
    };
    void report(store.reset(id), () => saved(id), undo);
  }

  function saved(id: SettingId): string {
    return translate('optionsSaved', translate(SETTINGS[id].label), describeValue(translate, id, store.current()[id]));
  }

  /** Everything by which a person might look for a setting. */
  function textOf(id: SettingId): string {
    const setting = SETTINGS[id];
    const choices = setting.type === 'choice' ? Object.keys(setting.choices) : [];
    return [
      translate(setting.label),
      translate(setting.help),
      translate(SETTING_GROUPS[setting.group]),
      ...choices.map((choice) => describeValue(translate, id, choice)),
    ].join(' ');
  }
}
