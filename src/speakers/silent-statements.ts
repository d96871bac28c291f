import type { ArticleNames } from './article-names.ts';
import { canBePerson, type PronounResolver } from './pronouns.ts';
import type { Bearer } from './resolve-names.ts';
import type { Statement } from './statement.ts';

/** Who spoke last, by the number of the source, and the word at which it was said who. */
export interface LastSource {
  number: number;
  at: number;
}

/** Somebody found beside a statement that names nobody. */
export type SilentSource = { number: number } | { bearer: Bearer } | null;

/** So many words in, a sentence has come to its subject. */
const SUBJECT_REACH = 6;
/** A quotation in so many first paragraphs may name its speaker only further down. */
const OPENING_PARAGRAPHS = 3;
/** Fewer letters than these may be repeated by chance. */
const SHORTEST_ECHO = 10;
const PASSIVE = /^(?:is|are|was|were|been|be|being)$/;

/** Who makes a statement that names nobody: whoever spoke before it, or is the subject beside it. */
export function findSilentSource(
  names: ArticleNames,
  pronouns: PronounResolver,
  statement: Statement,
  last: LastSource | null,
): SilentSource {
  if (statement.continues) return last;
  const { words } = names;
  const at = names.wordAt(statement.content[0]?.[0] ?? 0);
  const cueAt = statement.cue === null ? null : names.wordAt(statement.cue[0]);
  if (statement.kind === 'indirect' || cueAt !== null) {
    // "She said no and promised to pay": the verbs have one subject; "it was said" has none.
    const isPassive = cueAt !== null && PASSIVE.test(words[cueAt - 1]?.lower ?? '');
    if (last !== null && !isPassive && words[last.at]?.sentence === words[cueAt ?? at]?.sentence) return last;
    if (statement.kind === 'indirect') return null;
  }
  return besideQuotation(names, pronouns, statement, at, last);
}

/** The speaker of the paragraph so far, the subject of the sentence before or behind, or the speaker of the paragraph before. */
function besideQuotation(
  names: ArticleNames,
  pronouns: PronounResolver,
  statement: Statement,
  at: number,
  last: LastSource | null,
): SilentSource {
  const { words } = names;
  const here = words[at];
  const previous = words[at - 1];
  if (here === undefined) return null;
  const spoke = last === null ? null : words[last.at];
  if (spoke?.paragraph === here.paragraph && last !== null && last.at < at) return last;
  if (previous?.paragraph === here.paragraph || previous?.text === ':') {
    const subject = subjectOf(names, pronouns, at - 1);
    if (subject !== null || previous.text === ':') return subject;
  }
  if (spoke !== null && spoke !== undefined && here.paragraph - spoke.paragraph <= 1) return last;
  const end = names.wordAt(statement.content.at(-1)?.[1] ?? 0);
  const next = words[end];
  const isBeside = next !== undefined && next.paragraph === here.paragraph && !next.quoted;
  const behind = isBeside ? subjectOf(names, pronouns, end) : null;
  return behind ?? (spoke ? subjectOf(names, pronouns, at - 1) : null);
}

/** Who the sentence around a word begins with: a name, or "he" and "she". */
function subjectOf(names: ArticleNames, pronouns: PronounResolver, within: number): SilentSource {
  const { words } = names;
  const sentence = words[within]?.sentence;
  let index = within;
  while (index > 0 && words[index - 1]?.sentence === sentence) index--;
  for (let seen = 0; seen < SUBJECT_REACH; seen++, index++) {
    const word = words[index];
    if (word === undefined || word.sentence !== sentence) return null;
    const mention = names.mentionsAt.get(index);
    const bearer = names.bearerAt(index);
    if (mention !== undefined && bearer !== null && names.isName(mention) && canBePerson(bearer))
      return /^['’]s?$/.test(words[mention.after]?.text ?? '') ? null : { bearer };
    if (word.lower !== 'he' && word.lower !== 'she') continue;
    const meant = pronouns.resolve(index, false);
    return meant === null ? null : { bearer: meant };
  }
  return null;
}

/**
 * Gives the first quotations of an article, where they name nobody, to whoever says the same words further down, or to
 * the first who speaks right behind them. Changes `sourceOf`.
 */
export function lookAhead(names: ArticleNames, statements: readonly Statement[], sourceOf: (number | null)[]): void {
  const paragraphOf = (offset: number) => names.words[names.wordAt(offset)]?.paragraph ?? 0;
  const said = statements.map(
    ({ content }) =>
      () =>
        content.map((range) => lettersOf(names.text.slice(...range))).join(' '),
  );
  for (const [index, statement] of statements.entries()) {
    const start = statement.content[0]?.[0] ?? 0;
    const paragraph = paragraphOf(start);
    if (paragraph > OPENING_PARAGRAPHS) return;
    if (sourceOf[index] !== null || statement.source !== null || statement.kind === 'indirect') continue;
    const own = said[index]?.() ?? '';
    const echo =
      own.length < SHORTEST_ECHO
        ? -1
        : said.findIndex((other, later) => later > index && sourceOf[later] !== null && other().includes(own));
    if (echo >= 0) sourceOf[index] = sourceOf[echo] ?? null;
    else if (paragraph > 0 && names.words[names.wordAt(start)]?.headline === false) {
      const next = statements.findIndex((_, later) => later > index && sourceOf[later] !== null);
      const distance = paragraphOf(statements[next]?.content[0]?.[0] ?? 0) - paragraph;
      if (next >= 0 && distance <= 1) sourceOf[index] = sourceOf[next] ?? null;
    }
  }
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
