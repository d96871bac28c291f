import type { MessageKey } from '../../assets/message-key.ts';
import type { ClutterVerdict } from './clutter-data.ts';
import type { Unit } from './segment.ts';

/** A block that nothing but its likeness to others, or its make-up, gives away. */
export const STRUCTURAL = {
  headline: { rule: 'headline', reason: 'removedHeadline' },
  duplicate: { rule: 'duplicate', reason: 'removedDuplicate' },
  pullQuote: { rule: 'pull-quote', reason: 'removedDuplicate' },
  links: { rule: 'links-only', reason: 'removedRelated' },
  linkBox: { rule: 'link-box', reason: 'removedRelated' },
  headlines: { rule: 'headline-box', reason: 'removedRelated' },
  beside: { rule: 'box-after-text', reason: 'removedBeside' },
  label: { rule: 'repeated-label', reason: 'removedDuplicate' },
  counter: { rule: 'counter', reason: 'removedSymbols' },
  address: { rule: 'bare-address', reason: 'removedAddress' },
  symbols: { rule: 'symbols-only', reason: 'removedSymbols' },
  heading: { rule: 'empty-section', reason: 'removedEmptySection' },
} as const satisfies Record<string, { rule: string; reason: MessageKey }>;

/** What was decided of blocks so far; a block without a verdict stays. */
export type Verdicts = Map<Unit, ClutterVerdict>;

/** True for a verdict by make-up, false for one by words. */
export function isStructural(verdict: ClutterVerdict): boolean {
  return Object.values(STRUCTURAL).some(({ rule }) => rule === verdict.rule);
}
