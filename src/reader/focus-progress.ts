import type { Article, TextBlock } from '../article/article.ts';
import { minutesToRead } from '../text/words.ts';
import { element } from './element.ts';
import type { FocusBlocks } from './focus-blocks.ts';
import type { Place } from './focus-place.ts';
import type { ReaderPorts, ShownArticle } from './ports.ts';

/** With less than this left, in minutes, one speaks of no minute any more. */
const SHORTEST = 0.75;
/** With less than this left, in minutes, one is at the end: the last line is being read. */
const END = 0.05;

/** How far one has read. */
export interface Progress {
  /** From 0 to 1. */
  share: number;
  minutesLeft: number;
}

/**
 * How far one has read who is in a block.
 * @param minutes how long each block takes to read.
 * @param index that of the block; below 0 one stands before them all.
 * @param share how much of the block is read, from 0 to 1.
 */
export function progressAt(minutes: readonly number[], index: number, share: number): Progress {
  const all = minutes.reduce((sum, one) => sum + one, 0);
  const read =
    index < 0 ? 0 : minutes.slice(0, index).reduce((sum, one) => sum + one, 0) + share * (minutes[index] ?? 0);
  return { share: all === 0 ? 1 : Math.min(1, read / all), minutesLeft: Math.max(0, all - read) };
}

/** In the bar over the article: a thin line as long as what is read, and in words the minutes that are left. */
export class FocusProgress {
  readonly #ports: Pick<ReaderPorts, 'document' | 'translate'>;
  readonly #shown: Pick<ShownArticle, 'article' | 'covered'>;
  readonly #words: HTMLElement;
  readonly #line: HTMLElement;
  /** The blocks that were measured, in order, and at which pace; blocks are put back and taken out. */
  #measured: { blocks: readonly TextBlock[]; pace: number; minutes: readonly number[] } | null = null;

  constructor(ports: Pick<ReaderPorts, 'document' | 'translate'>, shown: Pick<ShownArticle, 'article' | 'covered'>) {
    const { document } = ports;
    this.#ports = ports;
    this.#shown = shown;
    // Plain words, no progress bar: screen readers speak, or beep, whenever the value of one changes.
    this.#words = element(document, 'span', 'progress-words');
    this.#line = element(document, 'span', 'progress-line');
    this.#line.setAttribute('aria-hidden', 'true');
  }

  /** @param pace words a minute. */
  tell(blocks: FocusBlocks, place: Place, pace: number): void {
    const minutes = this.#minutesOf(this.#shown.article, pace);
    const { share, minutesLeft } = progressAt(minutes, ...this.#positionOf(blocks, place));
    const words = this.#say(minutesLeft);
    if (this.#words.textContent !== words) this.#words.textContent = words;
    this.#line.style.setProperty('--read', (minutesLeft < END ? 1 : share).toFixed(3));
    const [bar] = this.#shown.covered;
    if (!bar || this.#words.isConnected) return;
    bar.querySelector('.tools')?.before(this.#words);
    bar.append(this.#line);
  }

  remove(): void {
    this.#words.remove();
    this.#line.remove();
  }

  /** The index of the article's block at a place, or of the one before it, and how much of it is read. */
  #positionOf(blocks: FocusBlocks, { block, offset }: Place): [index: number, share: number] {
    const last = this.#isLastLine(blocks, { block, offset });
    for (let at = blocks.indexOf(block); at >= 0; at--) {
      const id = blocks.list[at]?.getAttribute('data-block');
      const index = id ? this.#shown.article.blocks.findIndex((one) => one.id === id) : -1;
      if (index < 0) continue;
      return [index, last || blocks.list[at] !== block ? 1 : blocks.shareBefore(block, offset)];
    }
    return [-1, 0];
  }

  #isLastLine(blocks: FocusBlocks, { block, offset }: Place): boolean {
    if (block !== blocks.list.at(-1)) return false;
    const lines = blocks.linesOf(block);
    return blocks.lineAt(block, lines, offset) >= lines.length - 1;
  }

  #minutesOf({ blocks, language }: Article, pace: number): readonly number[] {
    const known = this.#measured;
    const isKnown = known?.pace === pace && known.blocks.length === blocks.length;
    if (isKnown && blocks.every((block, index) => block === known.blocks[index])) return known.minutes;
    const minutes = blocks.map(({ text }) => minutesToRead(text, language, pace));
    this.#measured = { blocks: [...blocks], pace, minutes };
    return minutes;
  }

  #say(minutes: number): string {
    const { translate } = this.#ports;
    if (minutes < END) return translate('progressEnd');
    if (minutes < SHORTEST) return translate('progressLastMinute');
    const format = new Intl.NumberFormat(translate('languageOfMessages'), {
      style: 'unit',
      unit: 'minute',
      unitDisplay: 'long',
    });
    return translate('progressMinutes', format.format(Math.max(1, Math.round(minutes))));
  }
}
