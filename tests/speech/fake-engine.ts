import type {
  Clock,
  Engine,
  EngineName,
  SpeechFault,
  SpeechListener,
  SpeechRequest,
  Voice,
} from '../../src/speech/engine.ts';

/** What a fake engine does with a request, where it does not do it well. Times in milliseconds. */
export interface Behaviour {
  /** Until the first sound, beyond the pause. */
  startsAfter?: number;
  /** It takes the request, and nothing comes of it. */
  isSilent?: boolean;
  /** `started` is never told. */
  hidesStart?: boolean;
  words?: 'none' | 'out-of-range' | 'backwards' | 'jumping' | 'always-the-first' | 'twice';
  /** `ended` is never told. */
  hidesEnd?: boolean;
  /** So long after the first sound nothing more is heard or told. */
  diesAfter?: number;
  /** So long after the request it fails. */
  fails?: { after: number; fault: SpeechFault };
  /** It is over at once. */
  endsAtOnce?: boolean;
  /** What its listener is told at `cancel`, against the rule. */
  atCancel?: 'ended' | 'failed';
  /** Its listener is told on after `cancel`, against the rule. */
  tellsOn?: boolean;
  lettersASecond?: number;
  /** It goes no faster. */
  topRate?: number;
  throws?: boolean;
}

/** A word that was to be heard at least to its middle. */
export interface HeardWord {
  word: string;
  voice: Voice;
  request: SpeechRequest;
  at: number;
}

/** A voice as the tests need one. */
export function voice(engine: EngineName, id: string, language = 'en-US', more: Partial<Voice> = {}): Voice {
  return { engine, id, name: id, language, isLocal: true, isDefault: false, ...more };
}

/** An engine that speaks on the fake clock and writes on a tape what would be heard. */
export class FakeEngine implements Engine {
  readonly name: EngineName;
  readonly requests: SpeechRequest[] = [];
  readonly prepared: SpeechRequest[] = [];
  longest = 300;
  readonly #clock: Clock;
  readonly #tape: HeardWord[];
  readonly #behave: (request: SpeechRequest, number: number) => Behaviour;
  #voices: readonly Voice[];
  #onVoices: (() => void)[] = [];
  #alarms: (() => void)[] = [];
  #atCancel = () => {};

  /** `behave` is asked for each request; `number` counts them from 0. */
  constructor(
    name: EngineName,
    voices: readonly Voice[],
    clock: Clock,
    tape: HeardWord[],
    behave: (request: SpeechRequest, number: number) => Behaviour = () => ({}),
  ) {
    this.name = name;
    this.#voices = voices;
    this.#clock = clock;
    this.#tape = tape;
    this.#behave = behave;
  }

  voices(): readonly Voice[] {
    return this.#voices;
  }

  get listeners(): number {
    return this.#onVoices.length;
  }

  setVoices(voices: readonly Voice[]): void {
    this.#voices = voices;
    for (const listener of this.#onVoices) listener();
  }

  onVoices(listener: () => void, signal: AbortSignal): void {
    this.#onVoices.push(listener);
    signal.addEventListener('abort', () => {
      this.#onVoices = this.#onVoices.filter((other) => other !== listener);
    });
  }

  longestText(): number {
    return this.longest;
  }

  prepare(request: SpeechRequest): void {
    this.prepared.push(request);
  }

  speak(request: SpeechRequest, listener: SpeechListener): void {
    this.cancel();
    const behaviour = this.#behave(request, this.requests.length);
    this.requests.push(request);
    if (behaviour.throws) throw new Error('The engine is broken.');
    if (request.text.length > this.longest) throw new Error('The text is too long.');
    if (behaviour.endsAtOnce) this.#at(0, () => listener.ended());
    const { fails, atCancel } = behaviour;
    if (fails) this.#at(fails.after, () => this.#failNow(listener, fails.fault));
    if (!behaviour.isSilent && !behaviour.endsAtOnce) this.#sound(request, listener, behaviour);
    if (atCancel === 'ended') this.#atCancel = () => listener.ended();
    if (atCancel === 'failed') this.#atCancel = () => listener.failed('synthesis-failed');
  }

  cancel(): void {
    this.#quiet();
    const tell = this.#atCancel;
    this.#atCancel = () => {};
    tell();
  }

  #failNow(listener: SpeechListener, fault: SpeechFault): void {
    this.#quiet();
    listener.failed(fault);
  }

  #quiet(): void {
    for (const takeBack of this.#alarms) takeBack();
    this.#alarms = [];
  }

  #sound(request: SpeechRequest, listener: SpeechListener, behaviour: Behaviour): void {
    const begin = request.pauseBefore + (behaviour.startsAfter ?? 20);
    const rate = Math.min(request.rate, behaviour.topRate ?? request.rate);
    const pace = ((behaviour.lettersASecond ?? 14) * rate) / 1000;
    const limit = behaviour.diesAfter ?? Number.POSITIVE_INFINITY;
    const during = (after: number, run: () => void) => {
      if (after < limit) this.#at(begin + after, run);
    };
    const tell = (after: number, run: () => void) => {
      if (behaviour.tellsOn) this.#clock.after(begin + after, run);
      else during(after, run);
    };
    if (!behaviour.hidesStart) tell(0, () => listener.started());
    for (const { 0: word, index } of request.text.matchAll(/\S+/g)) {
      tell(index / pace, () => tellWord(listener, request.text, index, word.length, behaviour.words));
      during((index + word.length / 2) / pace, () =>
        this.#tape.push({ word, voice: request.voice, request, at: this.#clock.now() }),
      );
    }
    if (!behaviour.hidesEnd) tell(request.text.length / pace, () => listener.ended());
  }

  #at(after: number, run: () => void): void {
    this.#alarms.push(this.#clock.after(after, run));
  }
}

function tellWord(
  listener: SpeechListener,
  text: string,
  start: number,
  length: number,
  manner: Behaviour['words'],
): void {
  if (manner === undefined) listener.word(start, start + length);
  else if (manner === 'out-of-range') listener.word(text.length + start, text.length + start + length);
  else if (manner === 'backwards') listener.word(Math.max(0, text.length - 1 - start), text.length - start);
  else if (manner === 'jumping') listener.word(start === 0 ? text.length - 2 : start * 7, text.length);
  else if (manner === 'twice') for (const _ of [1, 2]) listener.word(start, start + length);
  else if (manner === 'always-the-first') listener.word(0, 1);
}
