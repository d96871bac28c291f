import { element } from '../reader/element.ts';

/** Makes a section of the page that is a landmark named by its heading. */
export function createSection(
  document: Document,
  name: string,
  heading: string,
  ...children: HTMLElement[]
): HTMLElement {
  const title = element(document, 'h2', '', heading);
  title.id = `${name}-heading`;
  const made = element(document, 'section', name, title, ...children);
  made.setAttribute('aria-labelledby', title.id);
  return made;
}
