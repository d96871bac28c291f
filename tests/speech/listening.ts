import type { SpeechManner, SpeechRequest, Voice } from '../../src/speech/engine.ts';
import { Player } from '../../src/speech/player.ts';
import type { PlayerNotice, PlayerState } from '../../src/speech/player-state.ts';
import type { Script, SpokenPiece, SpokenSentence } from '../../src/speech/script.ts';
import { chooseVoice } from '../../src/speech/voices.ts';
import type { Span } from '../../src/text/span.ts';
import { FakeClock } from './fake-clock.ts';
import { type Behaviour, FakeEngine, type HeardWord, voice } from './fake-engine.ts';

export const SYSTEM = voice('system', 'Ada');
export const OTHER = voice('system', 'Ben');
export const EMBEDDED = voice('embedded', 'en');

type Behave = (request: SpeechRequest, number: number) => Behaviour;

export interface ListeningSetup {
  system?: Behave | Behaviour;
  embedded?: Behave | Behaviour;
  systemVoices?: readonly Voice[];
  embeddedVoices?: readonly Voice[];
}

/** A player with fake engines on a fake clock, and a record of all that is told. */
export class Listening {
  readonly clock = new FakeClock();
  readonly tape: HeardWord[] = [];
  readonly system: FakeEngine;
  readonly embedded: FakeEngine;
  readonly states: string[] = [];
  /** Milliseconds from the beginning to each state. */
  readonly stateTimes: number[] = [];
  readonly sentences: number[] = [];
  readonly words: (Span | null)[] = [];
  /** Milliseconds from the beginning to each word. */
  readonly wordTimes: number[] = [];
  readonly notices: PlayerNotice[] = [];
  manner: SpeechManner = { rate: 1, pitch: 1, volume: 1 };
  preferred: Voice | null = null;
  readonly player: Player;
  /** Called with each state. */
  onState: (state: PlayerState) => void = () => {};

  constructor({ system = {}, embedded = {}, systemVoices = [SYSTEM], embeddedVoices = [] }: ListeningSetup = {}) {
    const begin = this.clock.now();
    this.system = new FakeEngine('system', systemVoices, this.clock, this.tape, asFunction(system));
    this.embedded = new FakeEngine('embedded', embeddedVoices, this.clock, this.tape, asFunction(embedded));
    const engines = [this.system, this.embedded];
    this.player = new Player({
      engines,
      chooseVoice: (language, role, failed) =>
        chooseVoice(
          engines.flatMap((engine) => engine.voices()),
          { language, role, preferred: this.preferred, failed },
        ),
      manner: () => this.manner,
      clock: this.clock,
      listener: {
        stateChanged: (state) => {
          this.states.push(state.name === 'failed' ? `failed ${state.reason}` : state.name);
          this.stateTimes.push(this.clock.now() - begin);
          this.onState(state);
        },
        sentenceReached: (sentence) => this.sentences.push(sentence),
        wordReached: (word) => {
          this.words.push(word);
          this.wordTimes.push(this.clock.now() - begin);
        },
        noticed: (notice) => this.notices.push(notice),
      },
    });
  }

  /** Runs until so many words were heard. */
  hear(words: number): void {
    this.#runUntil(() => this.tape.length >= words);
  }

  /** Runs until a sentence is heard, and so many milliseconds more. */
  reach(sentence: number, more: number): void {
    this.#runUntil(() => this.sentences.at(-1) === sentence);
    this.clock.run(more);
  }

  #runUntil(isDone: () => boolean): void {
    for (let tries = 0; !isDone(); tries++) {
      if (tries > 100_000) throw new Error('It never comes.');
      this.clock.run(10);
    }
  }

  /** The words that were heard, in order. */
  get heard(): string {
    return this.tape.map(({ word }) => word).join(' ');
  }

  /** The voices that were heard, each once for its run. */
  get voices(): string[] {
    return this.tape.map((one) => one.voice.id).filter((id, index, all) => id !== all[index - 1]);
  }
}

/** Five minutes: longer than any of the scripts takes. */
export const LONG = 300_000;

const SYLLABLES = ['ba', 'de', 'fi', 'go', 'lu', 'ma', 'ne', 'pi', 'ro', 'tu'];

/** Sentences of so many words, each of which occurs but once. */
export function sentencesOf(...lengths: number[]): string[] {
  let number = 0;
  return lengths.map((length) => {
    const words = Array.from({ length }, () =>
      [...String(100 + number++)].map((figure) => SYLLABLES[Number(figure)] ?? '').join(''),
    );
    return `${words.join(' ')}.`;
  });
}

/** Six sentences, two to a paragraph. */
export const TEXTS = sentencesOf(8, 12, 6, 20, 5, 9);

/** A player that was just told to play the texts. */
export function begin(setup: ListeningSetup = {}, texts: readonly string[] = TEXTS): Listening {
  const listening = new Listening(setup);
  listening.player.load(scriptOf(...texts));
  listening.player.play();
  return listening;
}

/** A piece that is spoken as it is written. */
export function piece(text: string, more: Partial<SpokenPiece> = {}): SpokenPiece {
  const stretch = { start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length, isSame: true };
  return { text, stretches: [stretch], language: 'en', role: 'first', pauseBefore: 300, ...more };
}

/** Each text a sentence in a block of its own ("b0", "b1", …); two sentences make a paragraph. */
export function scriptOf(...texts: string[]): Script {
  return texts.map((text, index) => sentence([piece(text)], index));
}

export function sentence(pieces: readonly SpokenPiece[], index: number): SpokenSentence {
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  return { span: { block: `b${index}`, start: 0, end: length }, paragraph: Math.floor(index / 2), pieces };
}

/**
 * How many words were heard again after a step back of at most `furthest` words; or a complaint, where a word of the texts was
 * not heard, or heard out of order.
 */
export function repeatsIn(heard: string, texts: readonly string[], furthest: number): number | string {
  const words = texts.join(' ').split(/\s+/);
  let repeats = 0;
  let next = 0;
  for (const word of heard.split(' ')) {
    const index = words.indexOf(word);
    if (index > next) return `"${words[next]}" was not heard before "${word}"`;
    if (index < next - furthest) return `"${word}" was heard again after "${words[next - 1]}"`;
    if (index < next) repeats++;
    next = index + 1;
  }
  return next === words.length ? repeats : `"${words[next]}" and the rest were not heard`;
}

function asFunction(behave: Behave | Behaviour): Behave {
  return typeof behave === 'function' ? behave : () => behave;
}
