import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { isPlainKey } from '../../src/reader/plain-key.ts';

const { window } = new JSDOM('');
const press = (key: string, modifiers: KeyboardEventInit = {}) =>
  isPlainKey(new window.KeyboardEvent('keydown', { key, ...modifiers }));

it('takes a letter, a digit, an arrow and Escape by themselves', () => {
  for (const key of ['g', 'ö', 'я', '1', ' ', 'ArrowDown', 'Escape']) expect([key, press(key)]).toEqual([key, true]);
});

it('takes a sign or a digit for which Shift is held', () => {
  for (const key of ['?', '+', '!', '1', '/']) expect([key, press(key, { shiftKey: true })]).toEqual([key, true]);
});

it('takes a sign that is typed with AltGr, however the system tells of it', () => {
  expect(press('@', { modifierAltGraph: true })).toBe(true);
  expect(press('[', { modifierAltGraph: true, ctrlKey: true, altKey: true })).toBe(true);
});

it('leaves shortcuts to the page, the browser and the system', () => {
  for (const key of ['g', '1', '?', '+', 'ArrowDown', 'Escape', 'Dead'])
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'])
      expect([key, modifier, press(key, { [modifier]: true })]).toEqual([key, modifier, false]);
  expect(press('@', { modifierAltGraph: true, metaKey: true })).toBe(false);
});

it('leaves Shift with a letter, the space bar or an arrow alone', () => {
  for (const key of ['G', 'Ö', ' ', 'ArrowDown', 'Tab'])
    expect([key, press(key, { shiftKey: true })]).toEqual([key, false]);
});
