import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { createReadAloudButton } from '../../src/reader/read-aloud-button.ts';
import { cardOf, markOf, markTerms, showConvoy } from './glossary-stage.ts';
import { clickAsPerson } from './trusted-click.ts';

function make(languages: string[]) {
  const { document } = new JSDOM('').window;
  const ended = new AbortController();
  let finish = () => {};
  let tell = () => {};
  const voice = {
    canSpeak: (language: string) => languages.includes(language),
    onVoices: (listener: () => void) => {
      tell = listener;
    },
    speak: vi.fn(() => new Promise<void>((resolve) => (finish = resolve))),
    stop: vi.fn(() => finish()),
  };
  const made = createReadAloudButton(
    { document, translate: (key) => key, voice, signal: ended.signal },
    'A word.',
    'en',
  );
  return { made, voice, ended, tell: () => tell() };
}

describe('the button that reads aloud', () => {
  it('speaks, and stops at the next press', async () => {
    const { made, voice } = make(['en']);
    expect(made.textContent).toBe('readAloud');
    clickAsPerson(made);
    expect(voice.speak).toHaveBeenCalledWith('A word.', 'en');
    expect(made.textContent).toBe('readAloudStop');
    clickAsPerson(made);
    expect(voice.stop).toHaveBeenCalledTimes(1);
    await vi.waitFor(() => expect(made.textContent).toBe('readAloud'));
    expect(voice.speak).toHaveBeenCalledTimes(1);
  });

  it('is there only as long as there is a voice', () => {
    const languages: string[] = [];
    const { made, tell } = make(languages);
    expect(made.hidden).toBe(true);
    languages.push('en');
    tell();
    expect(made.hidden).toBe(false);
  });

  it('falls silent with the card', () => {
    const { made, voice, ended } = make(['en']);
    clickAsPerson(made);
    ended.abort();
    expect(voice.stop).toHaveBeenCalledTimes(1);
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
    const [text, language] = stage.voice.speak.mock.calls[0] ?? [];
    const ocha = stage.found.terms
      .find(({ term }) => term === 'OCHA')
      ?.meanings.find(({ source }) => source === 'glossary');
    expect(text).toBe(`OCHA. ${ocha?.fullName}. ${ocha?.definition}`);
    expect(language).toBe('en');
  });
});
