import { describe, expect, it } from 'vitest';
import { EMBEDDED_VOICES, findEmbeddedVoice, listEmbeddedVoices } from '../../src/platform/embedded-voices.ts';
import { primaryLanguage } from '../../src/text/primary-language.ts';

/** What the package promises to speak at least. */
const PROMISED = ['en', 'es', 'fr', 'de', 'it', 'pt', 'nl', 'pl', 'ru', 'ar', 'hi', 'tr', 'id', 'sw'];

describe('assets/voice/voices.json', () => {
  it('has every language that is promised', () => {
    const languages = new Set(EMBEDDED_VOICES.map(({ language }) => primaryLanguage(language)));
    expect(PROMISED.filter((language) => !languages.has(language))).toEqual([]);
  });

  it('has tags in their one right form, each once', () => {
    const languages = EMBEDDED_VOICES.map(({ language }) => language);
    expect(languages.map((language) => Intl.getCanonicalLocales(language)[0])).toEqual(languages);
    const ids = EMBEDDED_VOICES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(() => new Intl.Locale(id)).not.toThrow();
  });

  it('has manners that eSpeak takes, and that people listen to', () => {
    for (const { manner, shortening } of EMBEDDED_VOICES) {
      expect(manner.wordsPerMinute).toBeGreaterThanOrEqual(130);
      expect(manner.wordsPerMinute).toBeLessThanOrEqual(200);
      for (const value of [manner.pitch, manner.range]) expect(value >= 0 && value <= 99).toBe(true);
      expect(shortening > 0.6 && shortening < 1.3).toBe(true);
    }
  });
});

describe('listEmbeddedVoices', () => {
  it('names each language in the language of the interface, and tells the second voice from the first', () => {
    const names = (language: string) =>
      listEmbeddedVoices(language)
        .filter((voice) => voice.language === 'de')
        .map(({ name }) => name);
    expect(names('en')).toEqual(['German', 'German 2']);
    expect(names('fr')).toEqual(['allemand', 'allemand 2']);
  });

  it('has one default for each language, and all of them on the machine', () => {
    const voices = listEmbeddedVoices('en');
    const defaults = voices.filter(({ isDefault }) => isDefault).map(({ language }) => primaryLanguage(language));
    expect(new Set(defaults).size).toBe(defaults.length);
    expect(new Set(defaults)).toEqual(new Set(voices.map(({ language }) => primaryLanguage(language))));
    expect(voices.every(({ engine, isLocal }) => engine === 'embedded' && isLocal)).toBe(true);
  });

  it('lists what can be found again', () => {
    for (const { id } of listEmbeddedVoices('en')) expect(findEmbeddedVoice(id)?.id).toBe(id);
    expect(findEmbeddedVoice('tlh')).toBeNull();
  });
});
