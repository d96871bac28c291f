import { describe, expect, it } from 'vitest';
import { describeValue } from '../../src/settings/describe-value.ts';
import { translate } from '../options/options-stage.ts';

describe('describeValue', () => {
  it.each([
    ['fontSize', 28, '28 pixels'],
    ['speechRate', 1.5, '1.5 times'],
    ['readingPace', 240, '240 words a minute'],
    ['theme', 'yellow', 'Yellow on black'],
    ['theme', 'plaid', 'plaid'],
    ['keyListen', 'ö', 'Ö'],
    ['keyListen', '', 'no key'],
    ['installedFont', 'Verdana', 'Verdana'],
    ['installedFont', '', 'none'],
    ['ownPaper', '#fcfbf8', '#fcfbf8'],
  ] as const)('says the value of %s: %s', (id, value, text) => {
    expect(describeValue(translate, id, value)).toBe(text);
  });
});
