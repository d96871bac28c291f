import { element } from '../reader/element.ts';
import { describeValue } from '../settings/describe-value.ts';
import type { ChoiceSetting } from '../settings/setting.ts';
import type { ControlKind, SettingControl } from './setting-control.ts';

/** So many choices can be taken in at one look; a longer list opens when it is asked for. */
const MOST_SHOWN = 4;
/** In UTF-16 code units. A longer name says more than "on" or "off", and both names are to be read before one chooses. */
const LONGEST_STATE = 6;

/** Makes a switch for on and off, one button a choice for a few, and a list for more. */
export function createChoiceControl(kind: ControlKind<ChoiceSetting>): SettingControl {
  const { id, ports, setting } = kind;
  const choices = Object.keys(setting.choices);
  if (choices.length > MOST_SHOWN) return selectControl(kind, choices);
  const isState = (choice: string) => describeValue(ports.translate, id, choice).length <= LONGEST_STATE;
  const isSwitch = choices.length === 2 && choices.includes('on') && choices.includes('off') && choices.every(isState);
  return isSwitch ? switchControl(kind) : radioControl(kind, choices);
}

function switchControl({ ports: { document, translate }, id, describedBy, change }: ControlKind<ChoiceSetting>) {
  const input = element(document, 'input', 'switch');
  input.type = 'checkbox';
  input.id = `setting-${id}`;
  input.setAttribute('role', 'switch');
  input.setAttribute('aria-describedby', describedBy);
  input.addEventListener('change', () => change(input.checked ? 'on' : 'off'));
  const state = element(document, 'span', 'state');
  // A screen reader says the state itself.
  state.setAttribute('aria-hidden', 'true');
  const label = element(document, 'label', 'switch-line', state, input);
  return {
    main: input,
    isGroup: false,
    elements: [label],
    place: 'beside',
    show(value) {
      input.checked = value === 'on';
      state.textContent = describeValue(translate, id, value);
    },
    focus: () => input.focus(),
  } satisfies SettingControl;
}

function radioControl(
  { ports: { document, translate }, id, labelId, describedBy, change }: ControlKind<ChoiceSetting>,
  choices: readonly string[],
) {
  const radios = choices.map((choice) => {
    const radio = element(document, 'input');
    radio.type = 'radio';
    radio.name = `setting-${id}`;
    radio.value = choice;
    radio.addEventListener('change', () => change(choice));
    return radio;
  });
  const lines = radios.map((radio) => {
    return element(document, 'label', 'choice', radio, describeValue(translate, id, radio.value));
  });
  const group = element(document, 'div', 'choices', ...lines);
  group.id = `setting-${id}`;
  group.setAttribute('role', 'radiogroup');
  group.setAttribute('aria-labelledby', labelId);
  group.setAttribute('aria-describedby', describedBy);
  return {
    main: group,
    isGroup: true,
    elements: [group],
    place: 'below',
    show(value) {
      for (const radio of radios) radio.checked = radio.value === value;
    },
    focus: () => radios.find(({ checked }) => checked)?.focus(),
  } satisfies SettingControl;
}

function selectControl(
  { ports: { document, translate }, id, describedBy, change }: ControlKind<ChoiceSetting>,
  choices: readonly string[],
) {
  const select = element(document, 'select');
  select.id = `setting-${id}`;
  select.setAttribute('aria-describedby', describedBy);
  for (const choice of choices) {
    const option = element(document, 'option', '', describeValue(translate, id, choice));
    option.value = choice;
    select.append(option);
  }
  select.addEventListener('input', () => change(select.value));
  return {
    main: select,
    isGroup: false,
    elements: [select],
    place: 'below',
    show(value) {
      select.value = String(value);
    },
    focus: () => select.focus(),
  } satisfies SettingControl;
}
