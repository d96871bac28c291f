import type { SpeechFault } from '../speech/engine.ts';
import type { SynthesisAnswer, VoicePort, VoiceText } from './voice-port.ts';
import type { WordTime } from './voice-protocol.ts';
import { decodeSamples } from './voice-samples.ts';

/** After so many questions without an answer it is given up; silence takes so long to be noticed that it is fewer. */
const MOST_QUESTIONS = 3;
const MOST_SILENCES = 2;

/** The sound of one text, as it comes from the background. Asks again where the background was stopped meanwhile. */
export class SynthesizedSound {
  readonly text: VoiceText;
  readonly pieces: Int16Array[] = [];
  readonly words: WordTime[] = [];
  /** Whether all of it is here. */
  isWhole = false;
  fault: SpeechFault | null = null;
  readonly #port: VoicePort;
  #listener = () => {};
  #id: number | null = null;
  #length = 0;
  /** Of the question that is being answered: synthesis gives the same sound each time, so what is here already is passed over. */
  #answered = 0;
  #answeredWords = 0;
  #questions = 0;
  #silences = 0;

  constructor(text: VoiceText, port: VoicePort) {
    this.text = text;
    this.#port = port;
    this.#ask();
  }

  /** Calls `listener` whenever more has come, or nothing more will. There is one listener at a time. */
  onChange(listener: () => void): void {
    this.#listener = listener;
  }

  /** It is not wanted any more. */
  drop(): void {
    this.#listener = () => {};
    if (this.#id !== null) this.#port.drop(this.#id);
    this.#id = null;
  }

  #ask(): void {
    this.#answered = 0;
    this.#answeredWords = 0;
    this.#questions++;
    try {
      this.#id = this.#port.synthesize(this.text, {
        answered: (answer) => this.#hear(answer),
        lost: (cause) => this.#askAgain(cause),
      });
    } catch {
      this.#fail('synthesis-failed');
    }
  }

  #askAgain(cause: 'stopped' | 'silent'): void {
    if (cause === 'silent') this.#silences++;
    if (this.#questions >= MOST_QUESTIONS || this.#silences >= MOST_SILENCES) this.#fail('synthesis-failed');
    else this.#ask();
  }

  #hear(answer: SynthesisAnswer): void {
    if (answer.type === 'failed') {
      this.#fail(answer.fault);
      return;
    }
    if (answer.type === 'done') {
      this.#id = null;
      this.isWhole = true;
    } else {
      const samples = decodeSamples(answer.samples);
      if (samples === null) {
        if (this.#id !== null) this.#port.drop(this.#id);
        this.#fail('synthesis-failed');
        return;
      }
      this.#add(samples, answer.words);
    }
    this.#listener();
  }

  #add(samples: Int16Array, words: readonly WordTime[]): void {
    const known = Math.max(0, this.#length - this.#answered);
    this.#answered += samples.length;
    if (known < samples.length) {
      this.pieces.push(samples.subarray(known));
      this.#length += samples.length - known;
      // It goes on: a background that is stopped now and then is no broken one.
      this.#questions = 1;
      this.#silences = 0;
    }
    for (const word of words) if (++this.#answeredWords > this.words.length) this.words.push(word);
  }

  #fail(fault: SpeechFault): void {
    this.#id = null;
    this.fault = fault;
    this.#listener();
  }
}
