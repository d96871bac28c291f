import { expect, it } from 'vitest';
import { isReaderMessage } from '../../src/platform/messages.ts';

it.each([
  [{ type: 'reader-state', state: 'closed' }, true],
  [{ type: 'open-notice-tab', obstacle: 'pdf' }, true],
  [{ type: 'open-article-tab', article: {} }, true],
  [{ type: 'load-part', part: 'receipt' }, true],
  [{ type: 'load-part', part: '../background' }, false],
  [{ type: 'load-part', part: 'speakers' }, true],
  [{ type: 'load-part' }, false],
  [{ type: 'find-speakers', blocks: [], language: null }, true],
  [{ type: 'find-speakers' }, false],
  [{ type: 'open-options' }, true],
  [{ type: 'open-anything' }, false],
  [{ type: 'open-by-itself', timeOrigin: 1, isReturn: false }, true],
  [{ type: 'open-by-itself', timeOrigin: 1 }, false],
  [{ type: 'read-welcome-page', request: { type: 'toggle' } }, false],
  ['reader-state', false],
  [null, false],
  [undefined, false],
])('takes %j for a message of ours: %s', (value, ours) => {
  expect(isReaderMessage(value)).toBe(ours);
});
