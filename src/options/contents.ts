import { element } from '../reader/element.ts';
import type { OptionsPorts } from './ports.ts';

/** From this width on the contents stand beside the page, in pixels; the style sheet has the same. */
const BESIDE = 1152;

/** The list of the page's sections. */
export interface Contents {
  root: HTMLElement;
  /** Leaves out the sections that are hidden now. */
  refresh(): void;
}

/** Makes the list, with a link to the heading of each section. `beforeVisit` makes sure that it can be seen. */
export function createContents(
  { document, translate }: Pick<OptionsPorts, 'document' | 'translate'>,
  sections: readonly HTMLElement[],
  beforeVisit: () => void,
): Contents {
  const entries = sections.flatMap((section) => {
    const heading = section.querySelector('h2');
    if (heading === null) return [];
    const link = element(document, 'a', '', heading.textContent ?? '');
    link.href = `#${heading.id}`;
    link.addEventListener('click', beforeVisit);
    return [{ section, item: element(document, 'li', '', link) }];
  });
  const list = element(document, 'ul', '', ...entries.map(({ item }) => item));
  list.setAttribute('role', 'list');
  const title = element(document, 'summary', '', translate('optionsContents'));
  const details = element(document, 'details', '', title, list);
  // Above the page, on a small screen or zoomed in far, it would push everything else out of sight.
  details.open = document.documentElement.clientWidth >= BESIDE;
  const root = element(document, 'nav', 'contents', details);
  root.setAttribute('aria-label', translate('optionsContents'));
  return {
    root,
    refresh() {
      for (const { section, item } of entries) item.hidden = section.hidden;
    },
  };
}
