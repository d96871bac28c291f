import type { Clock } from '../speech/engine.ts';
import { LoudspeakerOutput, SilentOutput, type SoundOutput } from './sound-output.ts';

/** A context that does not run within this never will, or wants a press of the person first; in milliseconds. */
const PATIENCE = 2000;
/** How often it is looked whether it runs, in milliseconds. */
const LOOK = 20;
/** After so long without speech the context is suspended, in milliseconds: a running one costs battery. */
const IDLE = 30_000;

export interface SpeechAudioPorts {
  /** Throws where the browser has none. */
  createContext(): AudioContext;
  /** Whether the person has pressed something in the page: before that, no page may be heard. */
  wasPressed(): boolean;
  /** Nothing can be heard, for the machine has no sound device; speech goes on in silence. */
  tellSilent(): void;
  clock: Clock;
  /** Whether a context may be asked how far the loudspeaker is behind. */
  tellsLatency: boolean;
}

/** What sound comes out of in a reading view: opened when it is first needed, suspended while nothing is spoken. */
export class SpeechAudio {
  readonly #ports: SpeechAudioPorts;
  #context: AudioContext | null = null;
  #loudspeaker: SoundOutput | null = null;
  #silence: SoundOutput | null = null;
  #stopWaiting = () => {};
  /** It was told to be suspended, which may be on its way while its state is still `running`. */
  #isSuspended = false;

  constructor(ports: SpeechAudioPorts) {
    this.#ports = ports;
  }

  /**
   * Calls `ready` with the output once it runs, at once where it runs already; with null where the browser does not let the
   * page be heard. A later call takes the place of an earlier one.
   */
  open(ready: (output: SoundOutput | null) => void): void {
    this.#stopWaiting();
    const { clock } = this.#ports;
    const context = this.#usable();
    if (context?.state === 'running' && !this.#isSuspended) {
      ready(this.#loudspeakerOf(context));
      return;
    }
    // It never settles where there is no sound device, or the browser wants a press; the state tells what becomes of it.
    context?.resume().catch(() => undefined);
    this.#isSuspended = false;
    const until = context === null || this.#silence ? 0 : clock.now() + PATIENCE;
    const wasPressed = this.#ports.wasPressed();
    const look = () => {
      if (context?.state === 'running') ready(this.#loudspeakerOf(context));
      // What the browser would not do before the press, it does when it is asked again.
      else if (!wasPressed && this.#ports.wasPressed()) this.open(ready);
      else if (clock.now() < until) this.#stopWaiting = clock.after(LOOK, look);
      else ready(this.#ports.wasPressed() ? this.#silent() : null);
    };
    look();
  }

  /** Nothing is spoken now. */
  rest(): void {
    this.#stopWaiting();
    this.#stopWaiting = this.#ports.clock.after(IDLE, () => {
      this.#isSuspended = true;
      this.#context?.suspend().catch(() => undefined);
    });
  }

  /** The output has lost its device: the next one is made anew. */
  discard(): void {
    this.#stopWaiting();
    this.#context?.close().catch(() => undefined);
    this.#context = null;
    this.#loudspeaker = null;
  }

  #usable(): AudioContext | null {
    if (this.#context?.state === 'closed') {
      this.#context = null;
      this.#loudspeaker = null;
    }
    try {
      this.#context ??= this.#ports.createContext();
    } catch {
      return null;
    }
    return this.#context;
  }

  #loudspeakerOf(context: AudioContext): SoundOutput {
    this.#silence = null;
    this.#loudspeaker ??= new LoudspeakerOutput(context, this.#ports.clock, this.#ports.tellsLatency);
    return this.#loudspeaker;
  }

  #silent(): SoundOutput {
    if (!this.#silence) this.#ports.tellSilent();
    this.#silence ??= new SilentOutput(this.#ports.clock);
    return this.#silence;
  }
}
