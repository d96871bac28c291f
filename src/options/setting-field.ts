import { element } from '../reader/element.ts';
import type { Setting } from '../settings/setting.ts';
import { SETTINGS, type SettingId, type Settings } from '../settings/settings.ts';
import { findProblem } from '../settings/validation.ts';
import { createChoiceControl } from './choice-control.ts';
import { createColorControl } from './color-control.ts';
import { createFontControl } from './font-control.ts';
import { createKeyControl } from './key-control.ts';
import { createNumberControl } from './number-control.ts';
import type { ControlKind, SettingActions, SettingControl } from './setting-control.ts';
import { describeNeed } from './setting-needs.ts';

/** One setting on the page: its name, its control, its help and its Reset button. */
export interface SettingField {
  root: HTMLElement;
  /** Shows the value that is in force. */
  show(settings: Settings): void;
  /** Puts the focus on the control. */
  focus(): void;
}

/** Makes the field of a setting from its row in the table. */
export function createSettingField(
  ports: ControlKind<Setting>['ports'],
  id: SettingId,
  actions: SettingActions,
): SettingField {
  const { document, translate } = ports;
  const setting: Setting = SETTINGS[id];
  const name = `setting-${id}`;

  const help = element(document, 'p', 'help', translate(setting.help));
  help.id = `${name}-help`;
  const problem = element(document, 'p', 'field-problem');
  problem.id = `${name}-problem`;
  problem.setAttribute('role', 'status');
  const answers = element(document, 'div', 'actions');
  const need = element(document, 'p', 'help need');
  need.id = `${name}-need`;

  const control = createControl(setting, {
    ports,
    id,
    labelId: `${name}-label`,
    describedBy: `${help.id} ${problem.id} ${need.id}`,
    actions,
    change: (value) => changeTo(id, value),
    showProblem,
  });

  const label = element(document, control.isGroup ? 'span' : 'label', 'name', translate(setting.label));
  label.id = `${name}-label`;
  if (!control.isGroup) label.setAttribute('for', control.main.id);

  const reset = element(document, 'button', 'reset', translate('optionsReset'));
  reset.type = 'button';
  reset.setAttribute('aria-label', translate('optionsResetSetting', translate(setting.label)));
  reset.addEventListener('click', () => {
    if (!control.refuseReset?.()) actions.reset(id);
    // The button that was pressed goes away.
    control.focus();
  });

  /** Null before the first. */
  let shown: string | number | null = null;

  const body = element(document, 'div', 'setting-body', ...control.elements);
  const root = element(document, 'div', `setting ${control.place}`, label, reset, body, help, problem, answers, need);
  return {
    root,
    focus: () => control.focus(),
    show(settings) {
      // What was wrong spoke of the value that was in force.
      if (shown !== settings[id]) showProblem(null);
      shown = settings[id];
      control.show(shown);
      reset.hidden = settings[id] === setting.default;
      const text = describeNeed(translate, id, settings);
      need.textContent = text ?? '';
      root.classList.toggle('unneeded', text !== null);
    },
  };

  function showProblem(text: string | null, ...buttons: HTMLElement[]): void {
    const hadFocus = answers.contains(document.activeElement);
    problem.textContent = text ?? '';
    answers.replaceChildren(...buttons);
    const field = control.typed ?? control.main;
    if (text === null) field.removeAttribute('aria-invalid');
    else field.setAttribute('aria-invalid', 'true');
    if (hadFocus) control.focus();
  }

  /** What a control gives is a string or a number to the compiler, whatever its choices are. */
  function changeTo<Id extends SettingId>(changed: Id, value: unknown): boolean {
    if (findProblem(changed, value) !== null) return false;
    actions.change(changed, value as Settings[Id]);
    return true;
  }
}

function createControl(setting: Setting, kind: Omit<ControlKind<Setting>, 'setting'>): SettingControl {
  switch (setting.type) {
    case 'choice':
      return createChoiceControl({ ...kind, setting });
    case 'number':
      return createNumberControl({ ...kind, setting });
    case 'font-name':
      return createFontControl({ ...kind, setting });
    case 'color':
      return createColorControl({ ...kind, setting });
    case 'key':
      return createKeyControl({ ...kind, setting });
  }
}
