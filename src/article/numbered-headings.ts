import type { Unit } from './segment.ts';

/** The headings of a list of parts ("5. The bridge") whose numbers go on from one before, upwards or downwards. */
export function numberedHeadings(units: readonly Unit[]): ReadonlySet<Unit> {
  const counted = new Set<number>();
  const going = new Set<Unit>();
  for (const unit of units) {
    const number = unit.kind === 'heading' ? numberOf(unit.text) : null;
    if (number === null) continue;
    if (counted.has(number - 1) || counted.has(number + 1)) going.add(unit);
    counted.add(number);
  }
  return going;
}

function numberOf(text: string): number | null {
  const number = /^(\d{1,2})[.):]? /.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}
