import { unclobbered } from '../article/unclobbered.ts';

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

type ElementOfTag<Tag extends string> = Tag extends keyof HTMLElementTagNameMap
  ? HTMLElementTagNameMap[Tag]
  : HTMLElement;

/**
 * Makes an element with classes and children. It is an HTML element in every kind of document: in an XML document
 * plain `createElement` gives one that knows neither `click` nor `hidden`.
 */
export function element<Tag extends string>(
  document: Document,
  tag: Tag,
  className = '',
  ...children: (Node | string)[]
): ElementOfTag<Tag> {
  const made = unclobbered(document, 'createElementNS')(HTML, tag) as ElementOfTag<Tag>;
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * Makes a button that answers people alone: a page can send synthetic clicks to a button of which it got hold.
 * Every button of the reading view is made here.
 */
export function button(document: Document, className: string, label: string, run: () => void): HTMLButtonElement {
  const made = element(document, 'button', className, element(document, 'span', '', label));
  made.type = 'button';
  made.addEventListener('click', (event) => {
    if (event.isTrusted) run();
  });
  return made;
}

/**
 * Makes a line icon that takes the colour of the text beside it and says nothing to a screen reader.
 * @param paths SVG path data in a square of 24 units.
 */
export function icon(document: Document, paths: string | readonly string[]): SVGElement {
  const createElementNS = unclobbered(document, 'createElementNS');
  const drawing = createElementNS(SVG, 'svg') as SVGElement;
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('aria-hidden', 'true');
  for (const path of [paths].flat()) {
    const line = createElementNS(SVG, 'path');
    line.setAttribute('d', path);
    drawing.append(line);
  }
  return drawing;
}

/** Makes a word for those who listen: it stands in the text and takes no room on the screen. */
export function unseen(document: Document, text: string): HTMLSpanElement {
  return element(document, 'span', 'unseen', text);
}
