import type { MessageKey } from '../../assets/message-key.ts';

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

interface Compiled {
  verdict: ClutterVerdict;
  phrases: RegExp;
  mostWords: number;
}

/** In UTF-16 units; the longest phrases allow sixty words. */
const LONGEST_LINE = 600;

/** The rules of assets/clutter, made ready to be asked. */
export class ClutterRules {
  readonly #compiled: readonly Compiled[];
  /** The verdicts by mark and by whole name. A lookup by words is many times as fast as one pattern of all marks. */
  readonly #byMark = new Map<string, ClutterVerdict>();
  readonly #byName = new Map<string, ClutterVerdict>();
  #longestMark = 0;
  readonly #mostWords: number;

  /** `rules` are tried in their order; a more particular rule stands before a more general one. */
  constructor(rules: readonly ClutterRule[]) {
    this.#mostWords = Math.max(...rules.map(({ mostWords }) => mostWords));
    this.#compiled = rules.map((rule) => {
      const verdict = { rule: rule.id, reason: rule.reason as MessageKey };
      for (const name of rule.names) if (!this.#byName.has(name)) this.#byName.set(name, verdict);
      for (const mark of rule.marks) {
        if (!this.#byMark.has(mark)) this.#byMark.set(mark, verdict);
        this.#longestMark = Math.max(this.#longestMark, mark.split('-').length);
      }
      const phrases = Object.values(rule.phrases).flat().map(phraseSource).join('|');
      return { verdict, phrases: new RegExp(`^(?:${phrases})$`, 'u'), mostWords: rule.mostWords };
    });
  }

  /** The rule that an element falls under by its class names or its id; null for none. */
  verdictOfMarks(names: string): ClutterVerdict | null {
    for (const name of names.split(/\s+/)) {
      if (name === '') continue;
      const words = wordsOfName(name);
      const verdict = this.#byName.get(words.join('-')) ?? this.#verdictOfWords(words);
      if (verdict !== null) return verdict;
    }
    return null;
  }

  /** The rule that a whole block's text falls under; null for none. */
  verdictOfText(text: string): ClutterVerdict | null {
    // Most blocks are longer than any phrase; they are told apart before anything is done with their text.
    if (text.length > LONGEST_LINE) return null;
    const bare = bareLine(text);
    if (bare === '') return null;
    const words = bare.split(' ').length;
    if (words > this.#mostWords) return null;
    return this.#compiled.find(({ phrases, mostWords }) => words <= mostWords && phrases.test(bare))?.verdict ?? null;
  }

  #verdictOfWords(words: readonly string[]): ClutterVerdict | null {
    for (let start = 0; start < words.length; start++) {
      let mark = '';
      for (let end = start; end < Math.min(words.length, start + this.#longestMark); end++) {
        mark = end === start ? (words[end] ?? '') : `${mark}-${words[end]}`;
        const verdict = this.#byMark.get(mark);
        if (verdict !== undefined) return verdict;
      }
    }
    return null;
  }
}

/** A class name in words: "articleShare__bar" is "article", "share", "bar". */
function wordsOfName(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A line as phrases are written: lower case, without the marks and arrows around it. */
function bareLine(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u200b]+/g, ' ')
    .replace(/^[^\p{L}\p{N}©(【]+|[^\p{L}\p{N})】]+$/gu, '');
}

/** A phrase as a pattern: `*` stands for any words or none, with the space, colon or dash that sets them off. */
function phraseSource(phrase: string): string {
  return phrase.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/^\* | \* | \*$|\*/g, (star) => {
    if (star === '* ') return '(?:.* )?';
    if (star === ' * ') return ' (?:.* )?';
    return star === ' *' ? '(?:[ :：–—-].*)?' : '.*';
  });
}
