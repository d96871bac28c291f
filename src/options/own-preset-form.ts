import { element } from '../reader/element.ts';
import { LONGEST_PRESET_NAME } from '../settings/own-preset.ts';
import type { OptionsPorts } from './ports.ts';
import { createTextField } from './text-field.ts';

/** The form that gives a name to the settings as they are now. */
export interface OwnPresetForm {
  root: HTMLElement;
  /** Empties it: the preset has been stored. */
  clear(): void;
  /** Puts the focus on the name. */
  focus(): void;
  /** Says why the preset was not stored, and puts the focus on the name. */
  showProblem(text: string): void;
}

/** Makes the form, empty. `keep` takes the name as it was typed. */
export function createOwnPresetForm(
  ports: Pick<OptionsPorts, 'document' | 'translate'>,
  keep: (name: string) => void,
): OwnPresetForm {
  const { document, translate } = ports;
  const { control, elements, showProblem } = createTextField(ports, 'own-preset-name', {
    tag: 'input',
    label: 'optionsPresetName',
    help: 'optionsPresetNameHelp',
  });
  control.maxLength = LONGEST_PRESET_NAME;
  const save = element(document, 'button', 'action', translate('optionsPresetSave'));
  const form = element(document, 'form', 'entry-form', ...elements, element(document, 'div', 'actions', save));
  form.noValidate = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    showProblem(null);
    keep(control.value);
  });
  return {
    root: form,
    clear() {
      control.value = '';
    },
    focus: () => control.focus(),
    showProblem(text) {
      showProblem(text);
      control.focus();
    },
  };
}
