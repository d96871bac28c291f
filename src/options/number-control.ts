import { element } from '../reader/element.ts';
import { describeValue } from '../settings/describe-value.ts';
import type { NumberSetting } from '../settings/setting.ts';
import type { ControlKind, SettingControl } from './setting-control.ts';
import { createTypedField } from './typed-field.ts';

/** A number as it was typed, with a comma or a point; null where it is none. */
function parseNumber(text: string): number | null {
  const match = /^\s*(-?\d+(?:[.,]\d+)?)\s*$/.exec(text);
  // Hundredths are finer than anyone sees.
  return match?.[1] === undefined ? null : Math.round(Number(match[1].replace(',', '.')) * 100) / 100;
}

/** Makes a slider, and a field beside it in which the number can be typed. */
export function createNumberControl(kind: ControlKind<NumberSetting>): SettingControl {
  const { id, setting, describedBy, change, showProblem } = kind;
  const { document, translate, store } = kind.ports;
  const describe = (value: number) => describeValue(translate, id, value);

  const slider = element(document, 'input');
  slider.type = 'range';
  slider.id = `setting-${id}`;
  slider.min = String(setting.minimum);
  slider.max = String(setting.maximum);
  slider.step = String(setting.step);
  slider.setAttribute('aria-describedby', describedBy);
  slider.addEventListener('input', () => {
    showProblem(null);
    change(slider.valueAsNumber);
  });

  const field = element(document, 'input', 'number');
  field.type = 'text';
  field.inputMode = 'decimal';
  field.autocomplete = 'off';
  field.id = `${slider.id}-number`;
  field.setAttribute('aria-label', translate('optionsNumberField', translate(setting.label)));
  field.setAttribute('aria-describedby', describedBy);
  const typed = createTypedField(field);
  field.addEventListener('change', takeTyped);
  field.addEventListener('keydown', (event) => {
    // Enter is no change yet where the browser has no form to send.
    if (event.key === 'Enter') takeTyped();
  });
  const unit = element(document, 'span', 'unit');
  // The slider says its value with the unit.
  unit.setAttribute('aria-hidden', 'true');

  return {
    main: slider,
    isGroup: false,
    elements: [slider, element(document, 'span', 'typed', field, unit)],
    typed: field,
    place: 'below',
    show(value) {
      const number = Number(value);
      if (slider.valueAsNumber !== number) slider.value = String(number);
      const text = describe(number);
      slider.setAttribute('aria-valuetext', text);
      typed.show(writeNumber(number));
      unit.textContent = text.replace(writeNumber(number), '').trim();
    },
    focus: () => slider.focus(),
  };

  function writeNumber(number: number): string {
    return new Intl.NumberFormat(translate('languageOfMessages'), { useGrouping: false }).format(number);
  }

  function takeTyped(): void {
    const before = Number(store.current()[id]);
    const number = parseNumber(field.value);
    if (number !== before && number !== null && change(number)) {
      showProblem(null);
      return;
    }
    // What is shown is what is in force.
    typed.show(writeNumber(before));
    if (number === before) return;
    const problem =
      number === null
        ? translate('optionsNumberNone', describe(before))
        : translate('optionsNumberRange', writeNumber(setting.minimum), writeNumber(setting.maximum), describe(before));
    showProblem(problem);
  }
}
