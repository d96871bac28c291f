import type { BlockMarks } from './block-marks.ts';
import { elementsUnder, MARKS, marksOf, nameSet, textOf } from './elements.ts';
import { likeness } from './likeness.ts';
import { closesSentence } from './line-signs.ts';
import { linkedLength } from './prose.ts';

/** What a standfirst is made of, and the text that follows it. */
const BLOCKS = nameSet('p h2 h3');

/** An h1 is the headline where it is at least this like the title; it may be the name of the site. */
const SAME_HEADLINE = 0.5;

/** In UTF-16 units: a shorter line is a label or a date, a longer one the text itself. */
const SHORTEST = 40;
const LONGEST = 500;

/** So many blocks under the headline are looked at, and so many of them can be standfirsts. */
const MOST_BLOCKS = 6;
const MOST_LEADS = 3;

/** A block with a greater share of its text in links leads elsewhere. */
const MOST_LINKED = 0.3;

/** Boxes whose text belongs to a picture. */
const OF_PICTURES = nameSet('figure figcaption');

/** Step 4: gathers copies of the first blocks of text under the headline. Comes before Readability. */
export function findLeadTexts(
  elements: readonly Element[],
  title: string | null,
  marks: BlockMarks,
): readonly Element[] {
  const found: Element[] = [];
  let isUnderHeadline = false;
  for (const element of elements) {
    if (element.localName === 'h1' && likeness(textOf(element), title ?? '') >= SAME_HEADLINE) {
      isUnderHeadline = true;
      found.length = 0;
    }
    if (!isUnderHeadline || !BLOCKS.has(element.localName)) continue;
    const text = textOf(element);
    if (text.length < SHORTEST || linkedLength(element) > MOST_LINKED * text.length || isOfPicture(element, marks))
      continue;
    if (found.push(element.cloneNode(true) as Element) >= MOST_BLOCKS) break;
  }
  return found;
}

/**
 * Puts the standfirsts in front of the article where Readability left them in the head of the page: what stands between
 * the headline and the first block that it kept, and speaks in sentences or is called a standfirst.
 */
export function rejoinLeadTexts(root: Element, leads: readonly Element[], marks: BlockMarks) {
  if (leads.length === 0) return;
  const kept = new Set(
    elementsUnder(root)
      .filter((element) => BLOCKS.has(element.localName))
      .map(textOf),
  );
  const first = leads.findIndex((lead) => kept.has(textOf(lead)));
  const lost = leads.slice(0, Math.max(0, first)).filter((lead) => {
    const text = textOf(lead);
    const isMarked = marks.standfirst.test(marksOf(lead)) || marks.lead.test(marksOf(lead));
    return text.length <= LONGEST && (closesSentence(text) || isMarked);
  });
  for (const lead of lost.slice(0, MOST_LEADS).reverse()) {
    const paragraph = root.ownerDocument.createElement('p');
    // A disclosure stands there as well, and keeps the marks that tell it.
    paragraph.setAttribute(MARKS, `${marksOf(lead)} standfirst`);
    paragraph.append(...lead.childNodes);
    root.prepend(paragraph);
  }
}

function isOfPicture(element: Element, marks: BlockMarks): boolean {
  if (marks.caption.test(marksOf(element))) return true;
  for (let box = element.parentElement; box !== null; box = box.parentElement)
    if (OF_PICTURES.has(box.localName)) return true;
  return false;
}
