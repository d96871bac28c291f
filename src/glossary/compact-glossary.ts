import type { GlossaryEntry, Level, MatchRule } from './entry.ts';
import { decodeWords, encodeWords } from './word-codes.ts';

/** Between the fields of an entry, and between the texts of a list: no entry holds these characters, or a line feed. */
const NEXT_FIELD = '^';
const NEXT_TEXT = '|';
const MATCH_RULES: readonly (MatchRule | null)[] = [null, 'caps-only', 'with-cues'];
/** A number is one character, 0 the first of these; all of them are printable up to 78. */
const ZERO = 0x30;
/** Stands for the title that is made of one of the entry's own names; the name's number and the rest of the title follow. */
const OWN_NAME = /^=(\d*)(.*)$/u;
const HEAD_LINES = 6;

/**
 * Packs a glossary into the text that is shipped, its words coded: the kinds, the months, then a character an entry for each of four numbers,
 * a line each; then the entries, a line each, their fields in an order that deflate packs well. Throws a RangeError where an
 * entry holds a character that parts fields or texts.
 */
export function packGlossary(entries: readonly GlossaryEntry[]): string {
  const kinds = [...new Set(entries.map(({ kind }) => kind))].sort();
  const months = [...new Set(entries.map(({ asof }) => asof))].sort();
  const numbers = (numberOf: (entry: GlossaryEntry) => number) =>
    entries.map((entry) => String.fromCharCode(ZERO + numberOf(entry))).join('');
  return encodeWords(
    [
      joined(kinds),
      joined(months),
      numbers(({ kind }) => kinds.indexOf(kind)),
      numbers(({ asof }) => months.indexOf(asof)),
      numbers(({ match }) => MATCH_RULES.indexOf(match)),
      numbers(({ level }) => level),
      ...entries.map(lineOf),
    ].join('\n'),
  );
}

/** The glossary that a text was packed from. */
export function unpackGlossary(text: string): GlossaryEntry[] {
  const lines = decodeWords(text).split('\n');
  const [kinds = '', months = '', kind = '', asof = '', match = '', level = ''] = lines;
  const kindNames = kinds.split(NEXT_TEXT);
  const monthNames = months.split(NEXT_TEXT);
  const numberIn = (column: string, index: number) => column.charCodeAt(index) - ZERO;
  return lines.slice(HEAD_LINES).map((line, index) => {
    const [is = '', term = '', full = '', also = '', wp = '', cues = '', short = ''] = line.split(NEXT_FIELD);
    const named = { term, full: full || null, also: listOf(also) };
    return {
      ...named,
      kind: kindNames[numberIn(kind, index)] ?? '',
      is: `${is}.`,
      asof: monthNames[numberIn(asof, index)] ?? '',
      cues: listOf(cues),
      wp: unpackTitle(wp, named),
      match: MATCH_RULES[numberIn(match, index)] ?? null,
      level: numberIn(level, index) as Level,
      short: listOf(short),
    };
  });
}

function lineOf(entry: GlossaryEntry): string {
  const { is, term, full, also, cues, short } = entry;
  const fields = [is.slice(0, -1), term, full ?? '', joined(also), packTitle(entry), joined(cues), joined(short)];
  for (const field of fields)
    if (field.includes(NEXT_FIELD) || field.includes('\n')) throw new RangeError(`"${field}" holds "${NEXT_FIELD}"`);
  return fields.join(NEXT_FIELD).replace(/\^+$/, '');
}

function joined(texts: readonly string[]): string {
  const strange = texts.find((text) => text.includes(NEXT_TEXT));
  if (strange !== undefined) throw new RangeError(`"${strange}" holds "${NEXT_TEXT}"`);
  return texts.join(NEXT_TEXT);
}

function listOf(text: string): string[] {
  return text === '' ? [] : text.split(NEXT_TEXT);
}

type Named = Pick<GlossaryEntry, 'term' | 'full' | 'also'>;

/** The title with spaces; what it has of the entry's names is given by the name's number, the likeliest first. */
function packTitle(entry: GlossaryEntry): string {
  if (entry.wp === null) return '';
  const title = entry.wp.replaceAll('_', ' ');
  const whole = titlesOf(entry).indexOf(title);
  const number = whole === -1 ? titlesOf(entry).findIndex((name) => title.startsWith(`${name} `)) : whole;
  const name = titlesOf(entry)[number];
  return name === undefined ? title : `=${number || ''}${title.slice(name.length)}`;
}

function unpackTitle(packed: string, named: Named): string | null {
  if (packed === '') return null;
  const [, number = '', rest = ''] = OWN_NAME.exec(packed) ?? [];
  const title = packed.startsWith('=') ? `${titlesOf(named)[Number(number)] ?? ''}${rest}` : packed;
  return title.replaceAll(' ', '_');
}

/** The titles that an entry's names make. A title begins with a capital: "No-fly zone". */
function titlesOf({ term, full, also }: Named): string[] {
  return [full ?? term, term, ...also].map((name) => name.charAt(0).toUpperCase() + name.slice(1));
}
