import type { Clock, SpeechFault } from '../speech/engine.ts';
import type { SynthesisAnswer, VoicePort, VoiceText } from './voice-port.ts';
import type { WordTime } from './voice-protocol.ts';
import { decodeSamples } from './voice-samples.ts';

/** How long the background may take for the next piece of sound, in milliseconds. */
const PATIENCE = 2500;
/** After so many questions without an answer it is given up. */
const MOST_QUESTIONS = 3;

/** The sound of one text, as it comes from the background. Asks again where the background was stopped meanwhile. */
export class SynthesizedSound {
  readonly text: VoiceText;
  readonly pieces: Int16Array[] = [];
  readonly words: WordTime[] = [];
  /** Whether all of it is here. */
  isWhole = false;
  fault: SpeechFault | null = null;
  readonly #port: VoicePort;
  readonly #clock: Clock;
  #listener = () => {};
  #id: number | null = null;
  #length = 0;
  /** Of the question that is being answered: synthesis gives the same sound each time, so what is here already is passed over. */
  #answered = 0;
  #answeredWords = 0;
  #questions = 0;
  #stopWaiting = () => {};

  constructor(text: VoiceText, port: VoicePort, clock: Clock) {
    this.text = text;
    this.#port = port;
    this.#clock = clock;
    this.#ask();
  }

  /** Calls `listener` whenever more has come, or nothing more will. There is one listener at a time. */
  onChange(listener: () => void): void {
    this.#listener = listener;
  }

  /** It is not wanted any more. */
  drop(): void {
    this.#listener = () => {};
    this.#stopWaiting();
    if (this.#id !== null) this.#port.drop(this.#id);
    this.#id = null;
  }

  #ask(): void {
    this.#stopWaiting();
    this.#answered = 0;
    this.#answeredWords = 0;
    this.#questions++;
    try {
      if (this.#questions > MOST_QUESTIONS) throw new Error('the background does not answer');
      this.#id = this.#port.synthesize(this.text, {
        answered: (answer) => this.#hear(answer),
        lost: () => this.#ask(),
      });
      this.#wait();
    } catch {
      this.#fail('synthesis-failed');
    }
  }

  #wait(): void {
    this.#stopWaiting();
    this.#stopWaiting = this.#clock.after(PATIENCE, () => this.#port.renew());
  }

  #hear(answer: SynthesisAnswer): void {
    if (answer.type === 'failed') {
      this.#fail(answer.fault);
      return;
    }
    if (answer.type === 'done') {
      this.#stopWaiting();
      this.#id = null;
      this.isWhole = true;
    } else this.#add(decodeSamples(answer.samples), answer.words);
    this.#listener();
  }

  #add(samples: Int16Array, words: readonly WordTime[]): void {
    this.#wait();
    const known = Math.max(0, this.#length - this.#answered);
    this.#answered += samples.length;
    if (known < samples.length) {
      this.pieces.push(samples.subarray(known));
      this.#length += samples.length - known;
      // It goes on: a background that is stopped now and then is no broken one.
      this.#questions = 1;
    }
    for (const word of words) if (++this.#answeredWords > this.words.length) this.words.push(word);
  }

  #fail(fault: SpeechFault): void {
    this.#stopWaiting();
    this.#id = null;
    this.fault = fault;
    this.#listener();
  }
}
