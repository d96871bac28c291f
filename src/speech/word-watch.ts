import type { Range } from '../text/span.ts';
import type { Pace } from './pace.ts';
import { timeWords, type WordTimes } from './word-times.ts';

/** A voice that says its words is silent for no longer than a word takes and this, in milliseconds. */
const WORD_PATIENCE = 2000;
/** Some words are spoken half as long again as their letters let expect. */
const WORD_SLACK = 1.5;
/** A voice that is known to say its words has said the first one by now, in milliseconds. */
const FIRST_WORD_PATIENCE = 1500;

/** A word that comes before a part of its time, and so many milliseconds too early, is a wrong one. */
const JUMP = { factor: 2, margin: 700 };
/** So many wrong words on end, and the voice is not believed for the rest of the text. */
const MOST_WRONG = 2;

/** Which word of a text is heard: as the voice says where it can be believed, and by an estimate where not. */
export class WordWatch {
  readonly #text: string;
  readonly #rate: number;
  readonly #pace: Pace;
  readonly #times: WordTimes;
  /** The word that is heard. */
  #word: Range = [0, 0];
  /** The last of `#times.words` that has begun; -1 before the first. */
  #index = -1;
  /** Where the word stands that the voice has said last; -1 while it has said none. */
  #lastTrue = -1;
  #wrong = 0;
  #isBelieved = true;
  /** When the first sound was heard. */
  #begunAt = 0;
  /** When the beginning would have been heard, going by the word that the voice has said last. */
  #origin = 0;
  /** When the voice has last said a word. */
  #saidAt = 0;

  /** `language` (BCP 47) is that of the text; `rate` as in SpeechManner. */
  constructor(text: string, language: string, rate: number, pace: Pace) {
    this.#text = text;
    this.#rate = rate;
    this.#pace = pace;
    this.#times = timeWords(text, language);
  }

  /** In letters, as in WordTimes. */
  get length(): number {
    return this.#times.length;
  }

  /** How long all of it is likely to take, in milliseconds. */
  get duration(): number {
    return this.#pace.duration(this.length, this.#rate);
  }

  get begunAt(): number {
    return this.#begunAt;
  }

  /** The offset of the word that is heard. */
  get current(): number {
    return this.#word[0];
  }

  /** The offset from which nothing is lost: an estimated word may not have been heard to its end. */
  get restart(): number {
    return this.isExact ? this.current : (this.#times.words[this.#index - 1]?.start ?? 0);
  }

  /** Whether the voice itself says its words. */
  get isExact(): boolean {
    return this.#isBelieved && this.#lastTrue >= 0;
  }

  /** Whether there is more to be said by a voice that says its words. */
  get hasMoreWords(): boolean {
    return this.isExact && this.#index + 1 < this.#times.words.length;
  }

  /** When the next word, or the end, must have come. */
  get deadline(): number {
    if (!this.isExact) return this.#begunAt + this.#pace.longest(this.length, this.#rate);
    const before = this.#times.words[this.#index]?.before ?? 0;
    const next = this.#times.words[this.#index + 1]?.before ?? this.length;
    return this.#saidAt + this.#pace.duration(next - before, this.#rate) * WORD_SLACK + WORD_PATIENCE;
  }

  /** When `guess` may have something new to say. */
  get nextGuess(): number {
    const next = this.#times.words[this.#index + 1];
    if (this.isExact || next === undefined) return Number.POSITIVE_INFINITY;
    return Math.max(this.#guessesFrom, this.#origin + this.#pace.duration(next.before, this.#rate));
  }

  /** The first sound is heard. */
  begin(now: number): void {
    this.#begunAt = now;
    this.#origin = now;
  }

  /** The voice says that it is at a word. @returns the word, or null where that cannot be right. */
  hear(start: number, end: number, now: number): Range | null {
    if (!this.#isBelieved) return null;
    const index = this.#indexAt(start);
    const before = this.#times.words[index]?.before ?? 0;
    const due = this.#pace.duration(before, this.#rate);
    const isPossible = Number.isInteger(start) && start > this.#lastTrue && start < this.#text.length;
    if (!isPossible || due > (now - this.#begunAt) * JUMP.factor + JUMP.margin) return this.#doubt();
    const isEnd = Number.isInteger(end) && end > start && end <= this.#text.length;
    // Some voices tell no end, or the end of a first letter.
    this.#word = [start, Math.max(isEnd ? end : start + 1, this.#times.words[index]?.end ?? 0)];
    this.#index = index;
    this.#lastTrue = start;
    this.#wrong = 0;
    this.#origin = now - due;
    this.#saidAt = now;
    this.#pace.givesWords = true;
    return this.#word;
  }

  /** The word that is heard by now, where it is another one and the voice does not say its words itself. */
  guess(now: number): Range | null {
    if (this.isExact || now < this.#guessesFrom) return null;
    return this.#moveTo(this.#indexAfter(now - this.#origin));
  }

  /** What was estimated to be heard later than so many milliseconds after the beginning has not been heard. */
  goBackTo(time: number): void {
    this.#index = -1;
    this.#moveTo(this.#indexAfter(time));
  }

  /** So many milliseconds have passed in which nothing was heard. */
  delay(time: number): void {
    this.#begunAt += time;
    this.#origin += time;
    this.#saidAt += time;
  }

  /** A voice that says its words is waited for, so that the mark does not jump back. */
  get #guessesFrom(): number {
    const isAwaited = this.#pace.givesWords === true && this.#isBelieved;
    return this.#begunAt + (isAwaited ? FIRST_WORD_PATIENCE : 0);
  }

  #doubt(): null {
    this.#wrong++;
    if (this.#wrong >= MOST_WRONG) {
      this.#isBelieved = false;
      this.#pace.givesWords = false;
    }
    return null;
  }

  #moveTo(index: number): Range | null {
    const word = this.#times.words[index];
    if (word === undefined || index <= this.#index) return null;
    this.#index = index;
    this.#word = [word.start, word.end];
    return this.#word;
  }

  /** The last word that begins at an offset or before it. */
  #indexAt(offset: number): number {
    return this.#times.words.findLastIndex(({ start }) => start <= offset);
  }

  /** The last word that begins within so many milliseconds. */
  #indexAfter(time: number): number {
    // A millisecond more: alarms and divisions are not exact.
    return this.#times.words.findLastIndex(({ before }) => this.#pace.duration(before, this.#rate) <= time + 1);
  }
}
