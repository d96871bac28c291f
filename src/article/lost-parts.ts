import { nameSet } from './elements.ts';

/** Where a block stood before Readability took the copy apart: itself, and the boxes around it from inner to outer. */
interface Place {
  block: Element;
  around: readonly Element[];
}

/** What can come back: running text, and what an author sets between it. */
const BLOCKS = nameSet('p h2 h3 h4 h5 h6 blockquote ul ol dl table pre figure');

/** What wraps each paragraph of its own on some pages: this many boxes deep at most. */
const DEEPEST = 3;

/** With fewer blocks kept in it a box is not the column of the text. */
const LEAST_KEPT = 3;

/** Step 4: notes where the blocks of the copy stand. Comes before Readability, which uses the document up. */
export function notePlaces(elements: readonly Element[]): readonly Place[] {
  const places: Place[] = [];
  for (const block of elements) {
    if (!BLOCKS.has(block.localName)) continue;
    const around: Element[] = [];
    for (let box = block.parentElement; box !== null && around.length < DEEPEST; box = box.parentElement) {
      around.push(box);
      // A box of several things stands or falls as a whole.
      if (box.firstElementChild !== box.lastElementChild) break;
    }
    places.push({ block, around });
  }
  return places;
}

/**
 * Puts back what Readability took out of the column of the text itself, from between two blocks that it kept: a
 * heading whose class name it holds to be bad, a post that someone else wrote, a list with few commas. A block counts
 * as the column's own where it stands in the same box as most of what was kept, alone in its wrappers.
 */
export function restoreLostParts(root: Element, places: readonly Place[]) {
  const kept = places.map(({ block }) => root.contains(block));
  const column = columnOf(places, kept);
  if (column === null) return;
  const isInColumn = (place: Place) => place.around.includes(column);
  const last = places.findLastIndex((place, index) => kept[index] && isInColumn(place));
  let before: Element | null = null;
  places.forEach((place, index) => {
    const { block } = place;
    // Behind a quotation and not into it: a block in another comes and goes with that.
    if (index > last || !isInColumn(place) || before?.contains(block)) return;
    if (!kept[index] && before !== null) before.after(block);
    if (kept[index] || before !== null) before = block;
  });
}

/** The box that most of the kept blocks stand in. */
function columnOf(places: readonly Place[], kept: readonly boolean[]): Element | null {
  const counts = new Map<Element, number>();
  places.forEach(({ block, around }, index) => {
    const box = around.at(-1);
    if (kept[index] && box !== undefined && block.localName === 'p') counts.set(box, (counts.get(box) ?? 0) + 1);
  });
  let column: Element | null = null;
  let most = LEAST_KEPT - 1;
  for (const [box, count] of counts) if (count > most) [column, most] = [box, count];
  return column;
}
