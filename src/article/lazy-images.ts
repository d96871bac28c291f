import { elementsNamed, elementsUnder } from './elements.ts';
import type { PictureRules } from './picture-rules.ts';

/** The picture is shown in a column of at most this many CSS pixels on common screens, at twice the density of the half. */
const FITTING_WIDTH = 1200;

/** Pictures at most this wide or high, in pixels, are there to count visits or to keep space. */
const TRACKING_SIZE = 2;

/** Where scripts that load pictures late keep the address meanwhile, best first. */
const LATE_SOURCES = ['data-src', 'data-lazy-src', 'data-original', 'data-image'];

/** Where others do; some of these hold the file in full, or another picture, so what is shown comes first. */
const RARE_SOURCE = /^data-(?!.*(?:share|link|page|pin)).*(?:src|orig|lazy|image|img|file|url|echo|full|bg)/;

/** Where the copy of a picture keeps the file that the page shows already. */
export const SHOWN_FILE = 'data-shown';

/**
 * Step 3: gives each picture of the copy the address of a file that shows it, without scripts. Comes before Readability,
 * which throws away pictures without an address and knows fewer of the places where one is kept. Gives every element
 * of the copy, so that the next step need not walk through it again; some no longer stand in it.
 */
export function resolveImages(copy: Document, baseAddress: string, { placeholder }: PictureRules): Element[] {
  let elements = elementsUnder(copy.body);
  const noscripts = elements.filter(({ localName }) => localName === 'noscript');
  for (const noscript of noscripts) unwrapNoscript(noscript);
  if (noscripts.length > 0) elements = elementsUnder(copy.body);
  for (const [index, element] of elements.entries()) {
    if (element.localName !== 'img' && element.localName !== 'amp-img') continue;
    const image = element.localName === 'img' ? element : asImage(element);
    elements[index] = image;
    if (isTracker(image)) {
      image.remove();
      continue;
    }
    const address = bestAddress(image, baseAddress, placeholder);
    if (address === null) {
      // A caption stays where Readability still sees a picture by it; the sanitiser takes this one out.
      if (image.closest('picture, figure') === null) image.remove();
      else image.setAttribute('src', 'data:,');
      continue;
    }
    for (const name of image.getAttributeNames())
      if (/^(?:srcset|sizes|loading|data-.*)$/.test(name)) image.removeAttribute(name);
    image.setAttribute('src', address);
    // Readability takes pictures of class "lazy" for ones without an address.
    image.className = image.className.replace(/\S*lazy\S*/gi, '');
    const picture = image.parentElement;
    if (picture?.localName === 'picture') picture.replaceWith(image);
  }
  return elements;
}

/** AMP's own element for a picture; inside is what its script, or a page without scripts, shows. */
function asImage(element: Element): Element {
  const image = element.ownerDocument.createElement('img');
  for (const { name, value } of element.attributes) image.setAttribute(name, value);
  element.replaceWith(image);
  return image;
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

function bestAddress(image: Element, baseAddress: string, placeholder: RegExp): string | null {
  for (const candidate of candidatesOf(image)) {
    if (!candidate || /\s/.test(candidate.trim()) || placeholder.test(candidate)) continue;
    const address = webAddress(candidate, baseAddress);
    if (address !== null) return address;
  }
  const source = image.getAttribute('src') ?? '';
  return /^data:image\/(?!svg)/i.test(source) && source.length > 200 ? source : null;
}

/** The addresses that a picture may have, best first. One by one: most often the first is the one. */
function* candidatesOf(image: Element): Generator<string | null> {
  yield image.getAttribute(SHOWN_FILE);
  yield* setsOf(image).map(fittingCandidate);
  const picture = image.parentElement;
  if (picture?.localName === 'picture')
    for (const sibling of picture.children)
      if (sibling.localName === 'source') yield* setsOf(sibling).map(fittingCandidate);
  for (const name of LATE_SOURCES) yield image.getAttribute(name);
  yield image.getAttribute('src');
  yield* rareSources(image);
}

function rareSources(image: Element): string[] {
  const names = image.getAttributeNames().filter((name) => RARE_SOURCE.test(name));
  // Data in JSON may hold the whole address of a file; a number or a description is none.
  return names.map((name) => /(?:https?:|^)[^\s"'[{]*[./][^\s"']*/.exec(image.getAttribute(name) ?? '')?.[0] ?? '');
}

function setsOf(holder: Element): string[] {
  const names = holder.getAttributeNames().filter((name) => /srcset$/.test(name));
  return names.map((name) => holder.getAttribute(name) ?? '');
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
