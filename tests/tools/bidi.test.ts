import { describe, expect, it } from 'vitest';
import { chordActions, typingActions } from '../../tools/browsers/bidi-keys.ts';
import { plainValue, remoteValue } from '../../tools/browsers/bidi-value.ts';

describe('chordActions', () => {
  it('presses keys in order and lets go of them the other way round', () => {
    expect(chordActions('Control+Shift+9')).toEqual([
      { type: 'keyDown', value: '\uE009' },
      { type: 'keyDown', value: '\uE008' },
      { type: 'keyDown', value: '9' },
      { type: 'keyUp', value: '9' },
      { type: 'keyUp', value: '\uE008' },
      { type: 'keyUp', value: '\uE009' },
    ]);
  });

  it('knows the plus key, alone and in a chord', () => {
    expect(chordActions('+').map(({ value }) => value)).toEqual(['+', '+']);
    expect(chordActions('Control++').map(({ value }) => value)).toEqual(['\uE009', '+', '+', '\uE009']);
  });

  it('refuses a key that there is not', () => {
    expect(() => chordActions('Control+Escap')).toThrow('no such key: Escap');
  });
});

it('types a text character by character, whole characters at a time', () => {
  expect(typingActions('a😀').map(({ type, value }) => `${type} ${value}`)).toEqual([
    'keyDown a',
    'keyUp a',
    'keyDown 😀',
    'keyUp 😀',
  ]);
});

describe('plainValue', () => {
  it('gives plain data back', () => {
    const nested = {
      type: 'object',
      value: [
        ['list', { type: 'array', value: [{ type: 'number', value: 1 }, { type: 'null' }] }],
        [
          { type: 'string', value: 'key' },
          { type: 'boolean', value: false },
        ],
        ['text', { type: 'string', value: 'x' }],
        ['nothing', { type: 'undefined' }],
      ],
    };
    expect(plainValue(nested)).toEqual({ list: [1, null], key: false, text: 'x', nothing: undefined });
  });

  it('knows the numbers that JSON does not', () => {
    expect(plainValue({ type: 'number', value: 'NaN' })).toBe(Number.NaN);
    expect(plainValue({ type: 'number', value: '-Infinity' })).toBe(Number.NEGATIVE_INFINITY);
    expect(plainValue({ type: 'number', value: '-0' })).toBe(-0);
  });

  it('refuses what is no plain data', () => {
    expect(() => plainValue({ type: 'node', sharedId: 'x' })).toThrow('a node cannot be brought over');
  });
});

it('throws what a script threw', () => {
  const outcome = { type: 'exception', exceptionDetails: { text: 'Error: no' } } as const;
  expect(() => remoteValue(outcome)).toThrow('Error: no');
});
