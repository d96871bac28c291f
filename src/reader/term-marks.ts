import { chooseMarks } from '../glossary/choose-marks.ts';
import type { Term } from '../glossary/term.ts';
import type { Settings } from '../settings/settings.ts';
import type { Span } from '../text/span.ts';
import { element } from './element.ts';
import type { ReaderPorts, ShownArticle } from './ports.ts';
import { findFreeRanges, namesOver, TextButtons, type TextPlace } from './text-buttons.ts';
import { findRanges } from './text-range.ts';
import { unwrapText } from './text-wrap.ts';

/** A term of the article at one of its places. */
export interface TermInText {
  term: Term;
  mention: Span;
}

/** Which terms are to be marked. */
export interface MarksWanted {
  terms: readonly Term[];
  /** Ids of the terms that the reader knows. */
  known: ReadonlySet<string>;
  settings: Pick<Settings, 'termMarks' | 'termDensity'>;
}

/** Marks terms in the text, each at one place, and makes the marks pressable. */
export class TermMarks {
  readonly #shown: ShownArticle;
  readonly #buttons: TextButtons<TermInText>;
  readonly #hint: HTMLElement;
  #marked: TermInText[] = [];

  /** `press` is told of a mark that a person pressed. */
  constructor(
    { document, translate }: Pick<ReaderPorts, 'document' | 'translate'>,
    shown: ShownArticle,
    press: (marked: TermInText, words: HTMLElement) => void,
  ) {
    this.#shown = shown;
    this.#buttons = new TextButtons(document, shown, 'term-mark', press);
    this.#hint = element(document, 'span', '', translate('glossaryHint'));
    this.#hint.id = 'term-hint';
    this.#hint.hidden = true;
  }

  /** Marks what is wanted, in place of what was marked before. */
  mark({ terms, known, settings }: MarksWanted): void {
    this.#buttons.clear();
    const isMarked = settings.termMarks === 'marked';
    const wanted = isMarked ? chooseMarks(terms, this.#shown.article.blocks, settings.termDensity, known) : [];
    const targets = wanted.map(({ term, span }) => ({ term, mention: span }));
    this.#makeRoom(targets);
    const places = this.#placesOf(targets);
    this.#marked = places.map(({ target }) => target);
    this.#buttons.wrap(places);
    this.#describeFirst();
  }

  /** Takes the mark of a term away, or puts it back; its words stay where the focus can go. */
  show(id: string, isShown: boolean): void {
    for (const marked of this.#marked.filter(({ term }) => term.id === id))
      for (const words of this.#buttons.wordsOf(marked)) {
        words.classList.toggle('unmarked', !isShown);
        if (!words.hasAttribute('aria-haspopup')) continue;
        words.tabIndex = isShown ? 0 : -1;
        if (isShown) words.setAttribute('role', 'button');
        else words.removeAttribute('role');
      }
  }

  /**
   * A term that is marked late may find all its places taken as names of a speaker: it needs one of them, where the name is
   * left with the others.
   */
  #makeRoom(wanted: readonly TermInText[]): void {
    const placed = new Set(this.#placesOf(wanted).map(({ target }) => target.term));
    const taken = wanted.filter((target) => !placed.has(target.term)).map(({ term }) => term);
    const ranges = findRanges(
      this.#shown,
      taken.flatMap(({ mentions }) => mentions),
    );
    for (const { mentions } of taken) {
      const names = ranges.splice(0, mentions.length).map((range) => range && namesOver(range));
      for (const name of names.find((found) => found !== null) ?? []) if (name.isConnected) unwrapText(name);
    }
  }

  /** The first place of each that is not part of a link or of another button: the chosen one, or another mention. */
  #placesOf(wanted: readonly TermInText[]): TextPlace<TermInText>[] {
    const choices = wanted.flatMap(({ term, mention }) =>
      [mention, ...term.mentions.filter((other) => other !== mention)].map((own) => ({ term, mention: own })),
    );
    const ranges = findFreeRanges(
      this.#shown,
      choices.map(({ mention }) => mention),
    );
    const places = new Map<string, TextPlace<TermInText>>();
    choices.forEach((target, index) => {
      const range = ranges[index];
      if (range && !places.has(target.term.id)) places.set(target.term.id, { target, range, isButton: true });
    });
    return [...places.values()];
  }

  /** Says once what such a button does; at each it would be said again and again. */
  #describeFirst(): void {
    const { stage, element: article } = this.#shown;
    stage.append(this.#hint);
    article.querySelector('.term-mark[role]')?.setAttribute('aria-describedby', this.#hint.id);
  }
}
