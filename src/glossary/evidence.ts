import type { ArticleText } from './article-text.ts';
import type { GlossaryEntry } from './entry.ts';
import type { Mention } from './find-mentions.ts';
import { formsOf } from './forms.ts';
import type { Matcher, SenseForm } from './matcher.ts';
import type { SenseEvidence } from './senses.ts';
import { findTokens, type Token } from './tokens.ts';

/** Where the cues of all entries stand in an article: indices of tokens, by the cue. */
export type CueHits = ReadonlyMap<string, readonly number[]>;

export function findCues({ text, tokens }: ArticleText, { cues }: Matcher): CueHits {
  const hits = new Map<string, number[]>();
  const small = tokens.map((token): Token => ({ ...token, key: token.key.toLowerCase() }));
  for (let index = 0; index < small.length; index++) {
    const match = cues.longestAt(text, small, index);
    for (const cue of match?.values ?? []) {
      const own = hits.get(cue);
      if (own === undefined) hits.set(cue, [index]);
      else own.push(index);
    }
  }
  return hits;
}

/**
 * What an article says for one sense of a form. `others`: the mentions of all other forms; `spelledOut`: what the article
 * itself spells the form out as.
 */
export function evidenceFor(
  { sense }: SenseForm,
  own: readonly Mention[],
  article: ArticleText,
  hits: CueHits,
  namedOtherwise: ReadonlySet<GlossaryEntry>,
  spelledOut: string | null,
): SenseEvidence {
  const paragraphs = new Set(own.map(({ from }) => article.paragraphOf(from)));
  let cues = 0;
  let near = 0;
  for (const cue of sense.entry.cues) {
    const places = (hits.get(cue) ?? []).filter((place) => !own.some(({ from, to }) => place >= from && place < to));
    if (places.length === 0) continue;
    cues++;
    if (places.some((place) => paragraphs.has(article.paragraphOf(place)))) near++;
  }
  const spelled = spelledOut === null ? namedOtherwise.has(sense.entry) : isSpelledAs(sense.entry, spelledOut);
  return { cues, near, spelled };
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
    .filter((key) => !/^(?:the|of|for|and|on|in|to|a)$/.test(key))
    .join(' ');
}
