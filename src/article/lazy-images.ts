import { elementsNamed } from './elements.ts';

/** The picture is shown in a column of at most this many CSS pixels on common screens, at twice the density of the half. */
const FITTING_WIDTH = 1200;

/** Pictures at most this wide or high, in pixels, are there to count visits or to keep space. */
const TRACKING_SIZE = 2;

/** Where scripts that load pictures late keep the address meanwhile, best first. */
const LATE_SOURCES = ['data-src', 'data-lazy-src', 'data-original', 'data-srcset', 'data-lazy-srcset', 'data-image'];

/** Where the copy of a picture keeps the file that the page shows already. */
export const SHOWN_FILE = 'data-shown';

const PLACEHOLDER =
  /^data:|^about:|\/(?:blank|spacer|placeholder|pixel|transparent|1x1|lazy-?load(?:ing)?)\.(?:gif|png|svg|jpe?g)/i;

/**
 * Step 3: gives each picture of the copy the address of a file that shows it, without scripts. Comes before Readability,
 * which throws away pictures without an address and knows fewer of the places where one is kept.
 */
export function resolveImages(copy: Document, baseAddress: string) {
  for (const noscript of elementsNamed(copy.body, 'noscript')) unwrapNoscript(noscript);
  for (const image of elementsNamed(copy.body, 'img')) {
    if (isTracker(image)) {
      image.remove();
      continue;
    }
    const address = bestAddress(image, baseAddress);
    if (address === null) {
      if (image.closest('picture, figure') === null) image.remove();
      continue;
    }
    for (const name of ['srcset', 'sizes', 'loading', SHOWN_FILE, ...LATE_SOURCES]) image.removeAttribute(name);
    image.setAttribute('src', address);
    // Readability takes pictures of class "lazy" for ones without an address.
    if (/lazy/i.test(image.className)) image.removeAttribute('class');
    const picture = image.parentElement;
    if (picture?.localName === 'picture') picture.replaceWith(image);
  }
}

/**
 * A `<noscript>` after a picture, or in place of one, often holds that picture in full. With scripts on, browsers keep
 * its content as text; that is read by a pattern, since parsing it would need a sink that Trusted Types guard.
 */
function unwrapNoscript(noscript: Element) {
  const image = imageIn(noscript) ?? imageOfMarkup(noscript.textContent ?? '', noscript.ownerDocument);
  if (image === null) return noscript.remove();
  const before = noscript.previousElementSibling;
  const late = before?.localName === 'img' ? before : before && imageIn(before);
  const beforeIsBare = before !== null && late != null && !/\S/.test(before.textContent ?? '');
  if (!beforeIsBare) return noscript.replaceWith(image);
  for (const { name, value } of [...image.attributes]) late.setAttribute(name, value);
  noscript.remove();
}

/** Without a selector: jsdom compiles each anew for every document. */
function imageIn(box: Element): Element | null {
  return elementsNamed(box, 'img')[0] ?? null;
}

function imageOfMarkup(markup: string, copy: Document): Element | null {
  const tag = /<img\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/i.exec(markup)?.[1];
  if (tag === undefined) return null;
  const image = copy.createElement('img');
  for (const [, name = '', quoted, single, bare] of tag.matchAll(
    /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
  ))
    if (/^(src|srcset|alt|width|height|class)$/i.test(name))
      image.setAttribute(name.toLowerCase(), (quoted ?? single ?? bare ?? '').replace(/&amp;/g, '&'));
  return image;
}

function isTracker(image: Element): boolean {
  return ['width', 'height'].some((name) => {
    const value = image.getAttribute(name);
    return value !== null && /^\d/.test(value) && Number.parseFloat(value) <= TRACKING_SIZE;
  });
}

function bestAddress(image: Element, baseAddress: string): string | null {
  const source = image.getAttribute('src');
  const candidates: string[] = [image.getAttribute(SHOWN_FILE) ?? ''];
  const sets = ['srcset', 'data-srcset', 'data-lazy-srcset'].map((name) => image.getAttribute(name));
  const picture = image.parentElement?.localName === 'picture' ? image.parentElement : null;
  for (const sibling of picture?.children ?? [])
    if (sibling.localName === 'source')
      sets.push(sibling.getAttribute('srcset') ?? sibling.getAttribute('data-srcset'));
  for (const set of sets) {
    const fitting = set === null ? null : fittingCandidate(set);
    if (fitting !== null) candidates.push(fitting);
  }
  for (const name of LATE_SOURCES) {
    const value = image.getAttribute(name);
    if (value !== null && !/\s/.test(value.trim())) candidates.push(value);
  }
  if (source !== null) candidates.push(source);
  for (const candidate of candidates) {
    const address = webAddress(candidate, baseAddress);
    if (candidate !== '' && address !== null && !PLACEHOLDER.test(candidate)) return address;
  }
  return source !== null && /^data:image\/(?!svg)/i.test(source) && source.length > 200 ? source : null;
}

/** The candidate of a srcset nearest above the fitting width, or the widest. Candidates without a width count as 1x. */
export function fittingCandidate(srcset: string): string | null {
  let best: { address: string; width: number } | null = null;
  for (const [, address = '', size = '1', unit] of srcset.matchAll(
    /([^\s,]\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/g,
  )) {
    const width = Number.parseFloat(size) * (unit === 'w' ? 1 : FITTING_WIDTH / 2);
    const better =
      best === null || (best.width < FITTING_WIDTH ? width > best.width : width >= FITTING_WIDTH && width < best.width);
    if (better) best = { address, width };
  }
  return best?.address ?? null;
}

function webAddress(value: string, baseAddress: string): string | null {
  const address = URL.canParse(value.trim(), baseAddress) ? new URL(value.trim(), baseAddress).href : '';
  return /^(https?|file):/.test(address) ? address : null;
}
