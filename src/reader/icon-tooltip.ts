import { unclobbered } from '../article/unclobbered.ts';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Shows words to the pointer that rests on a button's drawing. A `title` of the button itself would be read by screen
 * readers after its name, as a description that says the same once more.
 */
export function showTooltip(button: HTMLElement, text: string): void {
  const drawing = button.querySelector('svg');
  if (!drawing) return;
  const before = drawing.querySelector('title');
  const title = before ?? unclobbered(unclobbered(drawing, 'ownerDocument'), 'createElementNS')(SVG, 'title');
  title.textContent = text;
  if (!before) drawing.prepend(title);
}
