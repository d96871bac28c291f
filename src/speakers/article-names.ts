import { firstIndex } from '../text/first-index.ts';
import { findWords, type Word } from '../text/name-words.ts';
import type { Range } from '../text/span.ts';
import { findMentions, type Mention } from './name-mentions.ts';
import type { ReadParagraph } from './read-paragraphs.ts';
import { type Bearer, type Bearers, resolveNames } from './resolve-names.ts';
import { GROUP_WORDS, isListedRoleNoun, isPluralRole, looksPlural } from './word-lists.ts';

/** The words of an article and the names in them. */
export class ArticleNames {
  readonly text: string;
  readonly words: readonly Word[];
  readonly bearers: Bearers;
  /** The mention that a word belongs to, from its title to the first word of its name; by index of the word. */
  readonly mentionsAt: ReadonlyMap<number, Mention>;
  private readonly lowerCase = new Set<string>();

  constructor(text: string, paragraphs: readonly ReadParagraph[]) {
    this.text = text;
    this.words = findWords(text, {
      paragraphs: paragraphs.map(({ range }) => range),
      sentences: paragraphs.flatMap(({ sentences }) => sentences),
      quotations: paragraphs.flatMap(({ quotations }) => quotations.map(({ start, end }): Range => [start, end])),
    });
    const mentions = findMentions(this.words);
    this.bearers = resolveNames(this.words, mentions);
    const mentionsAt = new Map<number, Mention>();
    for (const mention of mentions)
      for (let index = mention.titleFrom; index <= mention.from; index++) mentionsAt.set(index, mention);
    this.mentionsAt = mentionsAt;
    for (const { kind, capital, lower } of this.words) if (kind === 'word' && !capital) this.lowerCase.add(lower);
  }

  /** Who is named at a word; null where nobody is. */
  bearerAt(index: number): Bearer | null {
    const mention = this.mentionsAt.get(index);
    return (mention && this.bearers.of.get(mention)) ?? null;
  }

  /** Whether a mention can be somebody's name; "Critics" at the start of a sentence is none. */
  isName(mention: Mention): boolean {
    const bearer = this.bearers.of.get(mention);
    if (bearer === undefined || mention.kind === 'people') return false;
    if (bearer.parts.length > 1 || mention.titleFrom < mention.from) return true;
    const lower = this.words[mention.from]?.lower ?? '';
    if (isPluralRole(lower) || isListedRoleNoun(lower) || (mention.weak && GROUP_WORDS.has(lower))) return false;
    if (bearer.sure || this.words[mention.from]?.shouted === true) return true;
    return !this.lowerCase.has(lower) && !looksPlural(lower);
  }

  /** Offsets of the words from `from` to `to`, without the white space around them. */
  rangeOf(from: number, to: number): Range {
    return [this.words[from]?.start ?? 0, this.words[to - 1]?.end ?? 0];
  }

  /** The index of the first word that does not end before an offset. */
  wordAt(offset: number): number {
    return firstIndex(this.words.length, (index) => (this.words[index]?.end ?? 0) > offset);
  }
}
