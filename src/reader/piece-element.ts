import { element } from './element.ts';

/** Between which elements of blocks, or of whole pieces, a piece goes; null for none. */
export interface Gap {
  previous: Element | null;
  next: Element | null;
  /** True where the piece is an item of a list. */
  isItem: boolean;
}

/** What stands alone in the article: a piece goes behind it rather than into its end. */
const BOXES = /^(?:ul|ol|dl|table|figure|blockquote|details|aside|li|dd)$/;

/** The element of a block under `root`; null where it has none there. */
export function blockElement(root: ParentNode, id: string): Element | null {
  for (const block of root.querySelectorAll('[data-block]')) if (block.getAttribute('data-block') === id) return block;
  return null;
}

/**
 * Puts the nodes of a piece under `root`, in an element of their own that HTML allows in that place: an item in a list,
 * a box elsewhere.
 */
export function insertPiece(root: ParentNode & Node, nodes: readonly Node[], gap: Gap): Element {
  const place = placeOf(root, gap);
  const parent = place?.parentNode ?? root;
  const name = parent instanceof Object && 'localName' in parent ? String(parent.localName) : '';
  const tag = name === 'ul' || name === 'ol' ? 'li' : name === 'dl' ? 'dd' : 'div';
  const document = root.ownerDocument;
  if (!document) throw new TypeError('a piece cannot go into a document itself');
  const made = element(document, tag, '', ...nodes);
  if (place) place.after(made);
  else root.prepend(made);
  return made;
}

/** What the piece comes right after; null where it comes before all. */
function placeOf(root: ParentNode & Node, { previous, next, isItem }: Gap): Element | null {
  let place = previous;
  for (let box = place?.parentElement ?? null; box && box !== root; box = box.parentElement) {
    if (next && box.contains(next)) break;
    if (isItem && /^[uo]l$/.test(box.localName)) break;
    if (BOXES.test(box.localName) || box.className === 'table-frame') place = box;
  }
  return place;
}

/** The element that holds a piece whose blocks have ids of this beginning, and nothing else; null where it is not there. */
export function pieceElement(root: ParentNode & Node, id: string): HTMLElement | null {
  const isPart = (block: Element) => block.getAttribute('data-block')?.startsWith(`${id}-`);
  let piece = [...root.querySelectorAll('[data-block]')].find(isPart) ?? null;
  for (let box = piece?.parentElement; box && box !== root; box = box.parentElement) {
    if (![...box.querySelectorAll('[data-block]')].every(isPart)) break;
    piece = box;
  }
  return piece as HTMLElement | null;
}
