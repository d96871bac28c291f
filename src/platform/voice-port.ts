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

/** Told what comes of one question. */
export interface SynthesisListener {
  answered(answer: SynthesisAnswer): void;
  /** The background was stopped: nothing more comes. */
  lost(): void;
}

/** The one port of a reading view to the background, opened when it is first needed and after each loss. */
export class VoicePort {
  readonly #connect: (name: string) => MessagePort;
  readonly #listeners = new Map<number, SynthesisListener>();
  readonly #giveWay = new EventTarget();
  #port: MessagePort | null = null;
  #lastId = 0;
  #isSpeaking = false;

  /** `connect` throws where the extension is gone. */
  constructor(connect: (name: string) => MessagePort) {
    this.#connect = connect;
  }

  /** @returns the number of the question. Throws where the extension is gone. */
  synthesize(text: VoiceText, listener: SynthesisListener): number {
    const port = this.#open();
    const id = ++this.#lastId;
    this.#listeners.set(id, listener);
    port.postMessage({ type: 'synthesize', id, ...text });
    return id;
  }

  /** What was asked is not wanted any more. */
  drop(id: number): void {
    if (this.#listeners.delete(id)) this.#port?.postMessage({ type: 'drop', id });
  }

  /** Closes the port, as though the background had gone: what is still asked for is told so, and may ask again. */
  renew(): void {
    this.#port?.disconnect();
    this.#lose(this.#port);
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
      this.#open().postMessage({ type: 'speaking', isSpeaking });
    } catch {
      // The extension was reloaded: there is no button to show it on.
    }
  }

  #open(): MessagePort {
    if (this.#port) return this.#port;
    const port = this.#connect(VOICE_PORT);
    this.#port = port;
    port.onMessage.addListener((message) => this.#hear(message));
    port.onDisconnect.addListener(() => this.#lose(port));
    return port;
  }

  #hear(message: unknown): void {
    const answer = message as VoiceAnswer;
    if (answer.type === 'give-way') this.#giveWay.dispatchEvent(new Event('give-way'));
    else {
      const listener = this.#listeners.get(answer.id);
      if (answer.type !== 'audio') this.#listeners.delete(answer.id);
      listener?.answered(answer);
    }
  }

  #lose(port: MessagePort | null): void {
    if (port === null || port !== this.#port) return;
    this.#port = null;
    const waiting = [...this.#listeners.values()];
    this.#listeners.clear();
    for (const listener of waiting) listener.lost();
    // The badge went with the background.
    if (this.#isSpeaking) this.#say(true);
  }
}
