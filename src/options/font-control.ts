import { element } from '../reader/element.ts';
import type { FontNameSetting } from '../settings/setting.ts';
import type { ControlKind, SettingControl } from './setting-control.ts';
import { createTypedField } from './typed-field.ts';

/** Makes a field for the name of a font, and a line that tells whether this machine has it. */
export function createFontControl(kind: ControlKind<FontNameSetting>): SettingControl {
  const { id, describedBy, change, showProblem } = kind;
  const { document, translate, store, isFontInstalled } = kind.ports;
  const input = element(document, 'input');
  input.type = 'text';
  input.id = `setting-${id}`;
  input.autocomplete = 'off';
  input.spellcheck = false;
  const found = element(document, 'p', 'help found');
  found.id = `${input.id}-found`;
  found.setAttribute('role', 'status');
  input.setAttribute('aria-describedby', `${describedBy} ${found.id}`);
  const typed = createTypedField(input);
  input.addEventListener('change', () => {
    const name = input.value.trim().replace(/\s+/g, ' ');
    const isTaken = change(name);
    showProblem(isTaken ? null : translate('optionsFontWrong'));
    // Also where it was the same name, with other spaces.
    typed.show(store.current().installedFont);
  });
  /** Measuring takes a while: only a name that is new is measured. */
  let measured = '';
  return {
    main: input,
    isGroup: false,
    elements: [input, found],
    place: 'below',
    show(value) {
      const name = String(value);
      typed.show(name);
      if (name === measured) return;
      measured = name;
      if (name === '') found.textContent = '';
      else found.textContent = translate(isFontInstalled(name) ? 'optionsFontFound' : 'optionsFontMissing', name);
    },
    focus: () => input.focus(),
  };
}
