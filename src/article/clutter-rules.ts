import { type ClutterData, type ClutterVerdict, HEAD } from './clutter-data.ts';
import { foldLetters } from './fold-letters.ts';
import { wordCount } from './line-signs.ts';

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

/** What the wildcards of a phrase stand for: the README of assets/clutter tells them. `\n` is the mark of a sentence. */
const WILDCARDS: Readonly<Record<string, string>> = {
  '* ': '(?:.* )?',
  ' * ': ' (?:.* )?',
  ' *': '(?:[ :.?!؟–—-].*)?',
  ': *': '(?: ?[:|>·/–—-].*)?',
  '*': '.*',
  ' ~': '(?: ?[:|>·/–—-].*| .*(?!\\n))?',
  ': ~': '(?: ?[:|>·/–—-].*(?!\\n))?',
  '~': '.*(?!\\n)',
  '#': '\\(?\\p{Nd}[\\p{Nd}.,]*[km]?\\)?',
};

/** The rules of assets/clutter, made ready to be asked. */
export class ClutterRules {
  readonly #data: ClutterData;
  /** The phrases that lines have begun like so far; most are never asked. */
  readonly #phrases = new Map<string, readonly Phrase[]>();
  /** The verdicts by mark and by whole name. A lookup by words is many times as fast as one pattern of all marks. */
  readonly #byMark: ReadonlyMap<string, ClutterVerdict>;
  readonly #byName: ReadonlyMap<string, ClutterVerdict>;
  readonly #longestMark: number;
  readonly #mostWords: number;
  /** The ids of rules that are switched off, of these and of those by make-up, to find out what each of them does. */
  readonly without: ReadonlySet<string>;

  constructor(data: ClutterData) {
    this.#data = data;
    this.without = new Set(data.without);
    this.#mostWords = Math.max(...data.rules.map(({ mostWords }) => mostWords));
    this.#byMark = verdictsBy(data.marks, data.rules);
    this.#byName = verdictsBy(data.names, data.rules);
    this.#longestMark = Math.max(0, ...data.marks.map(([mark]) => mark.split('-').length));
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
      const phrase = this.#phrasesLike(bare.slice(0, head)).find((one) => words <= one.mostWords && isLike(line, one));
      if (phrase !== undefined) return phrase.verdict;
    }
    return null;
  }

  #phrasesLike(head: string): readonly Phrase[] {
    const known = this.#phrases.get(head);
    if (known !== undefined) return known;
    if (!Object.hasOwn(this.#data.phrases, head)) return [];
    const phrases = (this.#data.phrases[head] ?? '').split('\n').flatMap((line) => {
      const end = line.indexOf(' ');
      const rule = this.#data.rules[Number(line.slice(0, end))];
      return rule ? [{ verdict: rule, mostWords: rule.mostWords, text: line.slice(end + 1) }] : [];
    });
    this.#phrases.set(head, phrases);
    return phrases;
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

/** The first rule that has a text is the one that counts. */
function verdictsBy(entries: ClutterData['marks'], rules: ClutterData['rules']): ReadonlyMap<string, ClutterVerdict> {
  const verdicts = new Map<string, ClutterVerdict>();
  for (const [text, place] of entries) {
    const rule = rules[place];
    if (rule !== undefined && !verdicts.has(text)) verdicts.set(text, rule);
  }
  return verdicts;
}

/** A line as phrases are compared: without the marks and arrows around it, with a line feed behind a sentence. */
function bareLine(text: string): string {
  // A question and the link behind it stand apart by their style alone.
  const folded = foldLetters(text.replace(/[?!](?=\p{Lu})/gu, '$& '))
    .replace(/[\s\u200b]+/g, ' ')
    // French sets a space there, and others do by mistake.
    .replace(/ (?=[:?!])/g, '');
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
