import type { Clock, Engine, SpeechFault, SpeechListener, SpeechRequest, Voice } from '../speech/engine.ts';
import { boundaryWord } from './boundary-word.ts';
import { SystemVoices } from './system-voices.ts';

/** What is taken of a page's window. */
export type SpeechWindow = Pick<typeof globalThis, 'speechSynthesis' | 'SpeechSynthesisUtterance'>;

/**
 * How long after a `cancel()` the next text is handed over, in milliseconds. On Linux a text that follows at once may be
 * lost (votingworks/bmd 1106); Firefox takes about 35 ms here to say that it has stopped.
 */
const CANCEL_GAP = 60;

/** Voices come late, and not every browser says that they have come: when to look again, in milliseconds. */
const VOICE_POLLS = [250, 1000, 3000, 10_000];

/**
 * What every browser obeys. Speech-dispatcher takes a third to three times the usual speed and keeps the last one
 * otherwise (`ProcessSpeech` in Chromium's content/browser/speech/tts_linux.cc); the specification allows 0.1 to 10.
 */
const RATES = { slowest: 0.34, fastest: 3 };
/** Chrome hands half of the rate to Google's server, which takes up to 1 (`onSpeak_` in network_speech_synthesis/tts_extension.js). */
const FASTEST_OF_GOOGLE = 2;

/** In UTF-16 units. Chrome's remote voices die after about 14 s (HadrienGardeur/read-aloud-best-practices 3). */
const LONGEST_TEXT = { local: 300, remote: 180 };

/** What the browser says, as the player knows it; anything else is a failed synthesis. */
const FAULTS: Partial<Record<SpeechSynthesisErrorCode, SpeechFault>> = {
  'not-allowed': 'not-allowed',
  network: 'network',
  'audio-busy': 'audio-busy',
  // No other voice would be heard without a sound device, and one may be plugged in.
  'audio-hardware': 'audio-busy',
  'language-unavailable': 'language-unavailable',
  'voice-unavailable': 'voice-unavailable',
  'synthesis-unavailable': 'voice-unavailable',
};

/** One request on its way. */
interface Task {
  request: SpeechRequest;
  listener: SpeechListener;
  /** Kept until all is over: browsers throw utterances away while they speak, and their events with them. */
  utterance: SpeechSynthesisUtterance | null;
  hasStarted: boolean;
  /** Where the last word began; -1 before the first. */
  lastWord: number;
  takeBackAlarm: () => void;
}

/**
 * The voices of the browser and of the system.
 *
 * @param window a window without speech, or one that refuses it, has no voices.
 */
export function createWebSpeech(window: SpeechWindow, clock: Clock): Engine {
  return new WebSpeech(window, clock);
}

class WebSpeech implements Engine {
  readonly name = 'system';
  readonly #window: SpeechWindow;
  readonly #clock: Clock;
  readonly #synthesis: SpeechSynthesis | null;
  readonly #voices: SystemVoices;
  #task: Task | null = null;
  /** Since when nothing of ours is heard. */
  #silentSince = Number.NEGATIVE_INFINITY;
  #cancelledAt = Number.NEGATIVE_INFINITY;
  /** The page was found to hold the queue back. */
  #isHeldBack = false;

  constructor(window: SpeechWindow, clock: Clock) {
    this.#window = window;
    this.#clock = clock;
    this.#synthesis = synthesisOf(window);
    this.#voices = new SystemVoices(this.#synthesis);
  }

  voices(): readonly Voice[] {
    if (this.#isHeldBack && this.#synthesis?.paused === true) return [];
    this.#isHeldBack = false;
    return this.#voices.list();
  }

  onVoices(listener: () => void, signal: AbortSignal): void {
    if (this.#synthesis === null || signal.aborted) return;
    let known = this.#voices.list();
    const look = () => {
      const voices = this.#voices.list();
      if (voices === known || signal.aborted) return;
      known = voices;
      listener();
    };
    this.#synthesis.addEventListener('voiceschanged', look, { signal });
    const polls = VOICE_POLLS.map((delay) => this.#clock.after(delay, look));
    signal.addEventListener(
      'abort',
      () => {
        for (const takeBack of polls) takeBack();
      },
      { once: true },
    );
  }

  longestText({ isLocal }: Voice): number {
    return isLocal ? LONGEST_TEXT.local : LONGEST_TEXT.remote;
  }

  /** Browsers have nothing to make ready. */
  prepare(): void {}

  speak(request: SpeechRequest, listener: SpeechListener): void {
    this.cancel();
    const task: Task = {
      request,
      listener,
      utterance: null,
      hasStarted: false,
      lastWord: -1,
      takeBackAlarm: () => undefined,
    };
    this.#task = task;
    const now = this.#clock.now();
    // What the page itself speaks would come first.
    if (now >= this.#cancelledAt + CANCEL_GAP) this.#silence();
    const begin = Math.max(this.#silentSince + request.pauseBefore, this.#cancelledAt + CANCEL_GAP);
    if (begin <= now) this.#handOver(task);
    else task.takeBackAlarm = this.#clock.after(begin - now, () => this.#handOver(task));
  }

  cancel(): void {
    const task = this.#task;
    if (task === null) return;
    this.#task = null;
    task.takeBackAlarm();
    if (task.utterance === null) return;
    this.#silence();
    this.#silentSince = this.#clock.now();
  }

  /** Where nothing is spoken, `cancel()` would only lose what is spoken next. */
  #silence(): void {
    try {
      if (this.#synthesis === null || !(this.#synthesis.speaking || this.#synthesis.pending)) return;
      this.#synthesis.cancel();
      this.#cancelledAt = this.#clock.now();
    } catch {
      // A browser that refuses this does not speak either.
    }
  }

  #handOver(task: Task): void {
    const source = this.#voices.sourceOf(task.request.voice);
    if (this.#synthesis === null || source === null) {
      this.#fail(task, 'voice-unavailable');
      return;
    }
    try {
      task.utterance = this.#makeUtterance(task, source);
      this.#synthesis.speak(task.utterance);
      // A page that has called `pause()` with nothing to speak keeps Firefox's queue shut for all, without a word.
      if (!this.#synthesis.paused) return;
      this.#isHeldBack = true;
      this.#silence();
      this.#fail(task, 'voice-unavailable');
    } catch {
      this.#fail(task, 'synthesis-failed');
    }
  }

  #makeUtterance(task: Task, source: SpeechSynthesisVoice): SpeechSynthesisUtterance {
    const { text, rate, pitch, volume, voice } = task.request;
    const utterance = new this.#window.SpeechSynthesisUtterance(text);
    utterance.voice = source;
    // Without its own language Android takes another voice (HadrienGardeur/web-speech-recommended-voices 37).
    utterance.lang = source.lang;
    const isOfGoogle = !voice.isLocal && voice.name.startsWith('Google ');
    utterance.rate = between(RATES.slowest, rate, isOfGoogle ? FASTEST_OF_GOOGLE : RATES.fastest);
    utterance.pitch = between(0, pitch, 2);
    utterance.volume = between(0, volume, 1);
    // Whatever comes of a task that is over is the echo of a `cancel()`: `end`, `error` or nothing, as the browser likes.
    const isCurrent = () => this.#task === task;
    utterance.addEventListener('start', () => isCurrent() && this.#start(task));
    utterance.addEventListener('boundary', (event) => isCurrent() && this.#hearBoundary(task, event));
    utterance.addEventListener('end', () => isCurrent() && this.#end(task));
    utterance.addEventListener(
      'error',
      ({ error }) => isCurrent() && this.#fail(task, FAULTS[error] ?? 'synthesis-failed'),
    );
    return utterance;
  }

  #start(task: Task): void {
    if (task.hasStarted) return;
    task.hasStarted = true;
    task.listener.started();
  }

  #hearBoundary(task: Task, { name, charIndex, charLength }: SpeechSynthesisEvent): void {
    if (name !== 'word' && name) return;
    const { text, voice } = task.request;
    const word = boundaryWord(text, charIndex, charLength, voice.language);
    if (word === null || word[0] <= task.lastWord) return;
    task.lastWord = word[0];
    this.#start(task);
    // Being told that it has started, a player may have stopped it.
    if (this.#task === task) task.listener.word(...word);
  }

  #end(task: Task): void {
    task.takeBackAlarm();
    this.#task = null;
    this.#silentSince = this.#clock.now();
    task.listener.ended();
  }

  /** Not before `speak` has returned: Chromium refuses a text while it is handed over. */
  #fail(task: Task, fault: SpeechFault): void {
    task.takeBackAlarm();
    task.takeBackAlarm = this.#clock.after(0, () => {
      this.#task = null;
      this.#silentSince = this.#clock.now();
      task.listener.failed(fault);
    });
  }
}

function synthesisOf(window: SpeechWindow): SpeechSynthesis | null {
  try {
    return window.speechSynthesis ?? null;
  } catch {
    return null;
  }
}

/** 1, the usual, for what is no number. */
function between(least: number, value: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : 1;
}
