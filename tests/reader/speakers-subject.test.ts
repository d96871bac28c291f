import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SpeakersAnswer } from '../../src/reader/ports.ts';
import { createSpeakersSubject, hasSpeakers } from '../../src/reader/speakers-subject.ts';
import { NOBODY_SPEAKS } from '../../src/speakers/attribution.ts';
import { mountView } from './mounted-view.ts';
import { blocksOf, fakeReadAloud, showFerry } from './speakers-stage.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<SpeakersAnswer>(() => undefined);

function subjectFor(ask: () => Promise<SpeakersAnswer>) {
  const mounted = mountView();
  const article = mounted.article('<p data-block="b0">Text.</p>');
  const shown = mounted.view.showArticle({ ...article, blocks: blocksOf(article.content) });
  const asked = vi.fn(ask);
  return { subject: createSpeakersSubject(shown, asked, fakeReadAloud()), asked, shown };
}

describe('who speaks', () => {
  it('is asked once for the same blocks', async () => {
    const { subject, asked, shown } = subjectFor(async () => NOBODY_SPEAKS);
    expect(await Promise.all([subject.findSpeakers(), subject.findSpeakers()])).toEqual([NOBODY_SPEAKS, NOBODY_SPEAKS]);
    await subject.findSpeakers();
    expect(asked).toHaveBeenCalledExactlyOnceWith(shown.article);
  });

  it('is asked anew once a piece was put back', async () => {
    const { subject, asked, shown } = subjectFor(async () => NOBODY_SPEAKS);
    await subject.findSpeakers();
    shown.article.blocks.push({ id: 'back-0-0', kind: 'paragraph', text: 'Back.' });
    await subject.findSpeakers();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['the background rejects', async () => Promise.reject(new Error('gone')), 'no-answer'],
    ['nobody ever answers', () => never, 'no-answer'],
    ['there is no model', async () => 'no-model', 'no-model'],
  ] satisfies [string, () => Promise<SpeakersAnswer>, SpeakersAnswer][])(
    'is asked again after it went wrong: %s',
    async (_, ask, answer) => {
      const { subject, asked } = subjectFor(ask);
      const first = subject.findSpeakers();
      await vi.runAllTimersAsync();
      expect(await first).toBe(answer);
      void subject.findSpeakers();
      expect(asked).toHaveBeenCalledTimes(2);
    },
  );
});

it('tells whether there is somebody', () => {
  expect(hasSpeakers(showFerry().summary)).toBe(true);
  expect(hasSpeakers(NOBODY_SPEAKS)).toBe(false);
  expect(hasSpeakers('no-model')).toBe(false);
});
