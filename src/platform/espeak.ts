import { COMMON_FILE, dictionaryFile, type EmbeddedVoice, findEmbeddedVoice } from './embedded-voices.ts';
import type { CreateEspeakModule, EspeakEvent, EspeakModule, EspeakWorker } from './espeak-module.ts';
import { unpackFiles } from './packed-files.ts';
import { joined, SoundCompression } from './sound-compression.ts';
import { tempoOf } from './speech-tempo.ts';
import { prepareSpeechText } from './speech-text.ts';
import type { VoiceAnswer, VoiceQuestion, WordTime } from './voice-protocol.ts';
import { SAMPLE_RATE } from './voice-protocol.ts';

/** Where eSpeak looks for its files; fixed when it was compiled. */
const DATA_FOLDER = '/usr/share/espeak-ng-data/';

/** In seconds: the first piece of sound is handed on soon, so that it is heard soon; the later ones need fewer messages. */
const FIRST_PIECE = 0.3;
const LATER_PIECES = 1;

/** Synthesis cannot be stopped from outside once it runs. Of a longer text nobody would hear the end; in UTF-16 units. */
const LONGEST_TEXT = 10_000;

/** Words in Latin letters within another script are spoken as English; without its dictionary they would be left out. */
const ALWAYS_NEEDED = 'en';

export type SynthesisQuestion = Omit<Extract<VoiceQuestion, { type: 'synthesize' }>, 'type' | 'id'>;
export type SynthesisFault = Extract<VoiceAnswer, { type: 'failed' }>['fault'];

/** Why a text was not synthesised. */
export class SynthesisError extends Error {
  readonly fault: SynthesisFault;

  constructor(fault: SynthesisFault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}

/** Given the sound piece by piece, each with the words that begin in it or just after it. */
export type SoundListener = (samples: Int16Array, words: WordTime[]) => void;

/** The voice in the package. */
export interface Espeak {
  /** Resolves when the last of the sound has been handed on. Rejects with a SynthesisError. */
  synthesize(question: SynthesisQuestion, listener: SoundListener): Promise<void>;
}

/** eSpeak running, and which of its files it has. */
interface Synthesizer {
  module: EspeakModule;
  worker: EspeakWorker;
  dictionaries: Map<string, Promise<void>>;
}

/**
 * eSpeak NG, which is loaded with the first question, and each language with the first question that needs it.
 * @param readFile reads a file of the package
 * @param loadModule loads the synthesiser's script
 */
export function createEspeak(
  readFile: (path: string) => Promise<Uint8Array>,
  loadModule: () => Promise<CreateEspeakModule>,
): Espeak {
  let starting: Promise<Synthesizer> | null = null;

  async function start(): Promise<Synthesizer> {
    const [createModule, common] = await Promise.all([loadModule(), readFile(COMMON_FILE)]);
    // It tells standard error of what comes back as a number anyway.
    const module = await createModule({ print: () => {}, printErr: () => {} });
    writeFiles(module, common);
    return { module, worker: new module.eSpeakNGWorker(), dictionaries: new Map() };
  }

  async function withDictionary(synthesizer: Synthesizer, dictionary: string): Promise<void> {
    const { module, dictionaries } = synthesizer;
    const loading =
      dictionaries.get(dictionary) ?? readFile(dictionaryFile(dictionary)).then((packed) => writeFiles(module, packed));
    dictionaries.set(dictionary, loading);
    try {
      await loading;
    } catch (error) {
      dictionaries.delete(dictionary);
      throw new SynthesisError('language-unavailable', error);
    }
  }

  return {
    async synthesize(question, listener) {
      const voice = findEmbeddedVoice(question.voice);
      if (voice === null) throw new SynthesisError('voice-unavailable');
      if (question.text.length > LONGEST_TEXT) throw new SynthesisError('synthesis-failed');
      try {
        starting ??= start();
        const synthesizer = await starting;
        const needed = [ALWAYS_NEEDED, voice.dictionary];
        await Promise.all(needed.map((dictionary) => withDictionary(synthesizer, dictionary)));
        speak(synthesizer.worker, voice, question, listener);
      } catch (error) {
        if (error instanceof SynthesisError) throw error;
        // Whatever state it is in: the next question gets another.
        starting = null;
        throw new SynthesisError('synthesis-failed', error);
      }
    },
  };
}

function writeFiles(module: EspeakModule, packed: Uint8Array): void {
  for (const [name, bytes] of unpackFiles(packed)) {
    const path = DATA_FOLDER + name;
    module.FS.mkdirTree(path.slice(0, path.lastIndexOf('/')));
    module.FS.writeFile(path, bytes);
  }
}

/** eSpeak's pitch for a voice made so many times as high: 50 of its steps are an octave (pitch_adjust_tab in its voices.c). */
function pitchOf(usual: number, factor: number): number {
  return Math.min(99, Math.max(0, Math.round(usual + 50 * Math.log2(factor))));
}

function speak(worker: EspeakWorker, voice: EmbeddedVoice, question: SynthesisQuestion, listener: SoundListener): void {
  const { variant, wordsPerMinute, pitch, range } = voice.manner;
  const tempo = tempoOf(wordsPerMinute, question.rate, voice.shortening);
  if (worker.set_voice(variant === '' ? voice.file : `${voice.file}+${variant}`) !== 0)
    throw new SynthesisError('voice-unavailable');
  worker.set_rate(tempo.wordsPerMinute);
  worker.set_pitch(pitchOf(pitch, question.pitch));
  worker.set_range(range);
  const { text, wordAt } = prepareSpeechText(question.text, voice.language);
  const compression = new SoundCompression(tempo.compression);
  let ready: Int16Array[] = [];
  let words: WordTime[] = [];
  let seconds = 0;
  let longest = FIRST_PIECE;
  let reached = -1;

  const addWord = (event: EspeakEvent) => {
    const word = event.type === 'word' ? wordAt(event.text_position - 1) : null;
    // A number is many words for eSpeak, and one for who looks at it.
    if (word === null || word[0] <= reached) return;
    reached = word[0];
    const sample = Math.round(((event.audio_position / 1000) * SAMPLE_RATE) / tempo.compression);
    words.push([...word, sample]);
  };
  const handOn = () => {
    if (ready.length > 0 || words.length > 0) listener(joined(ready), words);
    ready = [];
    words = [];
    seconds = 0;
    longest = LATER_PIECES;
  };

  worker.synthesize(text, (samples, events) => {
    for (const event of events) addWord(event);
    const sound = compression.push(samples);
    if (sound.length > 0) ready.push(sound);
    seconds += sound.length / SAMPLE_RATE;
    if (seconds >= longest) handOn();
    return false;
  });
  const rest = compression.end();
  if (rest.length > 0) ready.push(rest);
  handOn();
}
