import type { Range, Span } from '../text/span.ts';
import { type ArticleText, type GlossedBlock, readArticleText } from './article-text.ts';
import { findDescription } from './descriptions.ts';
import type { GlossaryEntry, Level } from './entry.ts';
import { Evidence } from './evidence.ts';
import { type Expansion, findExpansions } from './expansions.ts';
import { findMentions, type Mention } from './find-mentions.ts';
import type { Matcher, SenseForm } from './matcher.ts';
import { chooseSense, type Decision } from './senses.ts';
import type { Meaning, Term } from './term.ts';
import { keyOf, singularsOf } from './tokens.ts';

/** What the article spells out, and every term that is explained by it, by the reader or by the glossary. */
export interface GlossarySummary {
  /** In the order of their first mentions. */
  terms: Term[];
  /** The short forms that the article itself spells out. */
  expansions: readonly { short: Span; long: Span }[];
}

/** What is gathered about a term before it is written down. */
interface Found {
  forms: readonly SenseForm[];
  maybe: boolean;
  mentions: Range[];
  expansion: Expansion | null;
  /** For what only the article explains. */
  name: string | null;
}

/** So many mentions are searched for words that describe the name. */
const MOST_DESCRIBED = 3;

/** Finds the terms of an article with their meanings. Offsets are UTF-16 units of each block's text. */
export function findTerms(blocks: readonly GlossedBlock[], matcher: Matcher): GlossarySummary {
  const article = readArticleText(blocks);
  const { text, paragraphs, tokens } = article;
  const expansions = findExpansions(text, paragraphs);
  const mentions = findMentions(article, matcher);
  const spelledOut = new Map<string, Expansion>();
  for (const expansion of expansions) {
    const key = shortKeyOf(text.slice(...expansion.short));
    if (!spelledOut.has(key)) spelledOut.set(key, expansion);
  }
  const groups = groupByForm(mentions);
  const named = countNames(groups.keys());
  const evidence = new Evidence(article, matcher.weights);
  const found = new Map<string, Found>();
  const explained = new Set<string>();
  for (const [forms, own] of groups) {
    const first = own[0];
    if (first === undefined) continue;
    const key = first.to - first.from === 1 ? shortKeyOf(tokens[first.from]?.key ?? '') : null;
    const expansion = key === null ? null : (spelledOut.get(key) ?? null);
    const long = expansion && text.slice(...expansion.long);
    const others = namedOtherwise(named, forms);
    const decision = chooseSense(forms, (form) => evidence.of(form, own, others, long), expansion !== null);
    if (decision.chosen.length === 0) continue;
    if (key !== null) explained.add(key);
    add(
      found,
      decision,
      own.map((mention) => rangeOf(article, mention)),
      expansion,
    );
  }
  addUnknown(found, article, spelledOut, explained);
  for (const { mentions: own } of found.values()) own.sort((one, other) => one[0] - other[0]);
  const ordered = [...found.values()].sort((one, other) => (one.mentions[0]?.[0] ?? 0) - (other.mentions[0]?.[0] ?? 0));
  const terms = ordered.map((one) => termOf(one, article)).filter((term) => term !== null);
  const spansOf = ({ short, long }: Expansion) => ({
    short: article.map.spanOf(short),
    long: article.map.spanOf(long),
  });
  return {
    terms,
    expansions: expansions
      .map(spansOf)
      .flatMap(({ short, long }) => (short !== null && long !== null ? [{ short, long }] : [])),
  };
}

/** How many of the forms in an article can mean one entry only, by the entry. */
function countNames(groups: Iterable<readonly SenseForm[]>): Map<GlossaryEntry, number> {
  const counts = new Map<GlossaryEntry, number>();
  for (const [only, ...others] of groups)
    if (only !== undefined && others.length === 0 && isName(only))
      counts.set(only.sense.entry, (counts.get(only.sense.entry) ?? 0) + 1);
  return counts;
}

function isName({ sense, kind }: SenseForm): boolean {
  if (kind === 'full') return true;
  return kind !== 'short' && sense.entry.match !== 'with-cues' && !(kind === 'word' && sense.entry.cues.length > 0);
}

/** The entries that an article names otherwise than by this form, which is no witness for itself. */
function namedOtherwise(counts: ReadonlyMap<GlossaryEntry, number>, forms: readonly SenseForm[]): Set<GlossaryEntry> {
  const [only, ...others] = forms;
  const own = only !== undefined && others.length === 0 && isName(only) ? only.sense.entry : null;
  return new Set([...counts].flatMap(([entry, count]) => (count > (entry === own ? 1 : 0) ? [entry] : [])));
}

function groupByForm(mentions: readonly Mention[]): Map<readonly SenseForm[], Mention[]> {
  const groups = new Map<readonly SenseForm[], Mention[]>();
  for (const mention of mentions) {
    const own = groups.get(mention.forms);
    if (own === undefined) groups.set(mention.forms, [mention]);
    else own.push(mention);
  }
  return groups;
}

function add(found: Map<string, Found>, decision: Decision, ranges: Range[], expansion: Expansion | null): void {
  const id = decision.chosen.map(({ sense }) => idOf(sense.entry)).join('\n');
  const own = found.get(id);
  if (own === undefined)
    found.set(id, { forms: decision.chosen, maybe: decision.maybe, mentions: ranges, expansion, name: null });
  else {
    own.mentions.push(...ranges);
    own.expansion ??= expansion;
  }
}

/** Adds the short forms that the article spells out and the glossary does not have. */
function addUnknown(
  found: Map<string, Found>,
  article: ArticleText,
  spelledOut: ReadonlyMap<string, Expansion>,
  explained: ReadonlySet<string>,
): void {
  const places = new Map<string, Range[]>();
  article.tokens.forEach((token, index) => {
    const key = spelledOut.has(token.key) ? token.key : singularsOf(token.key).find((one) => spelledOut.has(one));
    if (key === undefined || explained.has(key) || article.isBarred(index)) return;
    const range: Range = [token.start, token.stem];
    const own = places.get(key);
    if (own === undefined) places.set(key, [range]);
    else own.push(range);
  });
  for (const [key, mentions] of places) {
    const expansion = spelledOut.get(key);
    if (expansion === undefined) continue;
    const name = article.text.slice(...expansion.short);
    found.set(`article\n${key}`, { forms: [], maybe: false, mentions, expansion, name });
  }
}

function shortKeyOf(short: string): string {
  const key = keyOf(short);
  return /\p{Lu}s$/u.test(key) ? key.slice(0, -1) : key;
}

/** Ends before the possessive's "'s". */
function rangeOf({ tokens }: ArticleText, { from, to }: Mention): Range {
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.stem ?? 0];
}

function idOf({ term, full }: GlossaryEntry): string {
  return full === null ? term : `${term} (${full})`;
}

function termOf({ forms, maybe, mentions, expansion, name }: Found, article: ArticleText): Term | null {
  const spans = mentions.map((range) => article.map.spanOf(range)).filter((span) => span !== null);
  const meanings = [...articleMeanings(article, mentions, expansion, forms), ...forms.map(meaningOf)];
  const [first] = forms;
  if (spans.length === 0 || meanings.length === 0) return null;
  return {
    id: forms.length > 0 ? forms.map(({ sense }) => idOf(sense.entry)).join(' / ') : (name ?? ''),
    term: first?.sense.entry.term ?? name ?? '',
    level: forms.reduce<Level>(
      (least, { sense }) => (sense.entry.level < least ? sense.entry.level : least),
      first?.sense.entry.level ?? 1,
    ),
    meanings,
    maybe,
    shortForm: expansion && article.map.spanOf(expansion.short),
    mentions: spans,
  };
}

function meaningOf({ sense: { entry, source } }: SenseForm): Meaning {
  return {
    source,
    fullName: entry.full,
    kind: entry.kind === '' ? null : entry.kind,
    definition: entry.is,
    place: null,
    asOf: source === 'reader' ? null : entry.asof,
    wikipedia: entry.wp,
  };
}

function articleMeanings(
  article: ArticleText,
  mentions: readonly Range[],
  expansion: Expansion | null,
  forms: readonly SenseForm[],
): Meaning[] {
  const { text, map } = article;
  const quote = (fullName: string | null, definition: string, range: Range): Meaning[] => {
    const place = map.spanOf(range);
    return place === null
      ? []
      : [{ source: 'article', fullName, kind: null, definition, place, asOf: null, wikipedia: null }];
  };
  const full = expansion && text.slice(...expansion.long);
  const isName = expansion !== null || forms.some(({ sense }) => /\p{Lu}/u.test(sense.entry.term));
  const places = [...(expansion === null ? [] : [expansion.long]), ...mentions.slice(0, MOST_DESCRIBED)];
  for (const range of isName ? places : []) {
    const paragraph = paragraphAround(article, range);
    const description = findDescription(text, range, paragraph);
    if (description !== null && !overlaps(description, mentions))
      return quote(full, text.slice(...description), description);
  }
  return expansion === null || full === null ? [] : quote(full, '', expansion.long);
}

function overlaps([start, end]: Range, ranges: readonly Range[]): boolean {
  return ranges.some(([from, to]) => from < end && to > start);
}

function paragraphAround({ paragraphs }: ArticleText, [start]: Range): Range {
  return paragraphs.find(([from, to]) => start >= from && start <= to) ?? [start, start];
}
