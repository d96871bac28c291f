import { describe, expect, it } from 'vitest';
import type { Voice } from '../../src/speech/engine.ts';
import { chooseVoice, listVoices, type VoiceWish } from '../../src/speech/voices.ts';
import { voice } from './fake-engine.ts';

const system = (name: string, language: string, more: Partial<Voice> = {}) => voice('system', name, language, more);
const embedded = (language: string) => voice('embedded', language, language);

function choose(voices: readonly Voice[], language: string, more: Partial<VoiceWish> = {}): string | null {
  return chooseVoice(voices, { language, role: 'first', preferred: null, failed: [], ...more })?.name ?? null;
}

describe('the choice of a voice', () => {
  it.each([
    ['en-US', ['en-GB', 'en-US'], 'en-US'],
    ['en-US', ['de-DE', 'en-GB'], 'en-GB'],
    ['en-AU', ['en-US', 'en-GB'], 'en-GB'],
    ['en-CA', ['en-GB', 'en-US'], 'en-US'],
    ['en', ['en-AU', 'en-US'], 'en-US'],
    ['fr', ['fr-BE', 'fr-FR'], 'fr-FR'],
    ['pt-PT', ['pt-BR', 'pt-PT'], 'pt-PT'],
    ['pt-BR', ['pt-PT', 'pt-BR'], 'pt-BR'],
    ['pt-AO', ['pt-BR', 'pt-PT'], 'pt-PT'],
    ['pt', ['pt-PT', 'pt-BR'], 'pt-BR'],
    ['es-AR', ['es-ES', 'es-MX'], 'es-MX'],
    ['no', ['da-DK', 'nb-NO'], 'nb-NO'],
    ['nb-NO', ['nn-NO', 'no-NO'], 'no-NO'],
    ['nn', ['nb-NO'], 'nb-NO'],
    ['zh-CN', ['zh-HK', 'zh-TW'], 'zh-TW'],
    ['zh-HK', ['zh-CN', 'zh-HK'], 'zh-HK'],
    ['yue', ['zh-CN', 'zh-HK'], 'zh-HK'],
    ['zh-yue', ['zh-CN', 'yue-HK'], 'yue-HK'],
    ['zh-CN', ['cmn-CN'], 'cmn-CN'],
    ['zh', ['zh-HK'], 'zh-HK'],
    ['sr-Latn', ['sr-RS', 'hr-HR'], 'hr-HR'],
    ['sr-Latn-RS', ['sr-RS', 'sr-Latn-RS'], 'sr-Latn-RS'],
    ['sr', ['hr-HR', 'sr-RS'], 'sr-RS'],
    ['he', ['iw-IL'], 'iw-IL'],
    ['en_US', ['en_GB', 'en_US'], 'en_US'],
    ['de', ['en-US'], null],
    ['', ['en-US'], null],
    ['not a language', ['en-US'], null],
    ['en', ['', '???', 'en-US'], 'en-US'],
  ])('for %s out of %j is %s', (language, languages, expected) => {
    const voices = languages.map((tag) => system(tag, tag));
    expect(choose(voices, language)).toBe(expected);
    expect(choose(voices.reverse(), language)).toBe(expected);
  });

  it('takes the default of the system, and the better voices', () => {
    const voices = [
      system('Ada', 'en-US'),
      system('Cleo', 'en-US', { isDefault: true }),
      system('Bea (Premium)', 'en-US'),
    ];
    expect(choose(voices, 'en-US')).toBe('Cleo');
    expect(choose(voices.slice(0, 1).concat(voices.slice(2)), 'en-US')).toBe('Bea (Premium)');
  });

  it('lets the default of the system decide where the text names no region', () => {
    const voices = [system('Ada', 'en-US'), system('Kate', 'en-GB', { isDefault: true })];
    expect(choose(voices, 'en')).toBe('Kate');
    expect(choose(voices, 'en-US')).toBe('Ada');
  });

  it.each(['Albert', 'Bad News', 'Zarvox', 'Grandpa (English (US))', 'English (America)+croak'])(
    'takes %s only where there is nothing else',
    (name) => {
      const odd = system(name, 'en-US', { isDefault: true });
      expect(choose([odd, system('Zoe', 'en-GB')], 'en-US')).toBe('Zoe');
      expect(choose([odd, embedded('en')], 'en-US')).toBe('en');
      expect(choose([odd], 'en-US')).toBe(name);
    },
  );

  it('knows odd voices by their id where their names are translated', () => {
    const odd = system('Mauvaises nouvelles', 'en-US', { id: 'com.apple.speech.synthesis.voice.BadNews' });
    expect(choose([odd, system('Zoe', 'en-US')], 'en-US')).toBe('Zoe');
  });

  it('takes a name for odd only as a whole', () => {
    expect(choose([system('Alberta', 'en-US'), system('Zoe', 'en-US')], 'en-US')).toBe('Alberta');
  });

  it('takes the voice of the system before the embedded one, and that before one of another language', () => {
    expect(choose([embedded('en'), system('Ada', 'en-GB')], 'en-US')).toBe('Ada');
    expect(choose([embedded('zh'), system('Sin-ji', 'zh-HK')], 'zh-CN')).toBe('zh');
  });

  it('never takes a remote voice by itself, and takes it where the person chose it', () => {
    const remote = system('Google US', 'en-US', { isLocal: false, isDefault: true });
    expect(choose([remote], 'en-US')).toBeNull();
    expect(choose([remote, embedded('en')], 'en-US')).toBe('en');
    expect(choose([remote, embedded('en')], 'en-US', { preferred: remote })).toBe('Google US');
    expect(choose([remote, embedded('en')], 'en-US', { preferred: remote, failed: [remote] })).toBe('en');
  });

  it('takes the choice of the person before all, as long as it is there', () => {
    const voices = [system('Ada', 'en-US', { isDefault: true }), system('Zarvox', 'en-US'), embedded('en')];
    expect(choose(voices, 'en-US', { preferred: { engine: 'embedded', id: 'en' } })).toBe('en');
    expect(choose(voices, 'en-US', { preferred: { engine: 'system', id: 'Zarvox' } })).toBe('Zarvox');
    expect(choose(voices, 'en-US', { preferred: { engine: 'system', id: 'gone' } })).toBe('Ada');
    expect(choose(voices, 'en-US', { preferred: { engine: 'system', id: 'en' } })).toBe('Ada');
  });

  it('passes over what has failed', () => {
    const voices = [system('Ada', 'en-US'), system('Ben', 'en-US'), embedded('en')];
    expect(choose(voices, 'en-US', { failed: voices.slice(0, 1) })).toBe('Ben');
    expect(choose(voices, 'en-US', { failed: voices.slice(0, 2) })).toBe('en');
    expect(choose(voices, 'en-US', { failed: voices })).toBeNull();
  });

  it('gives the second role another speaker of the same engine, or the same', () => {
    const ada = system('Ada', 'en-US', { isDefault: true });
    const second = (...others: Voice[]) => choose([ada, ...others], 'en-US', { role: 'second' });
    expect(second(system('Ben', 'en-US'))).toBe('Ben');
    expect(second(system('Ada (Enhanced)', 'en-US'), system('Kate', 'en-GB'))).toBe('Kate');
    expect(second(system('Zarvox', 'en-US'), embedded('en'))).toBe('Ada');
    expect(choose([embedded('en'), { ...embedded('en'), id: 'en2', name: 'en 2' }], 'en', { role: 'second' })).toBe(
      'en 2',
    );
  });
});

describe('the menu of voices', () => {
  it('lists the voices of a language from the best to the oddest', () => {
    const voices = [
      system('Zarvox', 'en-US'),
      system('Google US', 'en-US', { isLocal: false }),
      embedded('en'),
      system('Ben', 'en-US'),
      system('Kate', 'en-GB'),
      system('Anna', 'de-DE'),
      system('Ada', 'en-US'),
    ];
    expect(listVoices(voices, 'en-US').map(({ name }) => name)).toEqual([
      'Ada',
      'Ben',
      'Kate',
      'en',
      'Google US',
      'Zarvox',
    ]);
    expect(voices[0]?.name).toBe('Zarvox');
  });

  it('chooses among 13,000 voices, most of which have failed, in no time', () => {
    const voices = Array.from({ length: 13_000 }, (_, index) => system(`English+${index}`, 'en-US'));
    const begin = Date.now();
    expect(choose([...voices, system('Ada', 'en-GB')], 'en-US', { failed: voices })).toBe('Ada');
    expect(Date.now() - begin).toBeLessThan(1000);
  });
});
