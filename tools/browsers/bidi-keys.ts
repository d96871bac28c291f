import type { KeyAction } from './bidi-protocol.ts';

/** The characters that stand for keys without one: WebDriver, "Keyboard actions" (w3c.github.io/webdriver/#keyboard-actions). */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F1: '\uE031',
  F5: '\uE035',
  F6: '\uE036',
  F10: '\uE03A',
  F11: '\uE03B',
  Meta: '\uE03D',
};

function keyCharacter(name: string): string {
  const key = KEYS[name] ?? name;
  if ([...key].length !== 1) throw new Error(`no such key: ${name}`);
  return key;
}

/** The key events of a chord such as `Control+Shift+9`: all down in order, then all up the other way round. */
export function chordActions(keys: string): KeyAction[] {
  // A lone plus, or one after a plus, is the plus key itself.
  const characters = keys.split(/\+(?!$)/).map(keyCharacter);
  return [
    ...characters.map((value): KeyAction => ({ type: 'keyDown', value })),
    ...characters.toReversed().map((value): KeyAction => ({ type: 'keyUp', value })),
  ];
}

/** The key events of typing a text. */
export function typingActions(text: string): KeyAction[] {
  return [...text].flatMap((value): KeyAction[] => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
}
