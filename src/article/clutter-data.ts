import type { MessageKey } from '../../assets/message-key.ts';
import { foldLetters } from './fold-letters.ts';

/** How a kind of clutter is known: a file of assets/clutter, whose README says what each field means. */
export interface ClutterRule {
  id: string;
  /** A key of the messages; the test of the data holds each file to that. */
  reason: string;
  marks: readonly string[];
  names: readonly string[];
  mostWords: number;
  phrases: Readonly<Record<string, readonly string[]>>;
}

/** What a rule took, and the reason a reader is shown. */
export interface ClutterVerdict {
  rule: string;
  reason: MessageKey;
}

/** A word or name and the rule that it belongs to, by the rule's place in `rules`. */
type Entry = readonly [text: string, rule: number];

/** The rules as they are looked up: plain data, so that the work is done when the extension is built. */
export interface ClutterData {
  rules: readonly (ClutterVerdict & { mostWords: number })[];
  marks: readonly Entry[];
  names: readonly Entry[];
  /** By how they begin: lines of a rule's place, a space and a phrase in folded letters. One string costs less than a list. */
  phrases: Readonly<Record<string, string>>;
  /** The ids of rules that are switched off, of these and of those by make-up. */
  without: readonly string[];
}

/** Phrases are looked up by so many of their first characters, or by those before a wildcard. */
export const HEAD = 3;

/** `rules` are tried in their order; a more particular rule stands before a more general one. */
export function prepareClutter(rules: readonly ClutterRule[], without: ReadonlySet<string>): ClutterData {
  const kept = rules.filter(({ id }) => !without.has(id));
  const phrases = new Map<string, string[]>();
  kept.forEach((rule, place) => {
    // Folded all at once: thousands of calls would take several milliseconds.
    for (const phrase of foldLetters(Object.values(rule.phrases).flat().join('\n')).split('\n'))
      if (phrase !== '') {
        const head = headOf(phrase);
        phrases.set(head, [...(phrases.get(head) ?? []), `${place} ${phrase}`]);
      }
  });
  const entries = (kind: 'marks' | 'names') =>
    kept.flatMap((rule, place) => rule[kind].map((text): Entry => [text, place]));
  return {
    rules: kept.map(({ id, reason, mostWords }) => ({ rule: id, reason: reason as MessageKey, mostWords })),
    marks: entries('marks'),
    names: entries('names'),
    phrases: Object.fromEntries([...phrases].map(([head, lines]) => [head, lines.join('\n')])),
    without: [...without],
  };
}

function headOf(phrase: string): string {
  const head = phrase.slice(0, HEAD);
  return /[:*~#?!؟]/.test(head) ? head.replace(/[ :]*[:*~#?!؟].*/, '') : head;
}
