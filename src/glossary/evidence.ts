import type { ArticleText } from './article-text.ts';
import type { GlossaryEntry } from './entry.ts';
import type { Mention } from './find-mentions.ts';
import { formsOf } from './forms.ts';
import type { SenseForm } from './matcher.ts';
import { stemOf, type WordWeights, wordsOf } from './related-words.ts';
import type { SenseEvidence } from './senses.ts';
import { findTokens } from './tokens.ts';

/** Where each word of an article stands, in small letters and in the singular: indices of tokens. */
type WordPlaces = ReadonlyMap<string, readonly number[]>;

/** What an article says for the senses of its terms. */
export class Evidence {
  readonly #article: ArticleText;
  readonly #weights: WordWeights;
  readonly #places: WordPlaces;

  constructor(article: ArticleText, weights: WordWeights) {
    this.#article = article;
    this.#weights = weights;
    this.#places = placesIn(article);
  }

  /**
   * What speaks for one sense of a form. `own`: where the form stands; `named`: the entries that the article names by
   * another form; `spelledOut`: what the article itself spells the form out as, null where it does not.
   */
  of(
    { sense: { entry } }: SenseForm,
    own: readonly Mention[],
    named: ReadonlySet<GlossaryEntry>,
    spelledOut: string | null,
  ): SenseEvidence {
    const paragraphs = new Set(own.map(({ from }) => this.#article.paragraphOf(from)));
    const isOwn = (place: number, width: number) => own.some(({ from, to }) => place >= from && place + width <= to);
    const isNear = (place: number) => paragraphs.has(this.#article.paragraphOf(place));
    let cues = 0;
    let near = 0;
    for (const cue of entry.cues) {
      const words = findTokens(cue).map(({ key }) => stemOf(key));
      // "The PA news agency": a cue may begin with the form itself.
      const places = this.#placesOf(words).filter((place) => !isOwn(place, words.length));
      if (places.length === 0) continue;
      cues++;
      if (places.some(isNear)) near++;
    }
    let related = 0;
    for (const word of wordsOf(entry)) {
      const weight = this.#weights.get(word) ?? 0;
      if (weight === 0) continue;
      const places = (this.#places.get(word) ?? []).filter((place) => !isOwn(place, 1));
      if (places.length > 0) related += places.some(isNear) ? weight : weight / 2;
    }
    const spelled = spelledOut === null ? named.has(entry) : isSpelledAs(entry, spelledOut);
    return { cues, near, related, spelled };
  }

  #placesOf([first, ...rest]: readonly string[]): number[] {
    const places = this.#places.get(first ?? '') ?? [];
    return places.filter((place) => rest.every((word, index) => this.#places.get(word)?.includes(place + index + 1)));
  }
}

function placesIn({ tokens }: ArticleText): WordPlaces {
  const places = new Map<string, number[]>();
  tokens.forEach(({ key, stem, end }, index) => {
    const word = stemOf(stem < end ? key.slice(0, -1) : key);
    const own = places.get(word);
    if (own === undefined) places.set(word, [index]);
    else own.push(index);
  });
  return places;
}

/** Whether the words by which an article spells out a short form are those of an entry. */
export function isSpelledAs(entry: GlossaryEntry, long: string): boolean {
  const words = plainOf(findTokens(long).map(({ key }) => key));
  return formsOf(entry).some(({ keys }) => {
    const form = plainOf(keys);
    return form === words || (form.length > 8 && (form.includes(words) || words.includes(form)) && words.length > 8);
  });
}

/** Small words and plurals do not tell names apart: "Organization for the Prohibition of Chemical Weapon". */
function plainOf(keys: readonly string[]): string {
  return keys
    .map((key) => key.toLowerCase().replace(/s$/, ''))
    .filter((key) => !/^(?:,|the|of|for|and|on|in|to|a)$/.test(key))
    .join(' ');
}
