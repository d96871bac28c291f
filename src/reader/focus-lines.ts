/** A rectangle of the window, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How much of the lower of two boxes must lie beside the other for both to be of one line. */
const SAME_LINE = 0.5;

/**
 * Puts the boxes of pieces of text together to lines, in reading order. A box that goes back up begins another column,
 * but in a table, where it is the next cell of a row.
 */
export function linesFrom(boxes: Iterable<Box>, isTable: boolean): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    if (box.right <= box.left || box.bottom <= box.top) continue;
    const line = isTable ? lines.find((one) => isBeside(one, box)) : lines.at(-1);
    if (line && isBeside(line, box)) Object.assign(line, unionOf(line, box));
    else lines.push({ left: box.left, top: box.top, right: box.right, bottom: box.bottom });
  }
  return isTable ? lines.sort((one, other) => one.top - other.top) : lines;
}

function isBeside(one: Box, other: Box): boolean {
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return shared >= SAME_LINE * Math.min(one.bottom - one.top, other.bottom - other.top);
}

/** The smallest box around two. */
export function unionOf(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** The index of the box that is nearest to a point of the window; -1 where there is none. */
export function nearestBox(boxes: readonly Box[], x: number, y: number): number {
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  boxes.forEach((box, index) => {
    const across = Math.max(box.left - x, x - box.right, 0);
    const along = Math.max(box.top - y, y - box.bottom, 0);
    // Of boxes that both hold the point, the one whose middle is nearer.
    const distance = Math.hypot(across, along) + Math.abs((box.top + box.bottom) / 2 - y) / 1000;
    if (distance >= least) return;
    least = distance;
    nearest = index;
  });
  return nearest;
}

/**
 * The areas that some lines make up: lines of one column that follow each other closely are one area, and no two areas
 * overlap.
 * @param gap how far lines may be apart, in CSS pixels.
 */
export function areasOf(lines: readonly Box[], gap: number): Box[] {
  const areas: Box[] = [];
  for (const line of lines) {
    let area = { ...line };
    // What is in between may now touch two areas that were apart.
    for (let near = findNear(areas, area, gap); near >= 0; near = findNear(areas, area, gap))
      area = unionOf(area, areas.splice(near, 1)[0] ?? area);
    areas.push(area);
  }
  return areas;
}

function findNear(areas: readonly Box[], { left, top, right, bottom }: Box, gap: number): number {
  return areas.findIndex(
    (area) => area.left < right && left < area.right && area.top <= bottom + gap && top <= area.bottom + gap,
  );
}
