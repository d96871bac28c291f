import { button, element } from './element.ts';
import type { Banner } from './ports.ts';

/** Makes the line above the article. */
export function createBanner(document: Document, banner: Banner): HTMLElement {
  return element(
    document,
    'div',
    'banner',
    element(document, 'p', '', banner.text),
    ...banner.actions.map(({ label, run }) => button(document, 'action', label, run)),
  );
}
