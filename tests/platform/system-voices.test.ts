import { describe, expect, it } from 'vitest';
import { SystemVoices } from '../../src/platform/system-voices.ts';
import { voiceLanguage } from '../../src/platform/voice-language.ts';
import { FakeSynthesis, fakeVoice } from './fake-speech-synthesis.ts';

function systemVoices(...voices: Parameters<typeof fakeVoice>[0][]) {
  const synthesis = new FakeSynthesis();
  synthesis.voices = voices.map(fakeVoice);
  return { synthesis, voices: new SystemVoices(synthesis.window.speechSynthesis) };
}

const names = (voices: SystemVoices) => voices.list().map(({ name }) => name);

describe('the language of a voice', () => {
  it.each([
    ['en-US', 'en-US'],
    ['en_US', 'en-US'],
    ['EN-us', 'en-US'],
    ['eng-US-f000', 'en-US'],
    ['zh_TW_#Hant', 'zh-Hant-TW'],
    ['en-GB-X-RP', 'en-GB-x-rp'],
    ['en-US-NYC', 'en-US'],
    ['cmn', 'zh'],
    ['es-419', 'es-419'],
    ['piqd', 'und'],
    ['', 'und'],
    ['<b>', 'und'],
  ])('%s is %s', (named, tag) => {
    expect(voiceLanguage(named)).toBe(tag);
  });
});

describe('the list of voices', () => {
  it('says of each voice what the browser says', () => {
    const { voices, synthesis } = systemVoices({
      voiceURI: 'urn:anna',
      name: 'Anna',
      lang: 'de_DE',
      localService: false,
      default: true,
    });
    const [voice] = voices.list();
    expect(voice).toEqual({
      engine: 'system',
      id: 'urn:anna',
      name: 'Anna',
      language: 'de-DE',
      isLocal: false,
      isDefault: true,
    });
    expect(voice && voices.sourceOf(voice)).toBe(synthesis.voices[0]);
  });

  it('knows that speech-dispatcher is on this machine, whatever Firefox says', () => {
    const { voices } = systemVoices(
      { voiceURI: 'urn:moz-tts:speechd:English?en', localService: false },
      { voiceURI: 'urn:moz-tts:android:x', name: 'x', localService: false },
    );
    expect(voices.list().map(({ isLocal }) => isLocal)).toEqual([true, false]);
  });

  it('is the same array until the browser lists other voices', () => {
    const { voices, synthesis } = systemVoices({ name: 'Anna' });
    const before = voices.list();
    expect(voices.list()).toBe(before);
    synthesis.voices = [fakeVoice({ name: 'Ben' })];
    expect(names(voices)).toEqual(['Ben']);
    expect(before[0] && voices.sourceOf(before[0])).toBeNull();
  });

  it('holds each voice once, the default one of two that look the same', () => {
    const { voices } = systemVoices(
      { voiceURI: 'a', name: 'Anna' },
      { voiceURI: 'b', name: 'Anna', lang: 'en_US', default: true },
      { voiceURI: 'c', name: 'Anna', lang: 'de' },
      { voiceURI: 'd', name: 'Anna', localService: false },
    );
    expect(voices.list().map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  });

  it('tells voices of one address apart, the same way at every visit', () => {
    const two = [
      { voiceURI: 'tts', name: 'Anna', lang: 'de' },
      { voiceURI: 'tts', name: 'Anna', lang: 'en' },
      { voiceURI: '', name: 'Ben' },
    ];
    const ids = systemVoices(...two)
      .voices.list()
      .map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain('');
    const again = systemVoices(...two.toReversed())
      .voices.list()
      .map(({ id }) => id);
    expect(again.toSorted()).toEqual(ids.toSorted());
  });

  it('keeps a variant back until its plain voice has come, where Firefox learns of them one by one', () => {
    const inFirefox = (name: string) => ({ name, voiceURI: `urn:moz-tts:speechd:${name}?en` });
    const { voices, synthesis } = systemVoices(inFirefox('English (America)+croak'), inFirefox('Basque'));
    expect(names(voices)).toEqual(['Basque']);
    synthesis.voices = [...synthesis.voices, fakeVoice(inFirefox('English (America)'))];
    expect(names(voices)).toEqual(['Basque', 'English (America)', 'English (America)+croak']);
  });

  it('has variants and voices for fun last', () => {
    const { voices } = systemVoices(
      { name: 'Bad News' },
      { name: 'English (America)+croak espeak-ng' },
      { name: 'Zarvox (English (US))' },
      { name: 'Cloches', voiceURI: 'urn:moz-tts:osx:com.apple.speech.synthesis.voice.Bells' },
      { name: 'Samantha' },
      { name: 'English (America) espeak-ng' },
    );
    expect(names(voices).slice(0, 2)).toEqual(['English (America) espeak-ng', 'Samantha']);
  });

  it('is empty where the browser throws', () => {
    const { voices, synthesis } = systemVoices({});
    synthesis.getVoices = () => {
      throw new Error('refused');
    };
    expect(voices.list()).toEqual([]);
  });

  it('is ready in a moment with the 13,362 voices of speech-dispatcher', () => {
    const many = Array.from({ length: 13_362 }, (_, index) => ({
      name: `Language ${index % 131}+Variant${index}`,
      lang: `l${String.fromCharCode(97 + (index % 26))}`,
    }));
    const { voices } = systemVoices(...many);
    const begin = performance.now();
    expect(voices.list()).toHaveLength(13_362);
    expect(performance.now() - begin).toBeLessThan(1000);
    const again = performance.now();
    for (let call = 0; call < 20; call++) voices.list();
    expect(performance.now() - again).toBeLessThan(200);
  });
});
