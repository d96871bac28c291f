import type { GlossaryEntry, Level, MatchRule } from './entry.ts';

/** A list of texts in one: no entry holds this character. */
const SEPARATOR = '|';
const MATCH_RULES: readonly (MatchRule | null)[] = [null, 'caps-only', 'with-cues'];
/** Stands for a Wikipedia title that is the full name, or the term. */
const SAME = '=';

/**
 * The glossary as it is shipped: one column a field, since like stands beside like then and is packed better. Every column has
 * one text an entry; a list is joined by `|`; '' stands for what is not there.
 */
export interface CompactGlossary {
  term: string[];
  also: string[];
  full: string[];
  /** Indices into `kinds`. */
  kind: number[];
  is: string[];
  /** Indices into `months`. */
  asof: number[];
  cues: string[];
  wp: string[];
  match: number[];
  level: number[];
  short: string[];
  kinds: string[];
  months: string[];
}

export function packGlossary(entries: readonly GlossaryEntry[]): CompactGlossary {
  const kinds = [...new Set(entries.map(({ kind }) => kind))].sort();
  const months = [...new Set(entries.map(({ asof }) => asof))].sort();
  return {
    term: entries.map(({ term }) => term),
    also: entries.map(({ also }) => also.join(SEPARATOR)),
    full: entries.map(({ full }) => full ?? ''),
    kind: entries.map(({ kind }) => kinds.indexOf(kind)),
    is: entries.map(({ is }) => is.slice(0, -1)),
    asof: entries.map(({ asof }) => months.indexOf(asof)),
    cues: entries.map(({ cues }) => cues.join(SEPARATOR)),
    wp: entries.map((entry) => (entry.wp === null ? '' : entry.wp === usualTitleOf(entry) ? SAME : entry.wp)),
    match: entries.map(({ match }) => MATCH_RULES.indexOf(match)),
    level: entries.map(({ level }) => level),
    short: entries.map(({ short }) => short.join(SEPARATOR)),
    kinds,
    months,
  };
}

export function unpackGlossary(compact: CompactGlossary): GlossaryEntry[] {
  return compact.term.map((term, index) => {
    const full = compact.full[index] || null;
    const wp = compact.wp[index] || null;
    return {
      term,
      full,
      also: listOf(compact.also[index]),
      kind: compact.kinds[compact.kind[index] ?? -1] ?? '',
      is: `${compact.is[index] ?? ''}.`,
      asof: compact.months[compact.asof[index] ?? -1] ?? '',
      cues: listOf(compact.cues[index]),
      wp: wp === SAME ? usualTitleOf({ term, full }) : wp,
      match: MATCH_RULES[compact.match[index] ?? 0] ?? null,
      level: (compact.level[index] ?? 1) as Level,
      short: listOf(compact.short[index]),
    };
  });
}

function listOf(joined: string | undefined): string[] {
  return joined ? joined.split(SEPARATOR) : [];
}

/** A title begins with a capital: "No-fly zone". */
function usualTitleOf({ term, full }: Pick<GlossaryEntry, 'term' | 'full'>): string {
  const name = (full ?? term).replaceAll(' ', '_');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
