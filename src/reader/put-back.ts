import type { Article, BlockKind, Removal, TextBlock } from '../article/article.ts';
import { elementsUnder } from '../article/elements.ts';
import { type PagePlace, PagePlaces, standsBefore } from '../article/page-places.ts';
import { unclobbered } from '../article/unclobbered.ts';
import { collapseWhiteSpace } from '../text/white-space.ts';
import { element } from './element.ts';
import { blockElement, type Gap, insertPiece, pieceElement } from './piece-element.ts';
import type { ArticleSource, ShownArticle } from './ports.ts';

const ID_PREFIX = 'back-';

/** What an element of the article is as a block; anything else is a paragraph. */
const KINDS: Readonly<Record<string, BlockKind>> = {
  ...{ h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading' },
  ...{ blockquote: 'quote', pre: 'code', table: 'table' },
};

/** A piece that stands in the article: once in its data and once in the view. */
interface Placed {
  inData: Element;
  inView: HTMLElement;
}

/** Puts pieces that were taken out back into an article on show, and takes them out again; its data and the view stay in step. */
export class PutBack {
  readonly #document: Document;
  readonly #shown: ShownArticle;
  readonly #source: ArticleSource | null;
  readonly #placed = new Map<Removal, Placed>();
  readonly #near = new Map<Removal, Element>();
  #places: PagePlaces | null = null;

  /** `document` makes the elements of the view. What the article's blocks say is already back counts as put back here. */
  constructor(document: Document, shown: ShownArticle, source: ArticleSource | null) {
    this.#document = document;
    this.#shown = shown;
    this.#source = source;
    if (!shown.article.blocks.some(isBack)) return;
    shown.article.removed.forEach((removal, index) => {
      const inData = pieceElement(shown.article.content, idOf(index));
      const inView = pieceElement(shown.content, idOf(index));
      if (inData && inView) this.#placed.set(removal, { inData, inView });
    });
  }

  /** Where in the live page a removal stood whose own element does not say so. */
  rememberPlace(removal: Removal, near: Element): void {
    this.#near.set(removal, near);
  }

  /** The removals that are back in the article now, with their elements in the view. */
  get placed(): ReadonlyMap<Removal, { inView: HTMLElement }> {
    return this.#placed;
  }

  putBack(removal: Removal): void {
    const { article, content } = this.#shown;
    if (this.#placed.has(removal)) return;
    let index = article.removed.indexOf(removal);
    if (index < 0) index = article.removed.push(removal) - 1;
    const id = idOf(index);
    const made = this.#make(removal, id);
    const at = this.#indexInBlocks(removal);
    const isItem = removal.element?.localName === 'li' && removal.origin === 'article';
    const gapIn = (side: 'inData' | 'inView'): Gap => ({
      previous: this.#elementOf(article.blocks[at - 1], side),
      next: this.#elementOf(article.blocks[at], side),
      isItem,
    });
    const inData = insertPiece(article.content, made.nodes, gapIn('inData'));
    const copies = made.nodes.map((node) => unclobbered(this.#document, 'importNode')(node, true));
    const inView = insertPiece(content, copies, gapIn('inView')) as HTMLElement;
    const blocks = made.blocks.map((block): TextBlock => {
      const kind = block.kind === 'paragraph' && inData.localName === 'li' ? 'list-item' : block.kind;
      return { ...block, kind };
    });
    article.blocks.splice(at, 0, ...blocks);
    for (const { id: block, kind } of blocks) blockElement(inView, block)?.setAttribute('data-kind', kind);
    this.#shown.dress(inView);
    this.#placed.set(removal, { inData, inView });
  }

  takeOut(removal: Removal): void {
    const { article } = this.#shown;
    const placed = this.#placed.get(removal);
    if (!placed) return;
    const prefix = `${idOf(article.removed.indexOf(removal))}-`;
    for (let at = article.blocks.length - 1; at >= 0; at--)
      if (article.blocks[at]?.id.startsWith(prefix)) article.blocks.splice(at, 1);
    placed.inData.remove();
    placed.inView.remove();
    this.#placed.delete(removal);
  }

  /** The element of a block; of one that was put back, that of the whole piece, so that pieces do not go into each other. */
  #elementOf(block: TextBlock | undefined, side: keyof Placed): Element | null {
    if (!block) return null;
    const { article, content } = this.#shown;
    const removal = isBack(block) ? article.removed[indexOf(block)] : undefined;
    const piece = removal && this.#placed.get(removal);
    // The standfirst is a block too, but stands in another place of the view: there it is none to stand by.
    return piece?.[side] ?? blockElement(side === 'inData' ? article.content : content, block.id);
  }

  /** The piece as the article's data takes it: sanitised elements of the inert document, and their blocks. */
  #make(removal: Removal, id: string): { nodes: Element[]; blocks: TextBlock[] } {
    const inert = this.#shown.article.content.ownerDocument;
    if (removal.origin === 'page' && removal.element && this.#source) {
      const part = readOrNull(this.#source, removal.element);
      if (part && part.blocks.length > 0) return partOf(part, id, inert);
    }
    const taken = removal.origin === 'article' ? removal.element : null;
    const made = taken ? asBlock(taken, inert) : element(inert, 'p', '', removal.text);
    const block = `${id}-0`;
    made.setAttribute('data-block', block);
    const raw = made.textContent ?? '';
    const kind = KINDS[made.localName] ?? 'paragraph';
    return { nodes: [made], blocks: [{ id: block, kind, text: kind === 'code' ? raw : collapseWhiteSpace(raw) }] };
  }

  /** Where among the article's blocks a removal belongs; between those that are put back at one place, their own order holds. */
  #indexInBlocks(removal: Removal): number {
    const { blocks, removed } = this.#shown.article;
    let at = this.#indexOfPlace(removal);
    for (let block = blocks[at]; block && isBack(block); block = blocks[at]) {
      const other = removed[indexOf(block)];
      if (!other || !this.#comesBefore(other, removal)) break;
      at++;
    }
    return at;
  }

  #indexOfPlace(removal: Removal): number {
    const { blocks } = this.#shown.article;
    // The standfirst stands with the headline, and what was before it comes after both.
    const start = blocks[0]?.kind === 'standfirst' ? 1 : 0;
    const indexAfter = (id: string) => indexAfterBlock(blocks, id) ?? start;
    const near = this.#nearOf(removal);
    if (!near) {
      if (removal.after !== null) return indexAfter(removal.after);
      return removal.origin === 'article' ? start : blocks.length;
    }
    const place = this.#placeInPage(near);
    if (place === 'start') return start;
    if (place === 'end') return blocks.length;
    if (place.side === 'after') return indexAfter(place.block);
    let before = blocks.findIndex(({ id }) => id === place.block);
    for (let block = blocks[before - 1]; block && isBack(block); block = blocks[before - 1]) before--;
    return before < 0 ? blocks.length : Math.max(before, start);
  }

  #placeInPage(near: Element): PagePlace {
    if (!this.#source) return 'end';
    const { title, blocks } = this.#shown.article;
    // What is put back may go again, and is no place to stand by.
    this.#places ??= new PagePlaces(this.#source.document, { title, blocks: blocks.filter((block) => !isBack(block)) });
    return this.#places.placeOf(near);
  }

  #nearOf(removal: Removal): Element | null {
    return this.#near.get(removal) ?? (removal.origin === 'page' ? removal.element : null);
  }

  #comesBefore(one: Removal, other: Removal): boolean {
    const [nearOne, nearOther] = [this.#nearOf(one), this.#nearOf(other)];
    if (nearOne && nearOther) return standsBefore(nearOne, nearOther);
    const difference = numberOf(one.after) - numberOf(other.after);
    const { removed } = this.#shown.article;
    return difference === 0 ? removed.indexOf(one) < removed.indexOf(other) : difference < 0;
  }
}

function idOf(index: number): string {
  return ID_PREFIX + index;
}

/** The index in the article's removals of what a block that was put back belongs to. */
function indexOf({ id }: TextBlock): number {
  return Number.parseInt(id.slice(ID_PREFIX.length), 10);
}

/** True for a block that was put back. */
function isBack({ id }: TextBlock): boolean {
  return id.startsWith(ID_PREFIX);
}

/** The number in a block's id: the numbers grow through the article. */
function numberOf(id: string | null): number {
  return Number.parseInt(id?.replace(/^\D+/, '') ?? '', 10) || 0;
}

/** The index behind a block; where that block was itself taken out later, behind the last block that came before it. */
function indexAfterBlock(blocks: readonly TextBlock[], id: string): number | null {
  let index = blocks.findIndex((block) => block.id === id);
  if (index < 0) index = blocks.findLastIndex((block) => /^b\d+$/.test(block.id) && numberOf(block.id) < numberOf(id));
  return index < 0 ? null : index + 1;
}

function readOrNull(source: ArticleSource, part: Element): Article | null {
  try {
    return source.readPart(part);
  } catch {
    return null;
  }
}

/** A part of the page that was read as an article, as pieces of this one. */
function partOf(part: Article, id: string, inert: Document): { nodes: Element[]; blocks: TextBlock[] } {
  const holder = element(inert, 'div', '', unclobbered(inert, 'importNode')(part.content, true));
  const names = new Map(part.blocks.map((block, index) => [block.id, `${id}-${index}`]));
  for (const block of elementsUnder(holder)) {
    const name = names.get(block.getAttribute('data-block') ?? '');
    if (name) block.setAttribute('data-block', name);
  }
  const blocks = part.blocks.map(
    ({ id: old, kind, text }): TextBlock => ({
      id: names.get(old) ?? id,
      kind: kind === 'standfirst' ? 'paragraph' : kind,
      text,
    }),
  );
  return { nodes: [holder], blocks };
}

/** A copy of an element of the article without marks of the page; what cannot stand alone becomes a paragraph. */
function asBlock(taken: Element, inert: Document): Element {
  let made = unclobbered(inert, 'importNode')(taken, true);
  if (/^(?:li|dt|dd|td|th|caption|figcaption|summary)$/.test(made.localName)) {
    const paragraph = element(inert, 'p');
    paragraph.append(...made.childNodes);
    made = paragraph;
  }
  for (const marked of [made, ...elementsUnder(made)]) marked.removeAttribute('class');
  return made;
}
