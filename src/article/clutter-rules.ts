import type { MessageKey } from '../../assets/message-key.ts';
import { wordCount } from './line-signs.ts';

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

/** A phrase; it is taken apart when a line first begins like it, since most are never asked. */
interface Phrase {
  verdict: ClutterVerdict;
  mostWords: number;
  text: string;
  /** What a line like it must hold; most patterns need not be made then. */
  words?: string;
  pattern?: RegExp;
}

/** In UTF-16 units; the longest phrases allow sixty words. */
const LONGEST_LINE = 600;

/** Phrases are looked up by so many of their first characters, or by those before a wildcard. */
const HEAD = 3;

/** What the wildcards of a phrase stand for: the README of assets/clutter tells them. `\n` is the mark of a sentence. */
const WILDCARDS: Readonly<Record<string, string>> = {
  '* ': '(?:.* )?',
  ' * ': ' (?:.* )?',
  ' *': '(?:[ :–—-].*)?',
  ': *': '(?: ?[:|>·/–—-].*)?',
  '*': '.*',
  ' ~': '(?: ?[:|>·/–—-].*| .*(?!\\n))?',
  ': ~': '(?: ?[:|>·/–—-].*(?!\\n))?',
  '~': '.*(?!\\n)',
  '#': '\\(?\\p{Nd}[\\p{Nd}.,]*[km]?\\)?',
};

/** The rules of assets/clutter, made ready to be asked. */
export class ClutterRules {
  readonly #phrases = new Map<string, Phrase[]>();
  /** The verdicts by mark and by whole name. A lookup by words is many times as fast as one pattern of all marks. */
  readonly #byMark = new Map<string, ClutterVerdict>();
  readonly #byName = new Map<string, ClutterVerdict>();
  #longestMark = 0;
  readonly #mostWords: number;
  /** The ids of rules that are switched off, of these and of those by make-up, to find out what each of them does. */
  readonly without: ReadonlySet<string>;

  /** `rules` are tried in their order; a more particular rule stands before a more general one. */
  constructor(rules: readonly ClutterRule[], without: ReadonlySet<string> = new Set()) {
    this.without = without;
    this.#mostWords = Math.max(...rules.map(({ mostWords }) => mostWords));
    for (const rule of rules) {
      if (without.has(rule.id)) continue;
      const verdict = { rule: rule.id, reason: rule.reason as MessageKey };
      for (const name of rule.names) if (!this.#byName.has(name)) this.#byName.set(name, verdict);
      for (const mark of rule.marks) {
        if (!this.#byMark.has(mark)) this.#byMark.set(mark, verdict);
        this.#longestMark = Math.max(this.#longestMark, mark.split('-').length);
      }
      // Folded all at once: thousands of calls would take several milliseconds.
      const phrases = foldLetters(Object.values(rule.phrases).flat().join('\n')).split('\n');
      for (const text of phrases) this.#addPhrase({ verdict, mostWords: rule.mostWords, text });
    }
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
    const line = bareLine(text);
    const bare = line.trimEnd();
    const words = wordCount(bare);
    if (bare === '' || words > this.#mostWords) return null;
    for (let head = HEAD; head >= 0; head--) {
      const phrase = this.#phrases.get(bare.slice(0, head))?.find((one) => words <= one.mostWords && isLike(line, one));
      if (phrase !== undefined) return phrase.verdict;
    }
    return null;
  }

  #addPhrase(phrase: Phrase) {
    let head = phrase.text.slice(0, HEAD);
    if (/[:*~#?!؟]/.test(head)) head = head.replace(/[ :]*[:*~#?!؟].*/, '');
    const others = this.#phrases.get(head);
    if (others === undefined) this.#phrases.set(head, [phrase]);
    else others.push(phrase);
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

/**
 * Letters as they are compared: small, without accents, in one form each. Capitals lose their accents in many
 * languages, Arabic is written with and without its vowels and hamzas, and Turkish has an i for which other languages
 * have no small letter.
 */
export function foldLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, '')
    .replaceAll('ı', 'i')
    .replaceAll('’', "'");
}

/** A line as phrases are compared: without the marks and arrows around it, with a line feed behind a sentence. */
function bareLine(text: string): string {
  const folded = foldLetters(text).replace(/[\s\u200b]+/g, ' ');
  const bare = folded.replace(/^[^\p{L}\p{N}©(【]+|[^\p{L}\p{N}\p{M})】]+$/gu, '');
  return /(?<!\.)[.。।۔]["'”»)\]」』]* ?$/.test(folded) ? `${bare}\n` : bare;
}

function isLike(line: string, phrase: Phrase): boolean {
  phrase.words ??= longestPart(phrase.text);
  if (!line.includes(phrase.words)) return false;
  phrase.pattern ??= patternOf(phrase.text);
  return phrase.pattern.test(line);
}

function longestPart(phrase: string): string {
  const parts = phrase.split(/: [*~]$| ?[*~#] ?|[?!؟]/);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest));
}

/** `phrase` has its letters folded. */
function patternOf(phrase: string): RegExp {
  const source = phrase
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    // A mark at the end of a line is not compared; before more words it is.
    .replace(/\\\?|[!؟]/g, '(?:$&|$)')
    .replace(/^\* |: [*~]$| [*~]$| \* |[*~#]/g, (wildcard) => WILDCARDS[wildcard] ?? '');
  return new RegExp(`^${source}\\n?$`, 'u');
}
