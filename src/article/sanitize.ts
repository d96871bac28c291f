import createDOMPurify, { type Config, type WindowLike } from 'dompurify';
import { elementsUnder, MARKS, nameSet } from './elements.ts';

/** The constructors of a window's realm that the sanitiser works with: hand in `window`. */
export type DomWindow = Omit<WindowLike, 'document' | 'trustedTypes'>;

/** In front of every id of an article, so that none meets an id of the page or of the reading view. */
export const ID_PREFIX = 'lectern-';

/** Without `main`: in a tab of its own the reading view stands in one. */
const ALLOWED_ELEMENTS = nameSet(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr br wbr div section article aside header footer',
  'address details summary center figure figcaption img a span em strong b i u s del ins small mark sub sup abbr',
  'cite q code kbd samp var time dfn data bdi bdo ruby rb rt rtc rp tt',
  'table caption thead tbody tfoot tr th td col colgroup',
  'math mrow mi mo mn ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover',
  'mmultiscripts mprescripts mtable mtr mtd mpadded mphantom menclose mstyle merror',
);

/** Whatever these hold is no text of the article. */
const EMPTIED_ELEMENTS = nameSet(
  'script style noscript template iframe object embed svg canvas button select option textarea input datalist',
  'audio video head title annotation annotation-xml noembed noframes xmp plaintext',
);

const ALLOWED_ATTRIBUTES = nameSet(
  'href src alt title width height lang dir id colspan rowspan scope headers datetime start reversed value open',
  'display mathvariant stretchy data-block data-embed',
);

const ADDRESS = /^(?:https?:|mailto:|tel:|#)/i;
const IMAGE_ADDRESS = /^(?:https?:|data:image\/(?:png|jpe?g|gif|webp|avif);)/i;

const CONFIG = {
  ALLOWED_TAGS: [...ALLOWED_ELEMENTS],
  FORBID_CONTENTS: [...EMPTIED_ELEMENTS],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  // Addresses are checked below, per element; DOMPurify's own list lets more schemes through.
  // It is tried on every attribute, so what cannot be an address with a scheme must pass as well.
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|tel):|data:image\/|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
} satisfies Config;

/**
 * Step 6: reduces `element`, in place, to what an article may hold. Comes after Readability, so that it walks through
 * the article and not the page, and before the blocks are typed, so that a block's text is the text that is shown.
 * The element must belong to an inert document: DOMPurify is handed that one and no Trusted Types, so it touches
 * nothing that is live, and asks the page for no policy. Class names stay, as marks for the steps to come; the last of
 * them takes them off.
 */
export function sanitizeElement(element: Element, window: DomWindow, pageAddress: string) {
  const purifier = createDOMPurify({ ...constructorsOf(window), document: element.ownerDocument });
  purifier.sanitize(element, { ...CONFIG, ALLOWED_ATTR: [...ALLOWED_ATTRIBUTES, 'class', MARKS], IN_PLACE: true });
  checkAddresses(element, pageAddress);
}

/** Holds links and pictures to the addresses that each may have, which DOMPurify's one list for all cannot. */
function checkAddresses(element: Element, pageAddress: string) {
  const elements = elementsUnder(element);
  for (const checked of elements) {
    const address = addressOf(checked);
    if (checked.localName === 'img' && !IMAGE_ADDRESS.test(checked.getAttribute('src') ?? '')) checked.remove();
    if (checked.localName !== 'a') checked.removeAttribute('href');
    else if (address !== null && ADDRESS.test(address)) {
      checked.setAttribute('href', address);
      checked.setAttribute('rel', 'noopener noreferrer');
    } else checked.removeAttribute('href');
  }
  linkWithin(elements, pageAddress);
  for (const link of elements) {
    // A link that leads nowhere, and that nothing leads to, is only its words.
    if (link.localName === 'a' && !link.hasAttribute('href') && !link.hasAttribute('id'))
      link.replaceWith(...link.childNodes);
  }
}

/** The address of a link, absolute where the document has a base: Readability makes it so, and not every part passes through it. */
function addressOf(link: Element): string | null {
  const address = link.getAttribute('href');
  return address === null || /^#|^[a-z][a-z+.-]*:/i.test(address) ? address : (link as HTMLAnchorElement).href;
}

/**
 * Sanitises a serialised article, such as another context of the extension sent; `document` makes the nodes that come
 * back. Addresses must be absolute or `#fragment` already.
 */
export function sanitizeHtml(html: string, document: Document, window: DomWindow): DocumentFragment {
  const inert = document.implementation.createHTMLDocument('');
  const purifier = createDOMPurify({ ...constructorsOf(window), document: inert });
  const parsed = purifier.sanitize(html, {
    ...CONFIG,
    ALLOWED_ATTR: [...ALLOWED_ATTRIBUTES],
    RETURN_DOM_FRAGMENT: true,
  });
  const holder = inert.createElement('div');
  holder.append(parsed);
  checkAddresses(holder, '');
  const result = document.createDocumentFragment();
  result.append(...holder.childNodes);
  return result;
}

/**
 * Read one by one: in Firefox a content script's window does not list them. `trustedTypes` is left out on purpose, and
 * so is the template element: DOMPurify would make a document for one, only to work in an inert document, as ours is.
 */
function constructorsOf(window: DomWindow): WindowLike {
  const { DocumentFragment, Node, Element, NodeFilter, NamedNodeMap, HTMLFormElement, DOMParser } = window;
  return { DocumentFragment, Node, Element, NodeFilter, NamedNodeMap, HTMLFormElement, DOMParser } as WindowLike;
}

/** Keeps links to places in the article working under prefixed ids; every other id goes, every other `#` leads to the page. */
function linkWithin(elements: readonly Element[], pageAddress: string) {
  const page = pageAddress.replace(/#.*$/, '');
  const targets = new Map<string, Element>();
  for (const marked of elements) if (marked.id !== '' && !targets.has(marked.id)) targets.set(marked.id, marked);
  const wanted = new Set<string>();
  for (const link of elements) {
    const address = link.getAttribute('href') ?? '';
    const hash = address.indexOf('#');
    if (hash < 0 || (hash > 0 && address.slice(0, hash) !== page)) continue;
    const id = targetOf(address.slice(hash + 1), targets);
    if (id === null) {
      if (hash === 0 && page !== '') link.setAttribute('href', page + address);
      continue;
    }
    wanted.add(id);
    link.setAttribute('href', `#${prefixed(id)}`);
    link.removeAttribute('rel');
  }
  for (const marked of elements) {
    if (!marked.hasAttribute('id')) continue;
    if (wanted.has(marked.id) && targets.get(marked.id) === marked) marked.id = prefixed(marked.id);
    else marked.removeAttribute('id');
  }
}

function targetOf(fragment: string, targets: ReadonlyMap<string, Element>): string | null {
  if (targets.has(fragment)) return fragment;
  try {
    const decoded = decodeURIComponent(fragment);
    return targets.has(decoded) ? decoded : null;
  } catch {
    return null;
  }
}

function prefixed(id: string): string {
  return id.startsWith(ID_PREFIX) ? id : ID_PREFIX + id;
}
