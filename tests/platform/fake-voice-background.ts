import type { MessagePort, VoiceText } from '../../src/platform/voice-port.ts';
import type { VoiceAnswer, VoiceQuestion, WordTime } from '../../src/platform/voice-protocol.ts';
import { encodeSamples } from '../../src/platform/voice-service.ts';

type Synthesis = Extract<VoiceQuestion, { type: 'synthesize' }>;

/** What the background makes of a text: its pieces in order, and the words that come with each. */
export interface FakeSound {
  pieces: readonly Int16Array[];
  words?: readonly (readonly WordTime[])[];
}

/** So many samples, each with its own value, so that one that is lost or heard twice is seen. */
export function samples(length: number, from = 0): Int16Array {
  return Int16Array.from({ length }, (_, index) => from + index + 1);
}

/** One port, as the background sees it. */
class FakePort implements MessagePort {
  readonly questions: VoiceQuestion[] = [];
  isOpen = true;
  /** The browser knows that it is gone and has not said so: it throws at whoever uses it. */
  isBroken = false;
  #hear: (message: unknown) => void = () => {};
  #lose = () => {};

  readonly onMessage = {
    addListener: (listener: (message: unknown) => void) => {
      this.#hear = listener;
    },
  };
  readonly onDisconnect = {
    addListener: (listener: () => void) => {
      this.#lose = listener;
    },
  };

  postMessage(message: VoiceQuestion): void {
    if (this.isBroken || !this.isOpen) throw new Error('Attempting to use a disconnected port object');
    this.questions.push(message);
  }

  /** Closed from this side: who closes a port is not told of it. */
  disconnect(): void {
    this.isOpen = false;
    if (this.isBroken) throw new Error('Extension context invalidated.');
  }

  answer(message: unknown): void {
    if (this.isOpen) this.#hear(message);
  }

  stop(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#lose();
  }
}

/** The background with the embedded voice: it answers when a test says so. */
export class FakeVoiceBackground {
  readonly ports: FakePort[] = [];
  readonly names: string[] = [];
  /** The extension was reloaded: its pages can reach it no more. */
  isGone = false;

  readonly connect = (name: string): MessagePort => {
    if (this.isGone) throw new Error('Extension context invalidated.');
    this.names.push(name);
    const port = new FakePort();
    this.ports.push(port);
    return port;
  };

  get port(): FakePort {
    const port = this.ports.at(-1);
    if (port === undefined) throw new Error('no port is open');
    return port;
  }

  /** Through all ports, in order. */
  get questions(): VoiceQuestion[] {
    return this.ports.flatMap(({ questions }) => questions);
  }

  get syntheses(): Synthesis[] {
    return this.questions.filter((question) => question.type === 'synthesize');
  }

  /** The numbers that were dropped. */
  get dropped(): number[] {
    return this.questions.flatMap((question) => (question.type === 'drop' ? [question.id] : []));
  }

  /** What was said of speaking. */
  get speaking(): boolean[] {
    return this.questions.flatMap((question) => (question.type === 'speaking' ? [question.isSpeaking] : []));
  }

  /** The number under which a text was asked for last. */
  idOf(text: string): number {
    const question = this.syntheses.findLast((each) => each.text === text);
    if (question === undefined) throw new Error(`nobody asked for "${text}"`);
    return question.id;
  }

  audio(text: string, sound: Int16Array, words: readonly WordTime[] = []): void {
    const answer: VoiceAnswer = {
      type: 'audio',
      id: this.idOf(text),
      samples: encodeSamples(sound),
      words: [...words],
    };
    this.port.answer(answer);
  }

  done(text: string): void {
    this.port.answer({ type: 'done', id: this.idOf(text) });
  }

  /** All of a sound at once. */
  give(text: string, { pieces, words = [] }: FakeSound): void {
    for (const [index, piece] of pieces.entries()) this.audio(text, piece, words[index]);
    this.done(text);
  }

  /** The browser stops it. */
  stop(): void {
    this.port.stop();
  }
}

/** A text to be synthesised, in the usual manner. */
export function voiceText(text: string, more: Partial<VoiceText> = {}): VoiceText {
  return { text, voice: 'en-GB', rate: 1, pitch: 1, ...more };
}
