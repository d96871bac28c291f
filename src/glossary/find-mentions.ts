import type { ArticleText } from './article-text.ts';
import { isInLongerName } from './longer-names.ts';
import type { Matcher, SenseForm } from './matcher.ts';
import type { Token } from './tokens.ts';
import type { TrieMatch } from './trie.ts';

/** A place where a form of the glossary stands. */
export interface Mention {
  /** Indices of tokens, the end is not part of it. */
  from: number;
  to: number;
  /** All that the form may mean; the same array for the same form. */
  forms: readonly SenseForm[];
}

/** "Who is", "It has", "Us": at the head of a sentence, in capitals for some other reason. */
const VERB = /^(?:is|are|was|were|will|would|can|could|do|does|did|has|have|had|should|may|might)$/;

/** Every place where a form of the glossary stands and may be meant, in order; none within another. */
export function findMentions(article: ArticleText, { forms }: Matcher): Mention[] {
  const { text, tokens } = article;
  const mentions: Mention[] = [];
  for (let index = 0; index < tokens.length; ) {
    const match = article.isBarred(index) ? null : forms.longestAt(text, tokens, index);
    if (match === null) {
      index++;
      continue;
    }
    if (article.isBarred(match.to - 1)) {
      index = match.to;
      continue;
    }
    const meant = meantForms(article, match);
    if (meant.length > 0) mentions.push({ from: match.from, to: match.to, forms: meant });
    index = meant.length > 0 ? match.to : index + 1;
  }
  return mentions;
}

function meantForms(article: ArticleText, match: TrieMatch<SenseForm>): readonly SenseForm[] {
  const { text, tokens } = article;
  const { from, to, lowered } = match;
  const first = tokens[from];
  if (first === undefined) return [];
  const isCapital = /^\p{Lu}/u.test(first.key);
  const opens = article.opens(from);
  if (lowered && isCapital && !opens && !article.isInHeadline(from) && !isCapitalised(tokens.slice(from, to)))
    return [];
  // A term in small letters at the head of a sentence is no name; elsewhere capitals make one of it.
  if (isCapital && !(lowered && opens && to - from === 1) && isInLongerName(text, tokens, from, to, article.opens))
    return [];
  const allowed = match.values.filter((form) => isAllowed(form, article, match, opens));
  return allowed.length === match.values.length ? match.values : allowed;
}

/** "Climate Change", "No-Fly Zone": several words that all have a capital are the term as a name. */
function isCapitalised(tokens: readonly Token[]): boolean {
  return tokens.length > 1 && tokens.every(({ key }) => /^[\p{Lu}\p{N}]/u.test(key));
}

function isAllowed(
  { sense, kind }: SenseForm,
  { tokens }: ArticleText,
  match: TrieMatch<SenseForm>,
  opens: boolean,
): boolean {
  const { from, to } = match;
  const key = tokens[from]?.key ?? '';
  if (kind === 'short' && !/^\p{Lu}/u.test(key)) return false;
  if (sense.entry.match !== 'caps-only' || to - from > 1) return true;
  if (!opens) return true;
  const isShouted = key.length > 1 && key === key.toUpperCase();
  return isShouted && !VERB.test(tokens[to]?.key ?? '');
}
