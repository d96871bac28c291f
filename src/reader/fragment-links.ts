/** Places that are read from their start; any other, such as the number of a note, is seen amid the words around it. */
const PARTS = 'h1, h2, h3, h4, h5, h6, section, table, figure';

/**
 * Makes links to places within the article work (footnotes, tables of contents): in a shadow root the browser finds no
 * `#fragment`, and outside of one it would change the page's address.
 * @param view holds the links and the places they lead to.
 */
export function followFragments(view: HTMLElement): void {
  view.addEventListener('click', (event) => {
    const target = event.target as Element | null;
    const href = target?.closest('a[href]')?.getAttribute('href');
    if (!href?.startsWith('#')) return;
    event.preventDefault();
    if (!event.isTrusted) return;
    const place = findPlace(view, href.slice(1));
    if (!place) return;
    if (place.tabIndex < 0) place.tabIndex = -1;
    // The focus goes along: the next Tab, and a screen reader, continue from there.
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: place.matches(PARTS) ? 'start' : 'center' });
  });
}

function findPlace(view: HTMLElement, fragment: string): HTMLElement | null {
  const names = [fragment, decode(fragment)];
  // Compared one by one, not as a selector: ids of pages are not always what a selector can hold.
  for (const place of view.querySelectorAll<HTMLElement>('[id], a[name]'))
    if (names.includes(place.id) || names.includes(place.getAttribute('name') ?? '')) return place;
  return null;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
