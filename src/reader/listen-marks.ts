import { textsUnder } from '../article/elements.ts';
import { unclobbered } from '../article/unclobbered.ts';
import type { Settings } from '../settings/settings.ts';
import type { Span } from '../text/span.ts';
import { markText } from './highlights.ts';
import { TITLE_BLOCK } from './listen-text.ts';
import type { ShownArticle } from './ports.ts';
import { findRanges } from './text-range.ts';

/** Marks what is spoken in the text: the sentence, the word, both or nothing. */
export class ListenMarks {
  readonly #document: Document;
  readonly #shown: ShownArticle;
  readonly #marks: () => Settings['speechMarks'];
  #sentence: Span | null = null;
  #word: Span | null = null;

  /** `marks` tells what is to be marked now. */
  constructor(document: Document, shown: ShownArticle, marks: () => Settings['speechMarks']) {
    this.#document = document;
    this.#shown = shown;
    this.#marks = marks;
    // What wraps text cuts text nodes in two, under the ranges that were found in them.
    shown.shared.onTextWrapped(() => this.redraw());
  }

  /** Another sentence is spoken, and none of its words yet; null where it is no part of the article. */
  showSentence(sentence: Span | null): void {
    this.#sentence = sentence;
    this.#word = null;
    this.redraw();
    this.#tell();
  }

  /** Null where no word is known. */
  showWord(word: Span | null): void {
    this.#word = word;
    this.#markWord();
    this.#tell();
  }

  clear(): void {
    this.showSentence(null);
  }

  redraw(): void {
    const marks = this.#marks();
    const isMarked = marks === 'both' || marks === 'sentence';
    markText(this.#document, 'lectern-sentence', rangesOf(isMarked ? this.sentenceRange() : null));
    this.#markWord();
  }

  /** Where the spoken sentence stands in the view; null where it does not. */
  sentenceRange(): Range | null {
    return this.#find(this.#sentence);
  }

  /** Where the spoken word stands in the view; null where none is known. */
  wordRange(): Range | null {
    return this.#find(this.#word);
  }

  #tell(): void {
    this.#shown.shared.tellSpoken(this.wordRange() ?? this.sentenceRange());
  }

  #markWord(): void {
    const marks = this.#marks();
    const isMarked = marks === 'both' || marks === 'word';
    markText(this.#document, 'lectern-word', rangesOf(isMarked ? this.wordRange() : null));
  }

  #find(span: Span | null): Range | null {
    if (!span || span.end <= span.start) return null;
    if (span.block === TITLE_BLOCK) return this.#findInTitle(span);
    return findRanges(this.#shown, [span])[0] ?? null;
  }

  #findInTitle({ start, end }: Span): Range | null {
    const title = this.#shown.element.querySelector('.title');
    const [text] = title ? textsUnder(title) : [];
    if (!text || end > text.data.length) return null;
    const range = unclobbered(this.#document, 'createRange')();
    range.setStart(text, start);
    range.setEnd(text, end);
    return range;
  }
}

function rangesOf(range: Range | null): Range[] {
  return range ? [range] : [];
}
