import { button, element } from './element.ts';
import type { ReaderPorts, ShownArticle } from './ports.ts';
import { readSelectedWords, type SelectedWords, wordAt } from './selected-words.ts';
import { onSelectionChange, selectedRange } from './view-selection.ts';

/** How long a selection must stand still before the button comes, in milliseconds: while one drags, it would be in the way. */
const REST = 250;
/** Between the words and the button, in CSS pixels. */
const GAP = 6;
/** The key that does the same. A letter would be a command of screen readers, and a word said to a voice control. */
const KEY = 'Enter';
/** What has a use for that key itself. */
const ANSWERS_KEY = 'a, button, input, textarea, summary, [role="button"]';

export interface ExplainButtonOptions extends Pick<ReaderPorts, 'document' | 'translate'> {
  shown: ShownArticle;
  /** Whether a single press on a word is enough. */
  isPressEnough(): boolean;
  explain(words: SelectedWords): void;
}

/** Offers to explain what the reader selects in the article: a button by it, and a key. It never takes the focus. */
export class ExplainButton {
  readonly #options: ExplainButtonOptions;
  readonly #frame: HTMLElement;
  #offered: SelectedWords | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isKeyTold = false;

  constructor(options: ExplainButtonOptions) {
    const { document, translate, shown } = options;
    this.#options = options;
    const explain = button(document, 'action', translate('wordExplain'), () => this.#explain());
    explain.setAttribute('aria-keyshortcuts', KEY);
    const key = element(document, 'kbd', '', translate('keyEnter'));
    key.setAttribute('aria-hidden', 'true');
    explain.append(key);
    this.#frame = element(document, 'div', 'explain', explain);
    this.#frame.lang = translate('languageOfMessages');
    this.#frame.dir = translate('directionOfMessages');
    // A press would take the selection away, and with it the button, before it is over.
    this.#frame.addEventListener('mousedown', (event) => event.preventDefault());
    const { signal } = shown;
    onSelectionChange(document, () => this.#wait(), signal);
    shown.answerKeys((key) => this.#answer(key));
    signal.addEventListener('abort', () => this.#withdraw());
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#offerSelection(), REST);
  }

  #offerSelection(): void {
    const range = this.#selection();
    if (!range) return;
    const chosen = range.collapsed ? this.#wordPressed(range) : range;
    const words = chosen && readSelectedWords(chosen);
    if (words) this.#offer(words);
    else this.#withdraw();
  }

  /** The word at the caret that a press has left, where the settings say that this is enough. */
  #wordPressed(caret: Range): Range | null {
    if (!this.#options.isPressEnough() || caret.startContainer.parentElement?.closest(ANSWERS_KEY)) return null;
    return wordAt(caret);
  }

  #selection(): Range | null {
    const { document, shown } = this.#options;
    return selectedRange(document, shown.element);
  }

  #offer(words: SelectedWords): void {
    const { shown, translate } = this.#options;
    this.#offered = words;
    shown.stage.append(this.#frame);
    const lines = [...words.range.getClientRects()];
    const around = shown.stage.getBoundingClientRect();
    const last = lines.at(-1) ?? around;
    const most = Math.max(GAP, around.width - this.#frame.offsetWidth - GAP);
    this.#frame.style.top = `${last.bottom - around.top + GAP}px`;
    this.#frame.style.left = `${Math.min(Math.max(GAP, last.left - around.left), most)}px`;
    if (!this.#isKeyTold) shown.announce(translate('wordExplainByKey', translate('keyEnter')));
    this.#isKeyTold = true;
  }

  #withdraw(): void {
    clearTimeout(this.#timer);
    this.#offered = null;
    this.#frame.remove();
  }

  #explain(): void {
    const words = this.#offered;
    this.#withdraw();
    if (words) this.#options.explain(words);
  }

  #answer(key: string): boolean {
    if (key === 'Escape' && this.#offered) {
      this.#withdraw();
      return true;
    }
    if (key !== KEY) return false;
    const root = this.#options.shown.element.getRootNode() as Document | ShadowRoot;
    if (root.activeElement?.matches(ANSWERS_KEY)) return false;
    const range = this.#selection();
    this.#offered ??= range && !range.collapsed ? readSelectedWords(range) : null;
    if (!this.#offered) return false;
    this.#explain();
    return true;
  }
}
