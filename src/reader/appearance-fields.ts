import { describeValue } from '../settings/describe-value.ts';
import type { ChoiceSetting, NumberSetting } from '../settings/setting.ts';
import { SETTINGS, type SettingId, type Settings } from '../settings/settings.ts';
import { button, element, icon, unseen } from './element.ts';
import { MINUS, PLUS } from './icons.ts';
import type { ReaderPorts } from './ports.ts';

/** The settings of a kind. */
type IdOf<Kind extends 'number' | 'choice'> = {
  [Id in SettingId]: (typeof SETTINGS)[Id]['type'] extends Kind ? Id : never;
}[SettingId];

export type NumberId = IdOf<'number'>;
export type ChoiceId = IdOf<'choice'>;

/** One setting in the sheet. */
export interface AppearanceField {
  element: HTMLElement;
  /** Shows the value that is in force. */
  show(settings: Settings): void;
}

export interface FieldPorts extends Pick<ReaderPorts, 'document' | 'translate'> {
  /** A person has chosen a value. */
  change(id: SettingId, value: string | number): void;
  /** Speaks to those who listen with a screen reader. */
  announce(text: string): void;
}

/** Makes a slider between two buttons that go one step down and up, with the value over it. */
export function createNumberField(ports: FieldPorts, id: NumberId): AppearanceField {
  const { document, translate, change, announce } = ports;
  const { label, minimum, maximum, step }: NumberSetting = SETTINGS[id];
  const name = translate(label);
  let current: number = SETTINGS[id].default;
  const slider = element(document, 'input');
  slider.type = 'range';
  slider.id = `appearance-${id}`;
  slider.min = String(minimum);
  slider.max = String(maximum);
  slider.step = String(step);
  slider.addEventListener('input', (event) => {
    if (event.isTrusted) change(id, slider.valueAsNumber);
  });
  const labelled = element(document, 'label', '', name);
  labelled.htmlFor = slider.id;
  const value = element(document, 'span', 'appearance-value');
  // The slider says it itself.
  value.setAttribute('aria-hidden', 'true');

  const stepButton = (direction: -1 | 1, drawing: readonly string[], words: 'appearanceLess' | 'appearanceMore') => {
    const made = button(document, 'appearance-step', '', () => {
      const next = Math.min(maximum, Math.max(minimum, current + direction * step));
      if (next !== current) change(id, next);
      announce(translate('panelSubject', name, describeValue(translate, id, next)));
    });
    made.replaceChildren(icon(document, drawing), unseen(document, translate(words, name)));
    return made;
  };
  const less = stepButton(-1, MINUS, 'appearanceLess');
  const more = stepButton(1, PLUS, 'appearanceMore');
  return {
    element: element(
      document,
      'div',
      'appearance-field',
      element(document, 'div', 'appearance-name', labelled, value),
      element(document, 'div', 'appearance-range', less, slider, more),
    ),
    show(settings) {
      current = settings[id];
      if (slider.valueAsNumber !== current) slider.value = String(current);
      value.textContent = describeValue(translate, id, current);
      slider.setAttribute('aria-valuetext', value.textContent);
      // Not `disabled`: that would take the focus away from the one who presses it.
      less.setAttribute('aria-disabled', String(current <= minimum));
      more.setAttribute('aria-disabled', String(current >= maximum));
    },
  };
}

/** Makes a list of choices that opens when it is asked for. */
export function createListField(ports: FieldPorts, id: ChoiceId): AppearanceField {
  const { document, translate, change } = ports;
  const { label, choices }: ChoiceSetting = SETTINGS[id];
  const select = element(document, 'select');
  select.id = `appearance-${id}`;
  for (const [choice, text] of Object.entries(choices)) {
    const option = element(document, 'option', '', translate(text));
    option.value = choice;
    select.append(option);
  }
  select.addEventListener('change', (event) => {
    if (event.isTrusted) change(id, select.value);
  });
  const labelled = element(document, 'label', '', translate(label));
  labelled.htmlFor = select.id;
  return {
    element: element(document, 'div', 'appearance-field', labelled, select),
    show(settings) {
      select.value = settings[id];
    },
  };
}

/** Makes a check box for a setting that is on or off; `on` names the choice for which it is checked. */
export function createCheckField(ports: FieldPorts, id: ChoiceId, on: string, off: string): AppearanceField {
  const { document, translate, change } = ports;
  const box = element(document, 'input');
  box.type = 'checkbox';
  box.id = `appearance-${id}`;
  // Not `change`: that one is the browser's own, and trusted, also where a script presses.
  box.addEventListener('click', (event) => {
    if (event.isTrusted) change(id, box.checked ? on : off);
  });
  return {
    element: element(document, 'label', 'panel-choice', box, translate(SETTINGS[id].label)),
    show(settings) {
      box.checked = settings[id] === on;
    },
  };
}

/** Makes one button a choice; `look` adds to the label of each what shows it to the eye. */
export function createRadioField(
  ports: FieldPorts,
  id: ChoiceId,
  className: string,
  look: (choice: string) => HTMLElement[] = () => [],
): AppearanceField {
  const { document, translate, change } = ports;
  const { label, choices }: ChoiceSetting = SETTINGS[id];
  const radios: HTMLInputElement[] = [];
  const labels = Object.entries(choices).map(([choice, text]) => {
    const radio = element(document, 'input');
    radio.type = 'radio';
    radio.name = `appearance-${id}`;
    radio.value = choice;
    radio.addEventListener('click', (event) => {
      if (event.isTrusted) change(id, choice);
    });
    radios.push(radio);
    return element(
      document,
      'label',
      'panel-choice',
      radio,
      ...look(choice),
      element(document, 'span', '', translate(text)),
    );
  });
  const group = element(document, 'div', 'appearance-choices', ...labels);
  return {
    element: element(
      document,
      'fieldset',
      `appearance-field ${className}`,
      element(document, 'legend', '', translate(label)),
      group,
    ),
    show(settings) {
      for (const radio of radios) radio.checked = radio.value === settings[id];
    },
  };
}
