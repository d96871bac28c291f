import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import type { MessageKey } from '../../assets/message-key.ts';
import { createVoicesSection } from '../../src/options/voices-section.ts';
import { VOICES_KEY } from '../../src/platform/kept-voices.ts';
import { SpeechFake, voice } from './speech-fake.ts';

const messages = JSON.parse(
  readFileSync(new URL('../../assets/_locales/en/messages.json', import.meta.url), 'utf8'),
) as Record<MessageKey, { message: string }>;
const translate = (key: MessageKey, ...substitutions: string[]) =>
  messages[key].message.replace(/\$(\d)/g, (_, position) => substitutions[Number(position) - 1] ?? '');

const DANIEL = voice('Daniel', 'en-GB');
const SAMANTHA = voice('Samantha', 'en-US');
const OWN = voice('British English', 'en-GB', { engine: 'embedded', id: 'en-GB' });
const REMOTE = voice('Cloud Kate', 'en-GB', { isLocal: false });

async function open({ languages = ['en-GB'] } = {}) {
  const { window } = new JSDOM('<!doctype html><body></body>');
  const { document } = window;
  const speech = new SpeechFake();
  speech.languages = languages;
  await speech.kept.ready;
  speech.setVoices(DANIEL, SAMANTHA, OWN, REMOTE, voice('Anna', 'de-DE'));
  const section = createVoicesSection({ document, translate, speech });
  document.body.append(section);
  const select = (language = 'en') => {
    const found = document.getElementById(`voice-${language}`);
    if (!(found instanceof window.HTMLSelectElement)) throw new Error(`no list for ${language}`);
    return found;
  };
  const find = (name: string) => {
    const buttons = [...section.querySelectorAll('button')].filter((button) => button.closest('[hidden]') === null);
    return buttons.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
  };
  return {
    window,
    document,
    speech,
    section,
    select,
    labels: () => [...section.querySelectorAll('label')].map(({ textContent }) => textContent),
    options: (language?: string) => [...select(language).options].map(({ text }) => text),
    note: () => document.getElementById(select().getAttribute('aria-describedby') ?? '')?.textContent,
    question: () => section.querySelector('.voice-question [role=status]')?.textContent,
    said: () => section.querySelector('.status-text')?.textContent,
    stored: () => speech.storage.local.items[VOICES_KEY],
    choose(text: string, language?: string) {
      const list = select(language);
      const option = [...list.options].find((one) => one.text === text);
      if (!option) throw new Error(`no voice ${text}`);
      list.focus();
      list.value = option.value;
      list.dispatchEvent(new window.Event('change', { bubbles: true }));
    },
    find,
    press(name: string) {
      const button = find(name);
      if (!button) throw new Error(`no button ${name}`);
      button.focus();
      button.click();
    },
  };
}

describe('the voices', () => {
  it('are offered for each language that the person reads or has chosen one for, once', async () => {
    const { labels, speech } = await open({ languages: ['en-GB', 'en', 'de'] });
    expect(labels()).toEqual(['English', 'German']);
    await speech.kept.choose('fr-CA', voice('Marie', 'fr-CA'));
    expect(labels()).toEqual(['English', 'German', 'French']);
  });

  it('are grouped by where they are, those of other languages left out', async () => {
    const { options, select } = await open();
    expect(options()).toEqual([
      'Chosen by Lectern',
      'Daniel (British English)',
      'Samantha (American English)',
      'British English',
      'Cloud Kate (British English)',
    ]);
    expect([...select().querySelectorAll('optgroup')].map(({ label }) => label)).toEqual([
      'On this machine',
      "Lectern's own, on this machine",
      'Over the internet',
    ]);
    expect(select().value).toBe('');
  });

  it('are kept as they are chosen, and left to Lectern again', async () => {
    const { choose, said, stored } = await open();
    choose('Samantha (American English)');
    await vi.waitFor(() => expect(said()).toBe('“Samantha” is saved.'));
    expect(stored()).toEqual({ chosen: { en: { engine: 'system', id: 'urn:Samantha' } }, remoteAllowed: [] });
    choose('Chosen by Lectern');
    await vi.waitFor(() => expect(said()).toMatch(/^Lectern chooses/));
    expect(stored()).toEqual({ chosen: {}, remoteAllowed: [] });
  });

  it('come late and go: the choice is not lost by that', async () => {
    const { choose, speech, select, options, note, stored } = await open();
    choose('Daniel (British English)');
    await vi.waitFor(() => expect(stored()).toMatchObject({ chosen: { en: { id: 'urn:Daniel' } } }));
    speech.setVoices();
    expect(options()).toEqual(['Chosen by Lectern', 'The voice that you chose']);
    expect(select().selectedOptions[0]?.text).toBe('The voice that you chose');
    expect(note()).toMatch(/no voice/);
    speech.setVoices(SAMANTHA);
    expect(note()).toMatch(/not there now/);
    speech.setVoices(SAMANTHA, DANIEL);
    expect(select().selectedOptions[0]?.text).toBe('Daniel (British English)');
    expect(note()).toBe('');
    expect(stored()).toMatchObject({ chosen: { en: { id: 'urn:Daniel' } } });
  });

  it('stay in an open list when the browser says again which there are', async () => {
    const { speech, select } = await open();
    const [option] = select().options;
    speech.setVoices(...speech.voices());
    expect(select().options[0]).toBe(option);
  });

  it('are shown as another page has chosen them', async () => {
    const { speech, select } = await open();
    speech.storage.local.items[VOICES_KEY] = { chosen: { en: { engine: 'embedded', id: 'en-GB' } } };
    speech.storage.tell([VOICES_KEY], 'local');
    await vi.waitFor(() => expect(select().selectedOptions[0]?.text).toBe('British English'));
  });

  it('say that a choice could not be stored, and keep it in force', async () => {
    const { choose, speech, said, select } = await open();
    speech.storage.local.writeError = new Error('QuotaExceededError');
    choose('Daniel (British English)');
    await vi.waitFor(() => expect(said()).toMatch(/^This was not saved/));
    expect(select().selectedOptions[0]?.text).toBe('Daniel (British English)');
  });
});

describe('a voice on the internet', () => {
  it('is asked about before it is chosen, with the focus left on the list and no sample in between', async () => {
    const { choose, question, find, select, document, stored, speech, note, press } = await open();
    choose('Cloud Kate (British English)');
    expect(question()).toMatch(/“Cloud Kate” is not on this machine.*over the internet/);
    expect(document.activeElement).toBe(select());
    expect(find('Hear a sample: English')).toBeUndefined();
    expect(speech.kept.chosen('en')).toBeNull();
    press('Use it');
    expect(document.activeElement).toBe(select());
    expect(question()).toBe('');
    expect(note()).toBe('This voice sends what it reads over the internet.');
    await vi.waitFor(() =>
      expect(stored()).toEqual({
        chosen: { en: { engine: 'system', id: 'urn:Cloud Kate' } },
        remoteAllowed: [{ engine: 'system', id: 'urn:Cloud Kate' }],
      }),
    );
    expect(find('Hear a sample: English')).toBeDefined();
  });

  it('is not used without a yes: the list goes back to what was chosen', async () => {
    const { choose, press, select, question, speech } = await open();
    choose('Daniel (British English)');
    choose('Cloud Kate (British English)');
    press('Do not use it');
    expect(select().selectedOptions[0]?.text).toBe('Daniel (British English)');
    expect(question()).toBe('');
    expect(speech.kept.isAllowed(REMOTE)).toBe(false);
    expect(speech.kept.chosen('en')).toEqual({ engine: 'system', id: 'urn:Daniel' });
  });

  it('is not asked about any more once the person has moved on to another one', async () => {
    const { choose, question, find } = await open();
    choose('Cloud Kate (British English)');
    choose('Samantha (American English)');
    expect(question()).toBe('');
    expect(find('Use it')).toBeUndefined();
  });

  it('is not asked about a second time', async () => {
    const { choose, press, question } = await open();
    choose('Cloud Kate (British English)');
    press('Use it');
    choose('Daniel (British English)');
    choose('Cloud Kate (British English)');
    expect(question()).toBe('');
  });

  it('that was chosen without a yes is asked about, and given up by a no', async () => {
    const { speech, question, press, select } = await open();
    await speech.kept.choose('en', REMOTE);
    expect(question()).toMatch(/Cloud Kate/);
    press('Do not use it');
    expect(speech.kept.chosen('en')).toBeNull();
    expect(select().value).toBe('');
  });
});

describe('a sample', () => {
  it('is in the language, by the chosen voice, and can be stopped', async () => {
    const { choose, press, speech, find, said } = await open({ languages: ['de-DE', 'en-GB'] });
    press('Hear a sample: German');
    expect(speech.heard).toEqual([{ text: 'Deutsch. Mittwoch, 22. Mai 2024', language: 'de-DE', voice: null }]);
    press('Stop: German');
    expect(speech.stop).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(find('Hear a sample: German')).toBeDefined());
    choose('Samantha (American English)');
    press('Hear a sample: English');
    expect(speech.heard[1]?.voice).toEqual(SAMANTHA);
    speech.end(null);
    await vi.waitFor(() => expect(find('Hear a sample: English')).toBeDefined());
    expect(said()).not.toMatch(/could not/);
  });

  it.each([
    ['no-voice', /no voice for this language/],
    ['network', /could not be reached/],
    ['audio-busy', /Another program/],
    ['no-sound', /could not be heard/],
  ] as const)('that is not heard says why: %s', async (reason, sentence) => {
    const { press, speech, said } = await open();
    press('Hear a sample: English');
    speech.end(reason);
    await vi.waitFor(() => expect(said()).toMatch(sentence));
  });
});
