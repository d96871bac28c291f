import { isHomePage } from './article/home-page.ts';
import { unclobbered } from './article/unclobbered.ts';
import { tell } from './platform/tell.ts';

// Runs on the sites alone on which the person wants Lectern to open by itself, once for each page that is loaded there.

/** The page was loaded before: by "back", "forward" or "reload". */
function isReturn(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation !== undefined && Reflect.get(navigation, 'type') !== 'navigate';
}

function ask(): void {
  tell({ type: 'open-by-itself', timeOrigin: performance.timeOrigin, isReturn: isReturn() });
}

if (!isHomePage(location.href)) {
  // Chromium loads pages ahead, out of sight; what is put into the tab then would land in the page that is still shown.
  const isAhead = unclobbered(document as Document & { prerendering?: boolean }, 'prerendering') === true;
  if (isAhead) unclobbered(document, 'addEventListener')('prerenderingchange', ask, { once: true });
  else ask();
}
