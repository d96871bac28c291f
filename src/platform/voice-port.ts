import type { Clock } from '../speech/engine.ts';
import { isVoiceAnswer } from './voice-answer.ts';
import { VOICE_PORT, type VoiceAnswer, type VoiceQuestion } from './voice-protocol.ts';

/** What is needed of a port to the background. */
export interface MessagePort {
  postMessage(message: VoiceQuestion): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

/** A text to be synthesised. */
export type VoiceText = Pick<Extract<VoiceQuestion, { type: 'synthesize' }>, 'text' | 'voice' | 'rate' | 'pitch'>;

/** The answers to one question. */
export type SynthesisAnswer = Exclude<VoiceAnswer, { type: 'give-way' }>;

/** How long the background may say nothing while something is asked for, in milliseconds. */
const PATIENCE = 2500;
/** A background that went is told again after this, in milliseconds: one that cannot start must not be called without end. */
const TELL_AGAIN = 1000;

/** Told what comes of one question. */
export interface SynthesisListener {
  answered(answer: SynthesisAnswer): void;
  /** Nothing more comes: the background was stopped, or is taken for dead since it was silent for too long. */
  lost(cause: 'stopped' | 'silent'): void;
}

/** The one port of a reading view to the background, opened when it is first needed and after each loss. */
export class VoicePort {
  readonly #connect: (name: string) => MessagePort;
  readonly #listeners = new Map<number, SynthesisListener>();
  readonly #giveWay = new EventTarget();
  readonly #clock: Clock;
  #port: MessagePort | null = null;
  #lastId = 0;
  #isSpeaking = false;
  /** Whether the background, as it is now, knows that something is heard. */
  #isTold = false;
  #stopWaiting: (() => void) | null = null;

  /** `connect` throws where the extension is gone. */
  constructor(connect: (name: string) => MessagePort, clock: Clock) {
    this.#connect = connect;
    this.#clock = clock;
  }

  /** @returns the number of the question. Throws where the extension is gone. */
  synthesize(text: VoiceText, listener: SynthesisListener): number {
    const id = ++this.#lastId;
    this.#post({ type: 'synthesize', id, ...text });
    this.#listeners.set(id, listener);
    if (this.#stopWaiting === null) this.#wait();
    return id;
  }

  /** What was asked is not wanted any more. */
  drop(id: number): void {
    if (!this.#listeners.delete(id)) return;
    if (this.#listeners.size === 0) this.#endWaiting();
    try {
      this.#port?.postMessage({ type: 'drop', id });
    } catch {
      // The port is gone, and the question with it.
    }
  }

  /** Something is heard in this tab now, or nothing any more. */
  tellSpeaking(isSpeaking: boolean): void {
    if (isSpeaking === this.#isSpeaking) return;
    this.#isSpeaking = isSpeaking;
    this.#say(isSpeaking);
  }

  /** Calls `listener` when another tab begins to speak, until `signal` is aborted. */
  onGiveWay(listener: () => void, signal: AbortSignal): void {
    this.#giveWay.addEventListener('give-way', () => listener(), { signal });
  }

  #say(isSpeaking: boolean): void {
    try {
      this.#post({ type: 'speaking', isSpeaking });
      this.#isTold = isSpeaking;
    } catch {
      // The extension was reloaded: there is no button to show it on.
    }
  }

  #post(question: VoiceQuestion): void {
    try {
      this.#open().postMessage(question);
    } catch {
      // A port may be gone before the browser says so.
      this.#lose(this.#port, 'stopped');
      this.#open().postMessage(question);
    }
  }

  #wait(): void {
    this.#endWaiting();
    if (this.#listeners.size === 0) return;
    this.#stopWaiting = this.#clock.after(PATIENCE, () => {
      const port = this.#port;
      try {
        port?.disconnect();
      } catch {
        // It is gone already.
      }
      this.#lose(port, 'silent');
    });
  }

  #endWaiting(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = null;
  }

  #open(): MessagePort {
    if (this.#port) return this.#port;
    const port = this.#connect(VOICE_PORT);
    this.#port = port;
    port.onMessage.addListener((message) => this.#hear(message));
    port.onDisconnect.addListener(() => this.#lose(port, 'stopped'));
    return port;
  }

  #hear(message: unknown): void {
    if (!isVoiceAnswer(message)) return;
    if (message.type === 'give-way') {
      this.#giveWay.dispatchEvent(new Event('give-way'));
      return;
    }
    const listener = this.#listeners.get(message.id);
    if (message.type !== 'audio') this.#listeners.delete(message.id);
    // The background does one after the other: an answer to any of them says that it is alive.
    this.#wait();
    listener?.answered(message);
  }

  #lose(port: MessagePort | null, cause: 'stopped' | 'silent'): void {
    if (port === null || port !== this.#port) return;
    this.#port = null;
    this.#isTold = false;
    this.#endWaiting();
    const waiting = [...this.#listeners.values()];
    this.#listeners.clear();
    for (const listener of waiting) listener.lost(cause);
    // The badge went with the background.
    this.#clock.after(TELL_AGAIN, () => {
      if (this.#isSpeaking && !this.#isTold) this.#say(true);
    });
  }
}
