import type { GlossaryEntry, Level, MatchRule } from './entry.ts';

/** Between the entries of a column, and between the texts of a list: no entry holds these characters. */
const NEXT_ENTRY = '^';
const NEXT_TEXT = '|';
const MATCH_RULES: readonly (MatchRule | null)[] = [null, 'caps-only', 'with-cues'];
/** A number is one character, 0 the first of these; all of them are printable up to 78. */
const ZERO = 0x30;
/** Stands for the title that is made of one of the entry's own names, whose number follows. */
const OWN_NAME = '=';

/**
 * The glossary as it is shipped: one column a field, since like stands beside like then and is packed better. A column is all
 * entries' texts joined, or a character for each entry's number.
 */
export interface CompactGlossary {
  term: string;
  also: string;
  full: string;
  /** Numbers of `kinds`. */
  kind: string;
  /** Without the full stop. */
  is: string;
  /** Numbers of `months`. */
  asof: string;
  cues: string;
  wp: string;
  match: string;
  level: string;
  short: string;
  kinds: string[];
  months: string[];
}

/** Packs a glossary; throws where an entry holds a character that parts entries or texts. */
export function packGlossary(entries: readonly GlossaryEntry[]): CompactGlossary {
  const kinds = [...new Set(entries.map(({ kind }) => kind))].sort();
  const months = [...new Set(entries.map(({ asof }) => asof))].sort();
  const texts = (textOf: (entry: GlossaryEntry) => string) => {
    const all = entries.map(textOf);
    const strange = all.find((text) => text.includes(NEXT_ENTRY));
    if (strange !== undefined) throw new RangeError(`"${strange}" holds "${NEXT_ENTRY}"`);
    return all.join(NEXT_ENTRY);
  };
  const lists = (listOf: (entry: GlossaryEntry) => readonly string[]) =>
    texts((entry) => {
      const strange = listOf(entry).find((text) => text.includes(NEXT_TEXT));
      if (strange !== undefined) throw new RangeError(`"${strange}" holds "${NEXT_TEXT}"`);
      return listOf(entry).join(NEXT_TEXT);
    });
  const numbers = (numberOf: (entry: GlossaryEntry) => number) =>
    entries.map((entry) => String.fromCharCode(ZERO + numberOf(entry))).join('');
  return {
    term: texts(({ term }) => term),
    also: lists(({ also }) => also),
    full: texts(({ full }) => full ?? ''),
    kind: numbers(({ kind }) => kinds.indexOf(kind)),
    is: texts(({ is }) => is.slice(0, -1)),
    asof: numbers(({ asof }) => months.indexOf(asof)),
    cues: lists(({ cues }) => cues),
    wp: texts(packTitle),
    match: numbers(({ match }) => MATCH_RULES.indexOf(match)),
    level: numbers(({ level }) => level),
    short: lists(({ short }) => short),
    kinds,
    months,
  };
}

export function unpackGlossary(compact: CompactGlossary): GlossaryEntry[] {
  const { term, also, full, is, cues, wp, short } = columnsOf(compact);
  const numberOf = (column: string, index: number) => column.charCodeAt(index) - ZERO;
  return (term ?? []).map((name, index) => {
    const entry = {
      term: name,
      full: full?.[index] || null,
      also: listOf(also?.[index]),
      kind: compact.kinds[numberOf(compact.kind, index)] ?? '',
      is: `${is?.[index] ?? ''}.`,
      asof: compact.months[numberOf(compact.asof, index)] ?? '',
      cues: listOf(cues?.[index]),
      match: MATCH_RULES[numberOf(compact.match, index)] ?? null,
      level: numberOf(compact.level, index) as Level,
      short: listOf(short?.[index]),
    };
    return { ...entry, wp: unpackTitle(wp?.[index] ?? '', entry) };
  });
}

function columnsOf(compact: CompactGlossary): Record<string, string[]> {
  const names = ['term', 'also', 'full', 'is', 'cues', 'wp', 'short'] as const;
  return Object.fromEntries(names.map((name) => [name, compact.term === '' ? [] : compact[name].split(NEXT_ENTRY)]));
}

function listOf(joined: string | undefined): string[] {
  return joined ? joined.split(NEXT_TEXT) : [];
}

type Named = Pick<GlossaryEntry, 'term' | 'full' | 'also'>;

/** The title as it is, or what it is of the entry's names. */
function packTitle(entry: GlossaryEntry): string {
  if (entry.wp === null) return '';
  const number = titlesOf(entry).indexOf(entry.wp);
  if (number === -1) return entry.wp;
  return number === 0 ? OWN_NAME : `${OWN_NAME}${number}`;
}

function unpackTitle(packed: string, entry: Named): string | null {
  if (packed === '') return null;
  if (!packed.startsWith(OWN_NAME)) return packed;
  return titlesOf(entry)[Number(packed.slice(OWN_NAME.length))] ?? null;
}

/** The titles that an entry's names make, the likeliest first. A title begins with a capital: "No-fly zone". */
function titlesOf({ term, full, also }: Named): string[] {
  return [full ?? term, term, ...also].map((name) => {
    const title = name.replaceAll(' ', '_');
    return title.charAt(0).toUpperCase() + title.slice(1);
  });
}
