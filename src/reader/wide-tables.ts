import { element } from './element.ts';
import type { ReaderPorts } from './ports.ts';

/**
 * Lets a table that is wider than the column scroll by itself, so that the page never does. Only while it is wider is
 * its frame a region and a Tab stop: one who uses the keyboard needs that to scroll it, and else stops there for nothing.
 */
export function wrapTables({ document, translate }: ReaderPorts, content: HTMLElement, signal: AbortSignal): void {
  const frames = [...content.querySelectorAll('table')]
    .filter((table) => !table.parentElement?.closest('table'))
    .map((table) => {
      const frame = element(document, 'div', 'table-frame');
      table.replaceWith(frame);
      frame.append(table);
      return frame;
    });
  if (frames.length === 0 || typeof ResizeObserver === 'undefined') return;

  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) update(target.closest('.table-frame') ?? target);
  });
  for (const frame of frames) for (const watched of [frame, ...frame.children]) observer.observe(watched);
  signal.addEventListener('abort', () => observer.disconnect());

  function update(frame: Element): void {
    const isWide = frame.scrollWidth > frame.clientWidth;
    if (isWide === frame.hasAttribute('tabindex')) return;
    if (!isWide) {
      for (const attribute of ['tabindex', 'role', 'aria-label']) frame.removeAttribute(attribute);
      return;
    }
    frame.setAttribute('tabindex', '0');
    frame.setAttribute('role', 'region');
    frame.setAttribute('aria-label', frame.querySelector('caption')?.textContent?.trim() || translate('articleTable'));
  }
}
