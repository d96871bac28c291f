import { button, element } from './element.ts';
import type { Notice } from './ports.ts';

/** Makes the page that stands where there is no article; its heading is where the focus goes. */
export function createNotice(document: Document, notice: Notice): { element: HTMLElement; heading: HTMLElement } {
  const heading = element(document, 'h1', '', notice.heading);
  heading.tabIndex = -1;
  const section = element(document, 'section', 'notice', heading);
  // A bar without a value, not aria-busy: screen readers keep quiet about what is inside of that.
  if (notice.busy) {
    const progress = element(document, 'progress', '');
    progress.setAttribute('aria-label', notice.heading);
    section.append(progress);
  }
  for (const sentence of notice.sentences) section.append(element(document, 'p', '', sentence));
  if (notice.actions.length > 0)
    section.append(
      element(
        document,
        'div',
        'actions',
        ...notice.actions.map(({ label, run }) => button(document, 'action', label, run)),
      ),
    );
  return { element: section, heading };
}
