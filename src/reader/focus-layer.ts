import { contrastRatio } from '../settings/contrast.ts';
import { element } from './element.ts';
import type { Bright } from './focus-bright.ts';
import type { Box } from './focus-lines.ts';
import type { ShownArticle } from './ports.ts';

/**
 * What dimmed text keeps at least: as much as WCAG 2.2, 1.4.11 asks of what is no text. It can be found, and read if need be.
 * It is worked out for the text of the article; of quieter text and links, which are nearer to the paper, 2.2 to 1 may be left.
 */
const LEAST_DIMMED_CONTRAST = 3;
/** The most that dimming takes away, and where the colours of the view cannot be read, what it takes. */
const MOST_DIMMING = 0.85;
const USUAL_DIMMING = 0.5;
const STEP = 0.01;

/** A colour by red, green and blue, each from 0 to 255. */
export type Channels = readonly [number, number, number];

/** Lies over the article: dims all but some areas, and draws the ruler. The article itself is left as it is. */
export class FocusLayer {
  readonly #window: Window & typeof globalThis;
  readonly #shown: Pick<ShownArticle, 'stage' | 'element'>;
  readonly #dim: HTMLElement;
  readonly #ruler: HTMLElement;

  constructor(window: Window & typeof globalThis, document: Document, shown: Pick<ShownArticle, 'stage' | 'element'>) {
    this.#window = window;
    this.#shown = shown;
    this.#dim = layer(document, 'focus-dim');
    this.#ruler = layer(document, 'focus-ruler');
  }

  /**
   * Draws over the article what is bright and where one reads; null takes all of it away.
   * @param hasRuler whether the ruler is wanted for itself; else it is drawn only where dimming cannot be seen.
   */
  draw(bright: Bright | null, hasRuler: boolean): void {
    if (!bright) {
      this.remove();
      return;
    }
    const { areas, line } = bright;
    this.#place(this.#dim, areas !== null);
    this.#place(this.#ruler, areas !== null || hasRuler);
    this.#ruler.classList.toggle('in-place-of-dimming', !hasRuler);
    const around = this.#shown.stage.getBoundingClientRect();
    setBox(this.#ruler, { ...line, top: line.bottom }, around);
    if (areas) this.#dimAllBut(areas, around);
  }

  remove(): void {
    this.#dim.remove();
    this.#ruler.remove();
  }

  #place(part: HTMLElement, isShown: boolean): void {
    const { element: article } = this.#shown;
    if (!isShown) part.remove();
    // Right over the article, and under all that the parts of the view put over it.
    else if (!part.isConnected) (article.closest('.main') ?? article).after(part);
  }

  #dimAllBut(areas: readonly Box[], around: Box): void {
    const dimmed = this.#shown.element.getBoundingClientRect();
    setBox(this.#dim, dimmed, around);
    this.#dim.style.height = `${dimmed.height}px`;
    this.#dim.style.clipPath = `path(evenodd, "${allBut(areas, dimmed)}")`;
    this.#dim.style.opacity = String(this.#strength());
  }

  #strength(): number {
    const view = this.#shown.stage.parentElement ?? this.#shown.stage;
    const { color, backgroundColor } = this.#window.getComputedStyle(view);
    const [text, paper] = [channelsOf(color), channelsOf(backgroundColor)];
    return text && paper ? dimmingOf(text, paper) : USUAL_DIMMING;
  }
}

/** How much of the paper to lay over text, from 0 to 1, so that it still has a contrast of 3 to 1. */
export function dimmingOf(text: Channels, paper: Channels): number {
  const dimmed = (strength: number) => {
    const [red, green, blue] = text.map((value, index) => value + ((paper[index] ?? 0) - value) * strength);
    return [red ?? 0, green ?? 0, blue ?? 0] as const;
  };
  for (let strength = MOST_DIMMING; strength > 0; strength -= STEP)
    if (contrastRatio(hexadecimal(dimmed(strength)), hexadecimal(paper)) >= LEAST_DIMMED_CONTRAST)
      return Number(strength.toFixed(2));
  return 0;
}

/** SVG path data of a box with holes in it, as seen from the box's own corner. */
export function allBut(holes: readonly Box[], box: Box): string {
  const rectangle = ({ left, top, right, bottom }: Box) => {
    const [x, y] = [left - box.left, top - box.top].map((value) => value.toFixed(1));
    return `M${x} ${y}H${(right - box.left).toFixed(1)}V${(bottom - box.top).toFixed(1)}H${x}Z`;
  };
  return [box, ...holes].map(rectangle).join('');
}

function layer(document: Document, className: string): HTMLElement {
  const made = element(document, 'div', className);
  made.setAttribute('aria-hidden', 'true');
  return made;
}

function setBox(part: HTMLElement, { left, right, top }: Box, around: Box): void {
  part.style.left = `${left - around.left}px`;
  part.style.top = `${top - around.top}px`;
  part.style.width = `${right - left}px`;
}

/** Reads a colour as `getComputedStyle` writes most: `rgb(1, 2, 3)`. */
function channelsOf(color: string): Channels | null {
  const [, red, green, blue] = /^rgba?\((\d+), (\d+), (\d+)/.exec(color) ?? [];
  return red && green && blue ? [Number(red), Number(green), Number(blue)] : null;
}

function hexadecimal(channels: Channels): string {
  return `#${channels.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}
