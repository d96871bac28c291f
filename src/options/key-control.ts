import { element } from '../reader/element.ts';
import { describeValue } from '../settings/describe-value.ts';
import type { KeySetting } from '../settings/setting.ts';
import { SETTING_IDS, SETTINGS, type SettingId } from '../settings/settings.ts';
import { isSettingValue } from '../settings/validation.ts';
import type { ControlKind, SettingControl } from './setting-control.ts';

/** A key that was asked for and that another setting has; it is asked what to do. */
interface Question {
  key: string;
  holder: SettingId;
  /** What the setting has meanwhile. */
  before: string;
}

/** Makes a field that takes one key: what is typed in it takes the place of what stood there. */
export function createKeyControl(kind: ControlKind<KeySetting>): SettingControl {
  const { id, setting, describedBy, actions, change, showProblem } = kind;
  const { document, translate, store } = kind.ports;
  /** Not answered yet. */
  let question: Question | null = null;
  /** What is said of another setting that has the same key now; null where none has. */
  let saidOfDouble: string | null = null;
  const input = element(document, 'input', 'key');
  input.type = 'text';
  input.id = `setting-${id}`;
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.placeholder = translate('settingValueNoKey');
  input.setAttribute('autocapitalize', 'none');
  input.setAttribute('aria-describedby', describedBy);
  // The key that stands there is marked, so that it is seen to be the one that changes.
  for (const happening of ['focus', 'mouseup']) input.addEventListener(happening, () => input.select());
  // Not the key that goes down: keyboards on a screen, and those that put a letter together, tell of the letter alone.
  input.addEventListener('input', () => take(input.value));
  return {
    main: input,
    isGroup: false,
    elements: [input],
    place: 'beside',
    show,
    focus: () => input.focus(),
    refuseReset() {
      const holder = holderOf(setting.default);
      if (holder !== null) showHolder(holder, setting.default, String(store.current()[id]));
      return holder !== null;
    },
  };

  function show(value: string | number): void {
    input.value = value === '' ? '' : describeValue(translate, id, value);
    // To swap would undo what another machine has changed since.
    if (question !== null && (question.before !== value || holderOf(question.key) !== question.holder)) clear();
    if (question === null) sayDouble(String(value));
  }

  /** A file, or another machine, can have given one key to two settings. The same is said once alone, though much else changes. */
  function sayDouble(value: string): void {
    const holder = holderOf(value);
    const text = holder === null ? null : taken(value, holder);
    if (text !== saidOfDouble) showProblem(text);
    saidOfDouble = text;
  }

  /** Takes away all that is said. */
  function clear(): void {
    question = null;
    saidOfDouble = null;
    showProblem(null);
  }

  function taken(key: string, holder: SettingId): string {
    return translate('optionsKeyTaken', key.toUpperCase(), translate(SETTINGS[holder].label));
  }

  function take(text: string): void {
    const before = String(store.current()[id]);
    // The caret may have stood before the key that was there, or behind it.
    const typed = text.normalize().toLowerCase();
    const key = Array.from(typed.length > before.length ? typed.replace(before, '') : typed).at(-1) ?? '';
    clear();
    show(before);
    input.select();
    if (key === before) return;
    const holder = holderOf(key);
    if (!isSettingValue(id, key)) showProblem(translate('optionsKeyWrong'));
    else if (holder !== null) showHolder(holder, key, before);
    else change(key);
  }

  /** The setting that has this key already. */
  function holderOf(key: string): SettingId | null {
    const settings = store.current();
    const holds = (other: SettingId) => SETTINGS[other].type === 'key' && other !== id && settings[other] === key;
    return key === '' ? null : (SETTING_IDS.find(holds) ?? null);
  }

  function showHolder(holder: SettingId, key: string, before: string): void {
    question = { key, holder, before };
    const swap = answer(translate('optionsKeySwap'), () => actions.changeAll({ [id]: key, [holder]: before }));
    const leave = answer(translate('optionsKeyLeave'), () => undefined);
    showProblem(taken(key, holder), swap, leave);
  }

  function answer(text: string, run: () => void): HTMLElement {
    const button = element(document, 'button', 'action', text);
    button.type = 'button';
    button.addEventListener('click', () => {
      run();
      clear();
      show(store.current()[id]);
      // The button that was pressed goes away.
      input.focus();
    });
    return button;
  }
}
