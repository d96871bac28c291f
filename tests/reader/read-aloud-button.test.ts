import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { createReadAloudButton, type ReadableText } from '../../src/reader/read-aloud-button.ts';
import type { FailureReason } from '../../src/speech/player-state.ts';
import { cardOf, markOf, markTerms, showConvoy } from './glossary-stage.ts';
import { clickAsPerson } from './trusted-click.ts';

function make(readable: Partial<ReadableText> = {}) {
  const { document } = new JSDOM('').window;
  const ended = new AbortController();
  let finish = (_reason: FailureReason | null) => {};
  const readAloud = {
    speak: vi.fn(() => new Promise<FailureReason | null>((resolve) => (finish = resolve))),
    stop: vi.fn(() => finish(null)),
  };
  const announce = vi.fn();
  const root = createReadAloudButton(
    { document, translate: (key, ...values) => [key, ...values].join(' '), readAloud, announce, signal: ended.signal },
    { text: 'A word.', language: 'en', subject: null, ...readable },
  );
  const made = root.querySelector('button');
  if (!made) throw new Error('there is no button');
  return { root, made, readAloud, announce, ended, finish: (reason: FailureReason | null) => finish(reason) };
}

describe('the button that reads aloud', () => {
  it('speaks, and stops at the next press', async () => {
    const { made, readAloud } = make();
    expect(made.textContent).toBe('readAloud');
    clickAsPerson(made);
    expect(readAloud.speak).toHaveBeenCalledWith('A word.', 'en');
    expect(made.textContent).toBe('readAloudStop');
    clickAsPerson(made);
    expect(readAloud.stop).toHaveBeenCalledTimes(1);
    await vi.waitFor(() => expect(made.textContent).toBe('readAloud'));
    expect(readAloud.speak).toHaveBeenCalledTimes(1);
  });

  it('is told from others by what it reads, its visible words first', () => {
    const { made } = make({ subject: '“We cannot…' });
    expect(made.getAttribute('aria-label')).toBe('panelSubject readAloud “We cannot…');
    clickAsPerson(made);
    expect(made.getAttribute('aria-label')).toBe('panelSubject readAloudStop “We cannot…');
  });

  it('says once why nothing was heard, until the next try', async () => {
    const { root, made, announce, finish } = make();
    clickAsPerson(made);
    finish('no-voice');
    await vi.waitFor(() => expect(root.textContent).toContain('listenFailedNoVoice'));
    expect(announce.mock.calls).toEqual([['listenFailedNoVoice']]);
    clickAsPerson(made);
    expect(root.textContent).toBe('readAloudStop');
  });

  it('falls silent with the card', () => {
    const { made, readAloud, ended } = make();
    clickAsPerson(made);
    ended.abort();
    expect(readAloud.stop).toHaveBeenCalledTimes(1);
  });
});

describe('a term’s card', () => {
  it('is read aloud: the term, its full name and its meaning', async () => {
    const stage = await markTerms(showConvoy());
    clickAsPerson(markOf(stage, 'OCHA'));
    const made = [...(cardOf(stage)?.querySelectorAll('button') ?? [])].find(
      ({ textContent }) => textContent === 'Read aloud',
    );
    if (made) clickAsPerson(made);
    const ocha = stage.found.terms
      .find(({ term }) => term === 'OCHA')
      ?.meanings.find(({ source }) => source === 'glossary');
    expect(stage.readAloud.speak.mock.calls).toEqual([[`OCHA. ${ocha?.fullName}. ${ocha?.definition}`, 'en']]);
  });
});
