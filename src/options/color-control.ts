import { element } from '../reader/element.ts';
import type { ColorSetting } from '../settings/setting.ts';
import type { ControlKind, SettingControl } from './setting-control.ts';
import { createTypedField } from './typed-field.ts';

/** A colour as it was typed, as `#` and six digits: without the sign or with three digits too. What cannot be read stays. */
function readColor(text: string): string {
  const digits = text.trim().toLowerCase().replace(/^#/, '');
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
}

/** Makes a field that opens the browser's palette, and one for the colour's code. */
export function createColorControl(kind: ControlKind<ColorSetting>): SettingControl {
  const { id, setting, describedBy, change, showProblem } = kind;
  const { document, translate, store } = kind.ports;
  const palette = element(document, 'input');
  palette.type = 'color';
  palette.id = `setting-${id}`;
  palette.setAttribute('aria-describedby', describedBy);
  palette.addEventListener('input', () => {
    showProblem(null);
    change(palette.value);
  });
  const code = element(document, 'input', 'code');
  code.type = 'text';
  code.id = `${palette.id}-code`;
  code.autocomplete = 'off';
  code.spellcheck = false;
  code.setAttribute('aria-label', translate('optionsColorCode', translate(setting.label)));
  code.setAttribute('aria-describedby', describedBy);
  const typed = createTypedField(code);
  code.addEventListener('change', () => {
    const isTaken = change(readColor(code.value));
    const inForce = String(store.current()[id]);
    showProblem(isTaken ? null : translate('optionsColorWrong', inForce));
    // Also where it was the same colour, written in another way.
    typed.show(inForce);
  });
  return {
    main: palette,
    isGroup: false,
    elements: [element(document, 'span', 'color', palette, code)],
    typed: code,
    place: 'beside',
    show(value) {
      // Not while it is open on that colour.
      if (palette.value !== value) palette.value = String(value);
      typed.show(String(value));
    },
    focus: () => palette.focus(),
  };
}
