import type { Range } from '../text/span.ts';
import type { ArticleNames } from './article-names.ts';
import type { Mention } from './name-mentions.ts';
import type { Bearer } from './resolve-names.ts';

/** Somebody who says something in an article. */
export interface NamedSource {
  /** The fullest form of the name; without a name the source's own words. A substring of the text. */
  name: string;
  named: boolean;
  /** What the article says the person is, without the name; a substring of the text. */
  role: string | null;
  roleRange: Range | null;
  /** Where the source is named, in order; no pronouns. */
  mentions: Range[];
}

const BACKWARD: ReadonlySet<string> = new Set(['the', 'this', 'that']);

/** Those who speak in an article, each under a number of its own, counted from 0. */
export class SourceList {
  readonly sources: NamedSource[] = [];
  private readonly bearers: (Bearer | null)[] = [];
  private readonly ofBearer = new Map<Bearer, number>();
  private readonly ofWords = new Map<string, number>();
  private readonly ofNoun = new Map<string, number>();
  private readonly names: ArticleNames;

  constructor(names: ArticleNames) {
    this.names = names;
  }

  /** Who stands behind a number; null for a source that is known by its own words alone. */
  bearerOf(number: number): Bearer | null {
    return this.bearers[number] ?? null;
  }

  /** The number of somebody with a name. */
  numberOf(bearer: Bearer): number {
    const known = this.ofBearer.get(bearer);
    if (known !== undefined) return known;
    const fullest = bearer.mentions.reduce((best, mention) => (this.isFuller(mention, best) ? mention : best));
    const number = this.add(this.names.rangeOf(fullest.from, fullest.to), true, bearer);
    const source = this.sources[number];
    if (source !== undefined) source.mentions = bearer.mentions.map(({ from, to }) => this.names.rangeOf(from, to));
    this.ofBearer.set(bearer, number);
    return number;
  }

  /** The number of a source under its own words: those from `from` to `to`, `head` being the noun among them. */
  numberOfWords(from: number, to: number, head: number, named: boolean): number | null {
    const { words, text } = this.names;
    const range = this.names.rangeOf(from, to);
    if (range[0] >= range[1]) return null;
    const key = text
      .slice(...range)
      .toLowerCase()
      .replace(/^(?:the|an?|one) /, '');
    const noun = words[head]?.lower ?? '';
    // "A commander by telephone", then "the commander".
    const isBackward = to - from === 2 && BACKWARD.has(words[from]?.lower ?? '');
    const known = this.ofWords.get(key) ?? (isBackward ? this.ofNoun.get(noun) : undefined);
    if (known !== undefined) {
      this.sources[known]?.mentions.push(range);
      return known;
    }
    const number = this.add(range, named, null);
    this.ofWords.set(key, number);
    if (!named) this.ofNoun.set(noun, number);
    return number;
  }

  private add(range: Range, named: boolean, bearer: Bearer | null): number {
    this.bearers.push(bearer);
    const name = this.names.text.slice(...range);
    return this.sources.push({ name, named, role: null, roleRange: null, mentions: [range] }) - 1;
  }

  /** Of two equally long forms the one that is not in capitals is shown: transcripts shout who speaks. */
  private isFuller(one: Mention, other: Mention): boolean {
    if (one.parts.length !== other.parts.length) return one.parts.length > other.parts.length;
    const isShouted = ({ from }: Mention) => this.names.words[from]?.shouted === true;
    return isShouted(other) && !isShouted(one);
  }
}
