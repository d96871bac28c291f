import type { Translate } from '../../assets/message-key.ts';
import type { Script } from '../speech/script.ts';
import { button, icon } from './element.ts';
import { blockElements } from './listen-blocks.ts';
import { PLAY } from './listen-icons.ts';
import { TITLE_BLOCK } from './listen-text.ts';
import type { ShownArticle } from './ports.ts';
import { ADDED } from './text-range.ts';

/** How many words of a paragraph tell it from the others. */
const WORDS = 6;

/** In these a button cannot stand at the head of the text, or would be pressed with what is around it. */
const NO_PLACE = 'table, tr, pre, a, summary, [role="button"]';

export interface ListenHereOptions {
  document: Document;
  translate: Translate;
  shown: ShownArticle;
  /** Reads from a sentence on, by its number in the script. */
  read(sentence: number): void;
}

/**
 * The buttons at the paragraphs that read from there. They are no Tab stops: a hundred of them would stand between one link
 * of the text and the next, and by keyboard the buttons of the bar go from paragraph to paragraph. Screen readers meet them
 * where they read, with the first words of the paragraph in their names; not at headings, which the name would become part of.
 */
export class ListenHere {
  readonly #options: ListenHereOptions;
  #buttons: HTMLElement[] = [];
  #script: Script | null = null;

  constructor(options: ListenHereOptions) {
    this.#options = options;
  }

  /** Puts a button at each paragraph of a script, in place of those that are there. */
  show(script: Script): void {
    if (script === this.#script) return;
    this.clear();
    this.#script = script;
    const elements = blockElements(this.#options.shown.element);
    const firsts = new Map<string, number>();
    script.forEach(({ span }, index) => {
      if (span && !firsts.has(span.block)) firsts.set(span.block, index);
    });
    const texts = new Map(this.#options.shown.article.blocks.map(({ id, text }) => [id, text]));
    for (const [block, sentence] of firsts) {
      const element =
        block === TITLE_BLOCK
          ? this.#options.shown.element.querySelector<HTMLElement>('.title')
          : (elements.get(block) ?? null);
      if (!element || element.matches(NO_PLACE) || element.closest('a, summary')) continue;
      const text = texts.get(block) ?? element.textContent ?? '';
      const made = this.#button(text, sentence);
      // A heading is called by all that is in it.
      if (/^h[1-6]$/.test(element.localName)) made.setAttribute('aria-hidden', 'true');
      element.prepend(made);
      this.#buttons.push(made);
    }
  }

  clear(): void {
    for (const made of this.#buttons) made.remove();
    this.#buttons = [];
    this.#script = null;
  }

  #button(text: string, sentence: number): HTMLElement {
    const { document, translate, read } = this.#options;
    const made = button(document, 'listen-here', '', () => read(sentence));
    made.replaceChildren(icon(document, PLAY));
    const words = text.trim().split(/\s+/, WORDS).join(' ');
    const name = translate('listenFromHere', words);
    made.setAttribute('aria-label', name);
    // The same, or a screen reader would say it as a description after the name.
    made.title = name;
    made.tabIndex = -1;
    // A press leaves the focus, and what is selected, where they are.
    made.addEventListener('mousedown', (event) => event.preventDefault());
    made.lang = translate('languageOfMessages');
    // The view has put it there: it is no part of the paragraph's text.
    made.setAttribute(ADDED, '');
    return made;
  }
}
