import { expect, it } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import type { MessageKey } from '../../assets/message-key.ts';
import { isObstacle, NOTICE_TEXTS } from '../../src/reader/notice-texts.ts';
import { noticeOf } from '../../src/reader/notices.ts';

const translate = (key: MessageKey) => messages[key].message;

it('says why and what to do next', () => {
  const run = () => {};
  const notice = noticeOf('pdf', NOTICE_TEXTS, translate, [{ label: 'Go on', run }]);
  expect(notice.heading).toBe('This is a PDF document');
  expect(notice.sentences).toHaveLength(2);
  expect(notice.busy).toBe(false);
  expect(notice.actions).toEqual([{ label: 'Go on', run }]);
});

it('marks a wait as busy', () => {
  expect(noticeOf('loading', NOTICE_TEXTS, translate).busy).toBe(true);
});

it('takes no word from outside for an obstacle that is none', () => {
  expect(['pdf', 'expired', 'loading', 'toString', ''].map(isObstacle)).toEqual([true, true, false, false, false]);
});
