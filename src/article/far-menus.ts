import { collapseWhiteSpace } from '../text/white-space.ts';
import { TEXT_ELEMENTS } from './copied-attributes.ts';
import { nameSet } from './elements.ts';
import { HOLDS_ADDRESS, IN_LINE, type Part } from './page-parts.ts';
import { isTold } from './prose.ts';

/** With less prose than this, in UTF-16 units, a page says too little about where its article is. */
const LEAST_PROSE = 1000;

/** The article's own box, and every box around it, holds at least this share of the prose. */
const NEARLY_ALL = 0.95;

/** A menu has at most this much text outside its links, in UTF-16 units: a label, a copyright line. */
const LONGEST_LABEL = 40;

/** What shows something that is no text. */
const SHOWING = nameSet('img picture figure video audio iframe object embed math');

/** Whatever their parts are, they belong together. */
const WHOLE = nameSet('ul ol dl table figure picture button');

interface Measure {
  /** Lengths in UTF-16 units. */
  text: number;
  linked: number;
  prose: number;
  hasHeadline: boolean;
  /** True where something is shown outside of links, which is hardly a menu's. */
  shows: boolean;
}

/**
 * Takes out, in place, what is nothing but links and stands neither with the text of the article nor between it and the
 * headline: a third of what is left of a page, on the median. It is on no reader's mind, so it is not noted as a
 * removal either; links beside the text are left for those who look at them one by one.
 */
export function dropFarMenus(body: Part) {
  const measures = new Map<Part, Measure>();
  const { prose, hasHeadline } = measure(body, false, measures);
  if (prose < LEAST_PROSE) return;
  let box = body;
  for (;;) {
    const inner = box.children.find((child) => {
      const found = typeof child === 'string' ? undefined : measures.get(child);
      return found !== undefined && found.prose >= NEARLY_ALL * prose && found.hasHeadline === hasHeadline;
    });
    if (inner === undefined || typeof inner === 'string' || TEXT_ELEMENTS.has(inner.name)) return;
    box.children = box.children.filter((child) => child === inner || isKept(child, measures));
    box = inner;
  }
}

/** False for a menu; what else is kept loses the menus that stand in it. */
function isKept(child: Part | string, measures: ReadonlyMap<Part, Measure>): boolean {
  // A link beside other links, or beside a name in a box of its own, is read with them.
  if (typeof child === 'string' || IN_LINE.has(child.name)) return true;
  const found = measures.get(child);
  if (found !== undefined && isMenu(found)) return false;
  if (!WHOLE.has(child.name) && !TEXT_ELEMENTS.has(child.name) && !child.children.some(isText))
    child.children = child.children.filter((inner) => isKept(inner, measures));
  return true;
}

function isText(child: Part | string): boolean {
  return typeof child === 'string' && /\S/.test(child);
}

function isMenu({ text, linked, hasHeadline, shows }: Measure): boolean {
  return linked > 0 && text - linked <= LONGEST_LABEL && !hasHeadline && !shows;
}

function measure(part: Part, inLink: boolean, measures: Map<Part, Measure>): Measure {
  const isLink = inLink || part.name === 'a';
  // A script, or the reader's consent, is yet to fill it.
  const isAwaited = part.children.length === 0 && [...part.attributes.keys()].some((name) => HOLDS_ADDRESS.test(name));
  const sum: Measure = {
    text: 0,
    linked: 0,
    prose: 0,
    hasHeadline: part.name === 'h1',
    shows: (isAwaited || SHOWING.has(part.name)) && !isLink,
  };
  for (const child of part.children) {
    if (typeof child === 'string') {
      const { length } = collapseWhiteSpace(child);
      sum.text += length;
      if (isLink) sum.linked += length;
      continue;
    }
    const inner = measure(child, isLink, measures);
    sum.text += inner.text;
    sum.linked += inner.linked;
    sum.prose += inner.prose;
    sum.hasHeadline ||= inner.hasHeadline;
    sum.shows ||= inner.shows;
  }
  if (part.name === 'p' && isTold(sum.text, sum.linked)) sum.prose = sum.text;
  measures.set(part, sum);
  return sum;
}
