import type { MessageKey } from '../../assets/message-key.ts';
import type { Removal } from './article.ts';
import { recordRemoval } from './clutter.ts';
import type { ClutterRules, ClutterVerdict } from './clutter-rules.ts';
import { elementsUnder } from './elements.ts';
import { likeness } from './hints.ts';
import { isProse, wordCount } from './line-signs.ts';
import type { Unit } from './segment.ts';

/** A line repeats the headline where at least this much of its words is the same. */
const SAME_HEADLINE = 0.75;

/** Nearly all of the text is a link. */
const ALL_LINK = 0.95;

const LABEL_WORDS = 4;
const LABEL_COUNT = 4;

/** A block that nothing but its likeness to others, or its make-up, gives away. */
const STRUCTURAL = {
  headline: { rule: 'headline', reason: 'removedHeadline' },
  duplicate: { rule: 'duplicate', reason: 'removedDuplicate' },
  links: { rule: 'links-only', reason: 'removedRelated' },
  label: { rule: 'repeated-label', reason: 'removedDuplicate' },
  address: { rule: 'bare-address', reason: 'removedAddress' },
  symbols: { rule: 'symbols-only', reason: 'removedSymbols' },
  heading: { rule: 'empty-section', reason: 'removedEmptySection' },
} as const satisfies Record<string, { rule: string; reason: MessageKey }>;

/**
 * Step 8: takes out the blocks that are not the article's, by their words and by their make-up. Comes after the
 * article is cut into blocks, because a rule must hit a whole block: "Advertisement" in a sentence is the matter.
 */
export function pruneBlocks(
  units: readonly Unit[],
  title: string,
  root: Element,
  rules: ClutterRules,
  removed: Removal[],
): Unit[] {
  const seen = new Set<string>();
  const labels = repeatedLabels(units);
  const kept: Unit[] = [];
  units.forEach((unit, index) => {
    const verdict = verdictOf(unit, index, title, rules, seen) ?? (labels.has(unit.text) ? STRUCTURAL.label : null);
    if (verdict === null) kept.push(unit);
    else take(unit, verdict, root, removed, kept.at(-1));
    if (isProse(unit.text)) seen.add(unit.text);
  });
  return withoutEmptySections(kept, root, removed);
}

/** Short lines that come again and again are labels of the page's make-up, such as "Article content". */
function repeatedLabels(units: readonly Unit[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { text, kind } of units)
    if (kind === 'paragraph' && wordCount(text) <= LABEL_WORDS) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= LABEL_COUNT).map(([text]) => text));
}

function verdictOf(
  unit: Unit,
  index: number,
  title: string,
  rules: ClutterRules,
  seen: ReadonlySet<string>,
): ClutterVerdict | null {
  const { kind, text } = unit;
  if (kind === 'code' || kind === 'table') return null;
  if (!/[\p{L}\p{N}]/u.test(text)) return STRUCTURAL.symbols;
  const phrase = rules.verdictOfText(text);
  if (phrase !== null && !unit.embeds) return phrase;
  if ((kind === 'heading' || index < 3) && likeness(text, title) >= SAME_HEADLINE) return STRUCTURAL.headline;
  if (seen.has(text)) return STRUCTURAL.duplicate;
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) return STRUCTURAL.address;
  return isOnlyLinks(unit) ? STRUCTURAL.links : null;
}

/** A whole block that is one link leads away from the article; links to places within it are its own. */
function isOnlyLinks(unit: Unit): boolean {
  if (unit.linked < ALL_LINK || unit.kind === 'caption' || unit.kind === 'quote') return false;
  if (unit.leadsWithin || unit.embeds) return false;
  return unit.kind !== 'heading' || wordCount(unit.text) > 3;
}

/** Headings with nothing under them are what is left of a box that was taken out. */
function withoutEmptySections(units: readonly Unit[], root: Element, removed: Removal[]): Unit[] {
  const kept = [...units];
  for (let last = kept.at(-1); last?.kind === 'heading'; last = kept.at(-1)) {
    kept.pop();
    take(last, STRUCTURAL.heading, root, removed, kept.at(-1));
  }
  return kept;
}

function take(
  { element, text }: Unit,
  verdict: ClutterVerdict,
  root: Element,
  removed: Removal[],
  before: Unit | undefined,
) {
  recordRemoval(removed, verdict, text, { element, after: before?.id ?? null });
  let gone: Element = element;
  // Boxes that held nothing else go too, or the reader would show their frames and bullets.
  for (let box = gone.parentElement; box !== null && box !== root; box = box.parentElement) {
    if (holdsMore(box, gone)) break;
    gone = box;
  }
  gone.remove();
}

/** True where a box shows something beside one of its children. */
function holdsMore(box: Element, child: Element): boolean {
  for (const node of box.childNodes) {
    if (node === child) continue;
    if (/\S/.test(node.textContent ?? '')) return true;
    if (
      node.nodeType === 1 &&
      elementsUnder(node as Element)
        .concat(node as Element)
        .some(({ localName }) => localName === 'img')
    )
      return true;
  }
  return false;
}
