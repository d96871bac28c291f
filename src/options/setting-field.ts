import type { MessageKey } from '../../assets/message-key.ts';
import { element } from '../reader/element.ts';
import {
  type ChoiceSetting,
  type NumberSetting,
  SETTINGS,
  type Setting,
  type SettingId,
  type Settings,
} from '../settings/settings.ts';
import { findProblem } from '../settings/validation.ts';
import type { OptionsPorts } from './ports.ts';

/** What a person can do with one setting. */
export interface SettingActions {
  change<Id extends SettingId>(id: Id, value: Settings[Id]): void;
  reset(id: SettingId): void;
}

/** One setting on the page: its name, its control, its help and its Reset button. */
export interface SettingField {
  root: HTMLElement;
  /** Shows the value that is in force. */
  show(settings: Settings): void;
}

/** A control for a value, the same for every kind of setting. */
interface Control {
  /** What the label belongs to. */
  input: HTMLInputElement | HTMLSelectElement;
  /** The value in words, where the control does not show it itself. */
  output: HTMLOutputElement | null;
  /** The value that the person has chosen. */
  chosen(): unknown;
  show(value: string | number): void;
}

const UNITS: Record<NumberSetting['unit'], MessageKey> = {
  px: 'settingValuePixels',
  ch: 'settingValueCharacters',
  times: 'settingValueTimes',
  percent: 'settingValuePercent',
};

/** A value as it is said: the name of a choice, or a number with its unit. */
export function describeValue(ports: Pick<OptionsPorts, 'translate'>, id: SettingId, value: string | number): string {
  const setting: Setting = SETTINGS[id];
  if (setting.type === 'number') {
    const number = new Intl.NumberFormat(ports.translate('languageOfMessages')).format(Number(value));
    return ports.translate(UNITS[setting.unit], number);
  }
  const name = setting.choices[value];
  return name === undefined ? String(value) : ports.translate(name);
}

/** Makes the field of a setting from its row in the table. */
export function createSettingField(ports: OptionsPorts, id: SettingId, actions: SettingActions): SettingField {
  const { document, translate } = ports;
  const setting: Setting = SETTINGS[id];
  const control = setting.type === 'choice' ? choiceControl(ports, id, setting) : numberControl(ports, id, setting);
  const { input } = control;
  input.id = `setting-${id}`;
  input.addEventListener('input', () => changeTo(id, control.chosen()));

  const label = element(document, 'label', '', translate(setting.label));
  label.htmlFor = input.id;

  const help = element(document, 'p', 'help', translate(setting.help));
  help.id = `${input.id}-help`;
  input.setAttribute('aria-describedby', help.id);

  const reset = element(document, 'button', 'reset', translate('optionsReset'));
  reset.type = 'button';
  reset.setAttribute('aria-label', translate('optionsResetSetting', translate(setting.label)));
  reset.addEventListener('click', () => actions.reset(id));

  return {
    root: element(document, 'div', 'setting', label, ...(control.output ? [control.output] : []), input, help, reset),
    show: (settings) => control.show(settings[id]),
  };

  /** What a control gives is a string to the compiler, whatever its choices are. */
  function changeTo<Id extends SettingId>(id: Id, value: unknown): void {
    if (findProblem(id, value) === null) actions.change(id, value as Settings[Id]);
  }
}

function choiceControl(ports: OptionsPorts, id: SettingId, setting: ChoiceSetting): Control {
  const input = element(ports.document, 'select');
  for (const choice of Object.keys(setting.choices)) {
    const option = element(ports.document, 'option', '', describeValue(ports, id, choice));
    option.value = choice;
    input.append(option);
  }
  return {
    input,
    output: null,
    chosen: () => input.value,
    show(value) {
      input.value = String(value);
    },
  };
}

function numberControl(ports: OptionsPorts, id: SettingId, setting: NumberSetting): Control {
  const input = element(ports.document, 'input');
  input.type = 'range';
  input.min = String(setting.minimum);
  input.max = String(setting.maximum);
  input.step = String(setting.step);
  const output = element(ports.document, 'output', 'value');
  output.htmlFor.add(`setting-${id}`);
  // The slider itself says its value; an output is a live region that would say it a second time.
  output.setAttribute('aria-live', 'off');
  return {
    input,
    output,
    chosen: () => input.valueAsNumber,
    show(value) {
      if (input.valueAsNumber !== value) input.value = String(value);
      const text = describeValue(ports, id, value);
      output.textContent = text;
      input.setAttribute('aria-valuetext', text);
    },
  };
}
