import type { MessageKey } from '../../assets/message-key.ts';
import { LONGEST_PRESET_NAME, type OwnPreset, presetValues, type RemovedPreset } from '../settings/own-preset.ts';
import { PRESETS } from '../settings/presets.ts';
import { PRESET_SAVE_FAILURES, saveFailureOf } from '../settings/save-failures.ts';
import type { AppearancePorts } from './appearance-ports.ts';
import type { AppearanceStatus } from './appearance-status.ts';
import { button, element, icon, unseen } from './element.ts';
import { X } from './icons.ts';
import type { ShownArticle } from './ports.ts';
import type { PresetTrial, TriedPreset } from './preset-trial.ts';

const REFUSALS = {
  'no-name': 'presetNameMissing',
  'same-name': 'presetNameTaken',
  'too-many': 'presetTooMany',
} as const satisfies Record<string, MessageKey>;

export interface AppearancePresetsOptions
  extends Pick<AppearancePorts, 'document' | 'translate' | 'settings' | 'ownPresets'> {
  shown: ShownArticle;
  status: AppearanceStatus;
  trial: Pick<PresetTrial, 'key' | 'try' | 'takeBack'>;
}

/** The presets in the sheet: Lectern's, the reader's own, and a form to keep one more. */
export interface AppearancePresets {
  element: HTMLElement;
  /** Reads the reader's own anew. */
  refresh(): Promise<void>;
  /** Shows which one is tried. */
  update(): void;
}

/** Makes the list. A press tries a preset, a second one takes it back. */
export function createAppearancePresets(options: AppearancePresetsOptions): AppearancePresets {
  const { document, translate, settings, ownPresets, shown, status, trial } = options;
  const buttons = new Map<string, HTMLButtonElement>();
  let own: readonly OwnPreset[] = [];

  const heading = element(document, 'h3', 'appearance-heading', translate('appearancePresets'));
  const help = element(document, 'p', 'appearance-help', translate('appearancePresetsHelp'));
  const list = element(document, 'ul', 'preset-list');
  // Where a style sheet takes the marks of a list away, Safari takes its role away too.
  list.setAttribute('role', 'list');
  const given = PRESETS.map(({ id, label, help: sentence, values }) =>
    presetItem({ key: `given ${id}`, name: translate(label), help: translate(sentence), values }),
  );
  list.append(...given);

  const name = element(document, 'input', 'form-field');
  name.id = 'preset-name';
  name.maxLength = LONGEST_PRESET_NAME;
  name.autocomplete = 'off';
  name.dir = 'auto';
  // Enter. As a key it does not arrive here: the overlay keeps keys from the page, and with it from its own fields.
  name.addEventListener('beforeinput', (event) => {
    if (event.isTrusted && event.inputType === 'insertLineBreak') void keep();
  });
  const nameLabel = element(document, 'label', '', translate('presetName'));
  nameLabel.htmlFor = name.id;
  const save = button(document, 'action', translate('presetSave'), () => void keep());
  const cancel = button(document, 'action', translate('presetCancel'), () => closeForm());
  // No form element: Enter in a field would send it, and a page can forbid that.
  const form = element(
    document,
    'div',
    'preset-form',
    nameLabel,
    name,
    element(document, 'div', 'appearance-actions', save, cancel),
  );
  form.id = 'preset-form';
  form.hidden = true;
  const open = button(document, 'action', translate('presetKeepPresent'), () => {
    if (!form.hidden) return closeForm();
    form.hidden = false;
    open.setAttribute('aria-expanded', 'true');
    name.focus();
  });
  open.setAttribute('aria-expanded', 'false');
  open.setAttribute('aria-controls', form.id);

  ownPresets.subscribe(() => void refresh(), shown.signal);

  return {
    element: element(document, 'section', 'appearance-presets', heading, help, list, open, form),
    refresh,
    update() {
      for (const [key, made] of buttons) made.setAttribute('aria-pressed', String(key === trial.key));
    },
  };

  function presetItem(preset: TriedPreset): HTMLElement {
    const press = button(document, 'preset', preset.name, () => {
      if (trial.key === preset.key) trial.takeBack();
      else trial.try(preset);
    });
    press.setAttribute('aria-pressed', String(trial.key === preset.key));
    buttons.set(preset.key, press);
    const item = element(document, 'li', 'preset-item', press);
    if (preset.help === '') return item;
    // Seen by all before it is pressed: a title is for the mouse alone.
    const sentence = element(document, 'p', 'preset-help', preset.help);
    sentence.id = `preset-help-${buttons.size}`;
    press.setAttribute('aria-describedby', sentence.id);
    item.append(sentence);
    return item;
  }

  function ownItem(preset: OwnPreset): HTMLElement {
    const item = presetItem({ key: `own ${preset.id}`, name: preset.name, help: '', values: preset.values });
    const remove = button(document, 'preset-remove', '', () => void removeOwn(preset));
    remove.replaceChildren(icon(document, X), unseen(document, translate('presetRemove', preset.name)));
    item.append(remove);
    return item;
  }

  async function refresh(): Promise<void> {
    const read = await ownPresets.list().catch(() => null);
    if (shown.signal.aborted) return;
    if (read === null) return status.show(translate('presetUnreadable'), 'problem');
    if (JSON.stringify(read) === JSON.stringify(own)) return;
    own = read;
    for (const key of [...buttons.keys()]) if (key.startsWith('own ')) buttons.delete(key);
    const hadFocus = list.querySelector(':focus');
    list.replaceChildren(...given, ...own.map(ownItem));
    // What had the focus may be gone; where it would fall, a screen reader starts the page anew.
    if (hadFocus && !list.querySelector(':focus')) list.querySelector<HTMLElement>('li:last-child .preset')?.focus();
  }

  async function keep(): Promise<void> {
    try {
      const kept = await ownPresets.keep(name.value, presetValues(settings.current()));
      if (typeof kept === 'string') {
        status.show(translate(REFUSALS[kept]), 'problem');
        name.focus();
        return;
      }
      name.value = '';
      closeForm();
      status.show(translate('presetKept', kept.name), 'done');
      await refresh();
    } catch (error) {
      status.show(translate(PRESET_SAVE_FAILURES[saveFailureOf(error)]), 'problem');
    }
  }

  function closeForm(): void {
    const hadFocus = form.querySelector(':focus') !== null;
    form.hidden = true;
    open.setAttribute('aria-expanded', 'false');
    if (hadFocus) open.focus({ preventScroll: true });
  }

  async function removeOwn(preset: OwnPreset): Promise<void> {
    if (trial.key === `own ${preset.id}`) trial.takeBack();
    try {
      const removed = await ownPresets.remove(preset.id);
      await refresh();
      const undo = removed && [{ label: 'optionsUndo', run: () => void putBack(preset.name, removed) } as const];
      status.show(translate('presetRemoved', preset.name), 'done', undo ?? []);
    } catch (error) {
      status.show(translate(PRESET_SAVE_FAILURES[saveFailureOf(error)]), 'problem');
    }
  }

  async function putBack(old: string, removed: RemovedPreset): Promise<void> {
    try {
      const refusal = await ownPresets.putBack(removed);
      await refresh();
      if (refusal !== null) status.show(translate(REFUSALS[refusal]), 'problem');
      else status.show(translate('presetKept', old), 'done');
    } catch (error) {
      status.show(translate(PRESET_SAVE_FAILURES[saveFailureOf(error)]), 'problem');
    }
  }
}
