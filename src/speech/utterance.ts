import type { Range } from '../text/span.ts';
import type { Clock, Engine, SpeechFault, SpeechRequest } from './engine.ts';
import type { Pace } from './pace.ts';
import { WordWatch } from './word-watch.ts';

/** Why an utterance has not been heard to its end. */
export type Trouble =
  | SpeechFault
  /** It was taken and nothing was heard, or it was over far too soon. */
  | 'no-sound'
  /** It fell silent in the middle. */
  | 'stalled'
  /** The machine slept meanwhile. */
  | 'slept';

/** Told what comes of an utterance; nothing more after `ended` or `broke`, whatever the engine does. */
export interface UtteranceListener {
  /** The first sound is heard. */
  sounded(): void;
  /** The word at these offsets into the request's text is heard, or is likely to be. */
  worded(word: Range): void;
  ended(): void;
  broke(trouble: Trouble): void;
}

/** The first sound has to come within this, beyond the pause before it, in milliseconds. */
export const START_PATIENCE = 2500;

/** No alarm is later than this, in milliseconds, unless the machine slept or the browser held back a hidden tab. */
const LATEST_ALARM = 5000;
/** What breaks so soon after the machine awoke has broken of it, in milliseconds. */
const WAKING = 2000;
/** How often it is looked whether the machine slept, in milliseconds. */
const HEARTBEAT = 1000;

/** Speech that is over in a smaller part of the time that it takes was not spoken; where that time is worth a look at all. */
const LEAST_PART = 0.15;
const LEAST_TIME = 1000;

/** Remote voices of Chromium fall silent at about this time without a word, in milliseconds: read-aloud-best-practices, issue 3. */
const SILENT_AFTER = 14_000;
/** The part of that time of which an estimate is sure. */
const SURELY_HEARD = 0.9;

/** One request to an engine, watched over: it ends, or it breaks with a trouble, but never goes on in silence. */
export class Utterance {
  readonly request: SpeechRequest;
  readonly #engine: Engine;
  readonly #pace: Pace;
  readonly #clock: Clock;
  readonly #listener: UtteranceListener;
  readonly #words: WordWatch;
  #isOver = false;
  #hasSounded = false;
  #spokenAt = 0;
  #deadline = 0;
  /** When the alarm is due, and when the engine was last heard of. */
  #due = 0;
  #lastSign = 0;
  #wokeAt: number | null = null;
  /** How much had been spoken when the machine fell asleep, in milliseconds. */
  #sleptAfter: number | null = null;
  #disarm = () => {};

  /** `language` (BCP 47) is that of the text; `speak` has to be called once. */
  constructor(
    engine: Engine,
    request: SpeechRequest,
    language: string,
    pace: Pace,
    clock: Clock,
    listener: UtteranceListener,
  ) {
    this.#engine = engine;
    this.request = request;
    this.#pace = pace;
    this.#clock = clock;
    this.#listener = listener;
    this.#words = new WordWatch(request.text, language, request.rate, pace);
  }

  get hasSounded(): boolean {
    return this.#hasSounded;
  }

  /** The offset into the request's text of the word that is heard. */
  get word(): number {
    return this.#words.current;
  }

  /** The offset from which to speak on so that nothing is lost. */
  get restart(): number {
    return this.#words.restart;
  }

  /** The listener may be told things before this returns. */
  speak(): void {
    const now = this.#clock.now();
    this.#spokenAt = now + this.request.pauseBefore;
    this.#deadline = this.#spokenAt + START_PATIENCE;
    this.#lastSign = now;
    this.#arm(now);
    try {
      this.#engine.speak(this.request, {
        started: () => this.#hear(() => {}),
        word: (start, end) => this.#hear(() => this.#hearWord(start, end)),
        ended: () => this.#end(),
        failed: (fault) => this.#fail(fault),
      });
    } catch {
      this.#break('synthesis-failed');
    }
  }

  /** Silences it; the listener is told nothing more. */
  stop(): void {
    if (this.#isOver) return;
    this.#close();
    this.#silence();
  }

  /** The engine was heard of: it sounds, and `then` is to be done. */
  #hear(then: () => void): void {
    if (this.#isOver) return;
    const now = this.#clock.now();
    if (this.#lateness(now) > LATEST_ALARM) this.#wokeAt = now;
    this.#lastSign = now;
    this.#sound(now);
    if (!this.#isOver) then();
    if (!this.#isOver) this.#look(now);
  }

  #sound(now: number): void {
    if (this.#hasSounded) return;
    this.#hasSounded = true;
    this.#words.begin(now);
    this.#listener.sounded();
  }

  #hearWord(start: number, end: number): void {
    const word = this.#words.hear(start, end, this.#clock.now());
    if (word !== null) this.#listener.worded(word);
  }

  #end(): void {
    if (this.#isOver) return;
    const now = this.#clock.now();
    const heard = now - (this.#hasSounded ? this.#words.begunAt : this.#spokenAt);
    const usual = this.#words.duration;
    if (usual > LEAST_TIME && heard < usual * LEAST_PART) {
      this.#break('no-sound');
      return;
    }
    if (this.#hasSounded && this.#wokeAt === null) this.#pace.learn(this.#words.length, heard, this.request.rate);
    this.#sound(now);
    if (!this.#isOver) this.#finish();
  }

  #fail(fault: SpeechFault): void {
    // What breaks while the machine sleeps is no fault of the voice.
    const now = this.#clock.now();
    const justWoke = this.#wokeAt !== null && now - this.#wokeAt < WAKING;
    const slept = justWoke || this.#lateness(now) > LATEST_ALARM;
    this.#break(slept && fault !== 'not-allowed' ? 'slept' : fault);
  }

  /** At an alarm, and whenever the engine was heard of: is it still alive, and at which word may it be? */
  #look(now: number): void {
    const late = this.#lateness(now);
    const slept = late > LATEST_ALARM;
    if (now >= this.#limit()) {
      this.#miss(slept);
      return;
    }
    if (slept) this.#sleepThrough(late, now);
    const word = this.#hasSounded ? this.#words.guess(now) : null;
    if (word !== null) this.#listener.worded(word);
    if (!this.#isOver) this.#arm(now);
  }

  #limit(): number {
    return this.#hasSounded ? this.#words.deadline : this.#deadline;
  }

  /** What should have come by now has not. */
  #miss(slept: boolean): void {
    if (slept) this.#break('slept');
    else if (!this.#hasSounded) this.#break('no-sound');
    else if (this.#words.hasMoreWords) this.#break('stalled');
    else this.#missEnd();
  }

  /** It was heard to the end and the engine does not say so, or it fell silent with nothing to tell where. */
  #missEnd(): void {
    const isLong = this.#words.duration > SILENT_AFTER;
    if (this.#words.isExact) this.#finishUntold();
    else if (this.#sleptAfter !== null) this.#breakAfter(this.#sleptAfter, 'slept');
    else if (isLong && !this.#pace.losesEnds) this.#breakAfter(SILENT_AFTER * SURELY_HEARD, 'stalled');
    else {
      this.#pace.losesEnds ||= !isLong;
      this.#finishUntold();
    }
  }

  #finishUntold(): void {
    // Closed first: some engines tell the end when they are silenced, which is no measure of their pace.
    this.#close();
    this.#silence();
    this.#listener.ended();
  }

  /** Nothing was heard after so many milliseconds. */
  #breakAfter(time: number, trouble: Trouble): void {
    this.#words.goBackTo(time);
    this.#break(trouble);
  }

  #finish(): void {
    this.#close();
    this.#listener.ended();
  }

  #sleepThrough(time: number, now: number): void {
    this.#wokeAt = now;
    this.#deadline += time;
    this.#words.delay(time);
    this.#sleptAfter ??= now - this.#words.begunAt;
  }

  #lateness(now: number): number {
    return now - Math.max(this.#due, this.#lastSign);
  }

  #arm(now: number): void {
    this.#disarm();
    const next = this.#hasSounded ? this.#words.nextGuess : Number.POSITIVE_INFINITY;
    this.#due = Math.max(now, Math.min(now + HEARTBEAT, this.#limit(), next));
    this.#disarm = this.#clock.after(this.#due - now, () => {
      if (!this.#isOver) this.#look(this.#clock.now());
    });
  }

  #break(trouble: Trouble): void {
    if (this.#isOver) return;
    this.#close();
    this.#silence();
    this.#listener.broke(trouble);
  }

  #close(): void {
    this.#isOver = true;
    this.#disarm();
  }

  #silence(): void {
    try {
      this.#engine.cancel();
    } catch {
      // An engine that cannot even be silenced is dealt with at its next request.
    }
  }
}
