import type { Voice } from '../speech/engine.ts';
import { voiceLanguage } from './voice-language.ts';

/** A voice as it is offered, and the browser's own object for it. */
interface SystemVoice {
  voice: Voice;
  source: SpeechSynthesisVoice;
}

/**
 * Firefox calls every voice of speech-dispatcher remote, because its name is not "default" (`RegisterVoices` in
 * dom/media/webspeech/synth/speechd/SpeechDispatcherService.cpp); Chromium calls the same voices local.
 */
const SPEECH_DISPATCHER_IN_FIREFOX = /^urn:moz-tts:speechd:/;

/** eSpeak NG offers each voice in about a hundred variants, such as "English (America)+croak". */
const VARIANT = /\S\+\p{L}/u;

/**
 * Apple's voices for fun, by address: in Chrome that is the name; in Firefox it ends in the name
 * without spaces (novelty.json of HadrienGardeur/web-speech-recommended-voices).
 */
const NOVELTIES =
  'Albert|Bad ?News|Bahh|Bells|Boing|Bubbles|Cellos|Deranged|Good ?News|Hysterical|Jester|Organ|Princess|Superstar|Trinoids|Whisper|Wobble|Zarvox';
const NOVELTY = new RegExp(`(?:^|com\\.apple\\..*\\.)(?:${NOVELTIES})(?:$| \\()`);

/** What the browser lists, made ready once for each state of its list: speech-dispatcher alone has 13,362 voices. */
export class SystemVoices {
  readonly #synthesis: SpeechSynthesis | null;
  #sources: readonly SpeechSynthesisVoice[] = [];
  #voices: readonly Voice[] = [];
  #sourceOf: ReadonlyMap<string, SpeechSynthesisVoice> = new Map();

  /** @param synthesis null where the browser has none. */
  constructor(synthesis: SpeechSynthesis | null) {
    this.#synthesis = synthesis;
  }

  /** The same array as before while the browser lists the same voices. Variants and voices for fun come last. */
  list(): readonly Voice[] {
    const sources = this.#ask();
    if (!isSame(sources, this.#sources)) {
      const voices = sortVoices(nameApart(withoutDoubles(withPlainVoices(sources))));
      this.#sources = sources;
      this.#voices = voices.map(({ voice }) => voice);
      this.#sourceOf = new Map(voices.map(({ voice, source }) => [voice.id, source]));
    }
    return this.#voices;
  }

  /** The browser's own object for a voice; null where it is gone. */
  sourceOf({ id }: Voice): SpeechSynthesisVoice | null {
    this.list();
    return this.#sourceOf.get(id) ?? null;
  }

  #ask(): readonly SpeechSynthesisVoice[] {
    try {
      return this.#synthesis?.getVoices() ?? [];
    } catch {
      return [];
    }
  }
}

/** Browsers make a new array at every call, of the objects that they have made before. */
function isSame(one: readonly SpeechSynthesisVoice[], other: readonly SpeechSynthesisVoice[]): boolean {
  return one.length === other.length && one.every((voice, index) => voice === other[index]);
}

/**
 * Firefox learns of voices one by one, in no order: until the plain voice has come, one of its variants would be taken
 * for the best of its language.
 */
function withPlainVoices(sources: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice[] {
  const names = new Set(sources.map(({ name }) => name));
  return sources.filter(
    ({ voiceURI, name }) => !SPEECH_DISPATCHER_IN_FIREFOX.test(voiceURI) || names.has(name.replace(/\+\S+/u, '')),
  );
}

/** One voice for each name, language and place where it speaks: more of them cannot be told apart in a list. */
function withoutDoubles(sources: readonly SpeechSynthesisVoice[]): SystemVoice[] {
  const languages = new Map<string, string>();
  const kept = new Map<string, SystemVoice>();
  for (const source of sources) {
    const language = languages.get(source.lang) ?? voiceLanguage(source.lang);
    languages.set(source.lang, language);
    const isLocal = source.localService || SPEECH_DISPATCHER_IN_FIREFOX.test(source.voiceURI);
    const key = JSON.stringify([source.name, language, isLocal]);
    if (kept.has(key) && !source.default) continue;
    const voice: Voice = {
      engine: 'system',
      id: source.voiceURI,
      name: source.name,
      language,
      isLocal,
      isDefault: source.default,
    };
    kept.set(key, { voice, source });
  }
  return [...kept.values()];
}

/** Some browsers give several voices one address, or none. */
function nameApart(voices: readonly SystemVoice[]): SystemVoice[] {
  const counts = new Map<string, number>();
  for (const { voice } of voices) counts.set(voice.id, (counts.get(voice.id) ?? 0) + 1);
  return voices.map(({ voice, source }) => {
    if (voice.id !== '' && counts.get(voice.id) === 1) return { voice, source };
    const id = [voice.id, voice.name, voice.language, ...(voice.isLocal ? [] : ['remote'])].join(' | ');
    return { voice: { ...voice, id }, source };
  });
}

/** Firefox lists voices in no order at all, another one at every start. */
function sortVoices(voices: readonly SystemVoice[]): SystemVoice[] {
  const rank = ({ voice }: SystemVoice) => (VARIANT.test(voice.name) || NOVELTY.test(voice.id) ? 1 : 0);
  const keyed = voices.map((entry) => ({ entry, rank: rank(entry), name: entry.voice.name }));
  keyed.sort((one, other) => one.rank - other.rank || compare(one.name, other.name));
  return keyed.map(({ entry }) => entry);
}

/** By code unit: comparing by language would take a second for 13,000 voices. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
