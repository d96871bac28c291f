import Papa from 'papaparse';
import { guardCell, unguardCell } from './csv-guard.ts';
import { type GlossaryColumns, hasKnownNames, readHeader } from './glossary-columns.ts';
import { checkOwnEntry, type OwnEntry, type OwnEntryProblem, splitAlso, tidyOwnEntry } from './own-entry.ts';

/** A larger file is refused unread, in bytes: ten times what a full glossary of plain words takes. */
export const LARGEST_FILE = 5 * 1024 * 1024;

/** `open-quote`: a quotation mark is not closed, so that this row and what follows cannot be told apart. */
export type RowProblem = OwnEntryProblem | 'open-quote' | 'no-entry';

/** What a file holds. */
export interface GlossaryFile {
  entries: OwnEntry[];
  /** Rows that are left out, counted as a spreadsheet shows them: from 1, with the row of names and the blank ones. */
  refused: { row: number; problem: RowProblem }[];
  /** The first row was taken for the names of the columns, though they are not known ones. */
  headerGuessed: boolean;
  /** Columns that are not read, by name. */
  unread: string[];
}

/** Why a file cannot be read as a whole. */
export type FileProblem = 'too-large' | 'not-text' | 'damaged' | 'empty';

const DELIMITERS = [',', ';', '\t'];

/** Reads a file of JSON or CSV that Lectern, a spreadsheet or another program has written. Never throws. */
export function readGlossaryFile(bytes: Uint8Array): GlossaryFile | FileProblem {
  if (bytes.length > LARGEST_FILE) return 'too-large';
  const text = decodeText(bytes);
  if (text.includes('\u0000')) return 'not-text';
  if (text.trim() === '') return 'empty';
  return /^\s*[{[]/.test(text) ? readJson(text) : readCsv(text);
}

/** The entries as JSON that {@link readGlossaryFile} reads back. */
export function writeGlossaryJson(entries: readonly OwnEntry[]): string {
  return `${JSON.stringify({ lectern: 'glossary', version: 1, entries }, null, 2)}\n`;
}

/**
 * The entries as CSV (RFC 4180) that {@link readGlossaryFile} reads back. With a byte-order mark, without which spreadsheets
 * take the letters of UTF-8 for others.
 */
export function writeGlossaryCsv(entries: readonly OwnEntry[]): string {
  const rows = entries.map(({ term, also, definition }) => [term, also.join('; '), definition]);
  const line = (cells: readonly string[]) =>
    cells.map((cell) => `"${guardCell(cell).replaceAll('"', '""')}"`).join(',');
  return `\ufeff${['term,also,definition', ...rows.map(line)].join('\r\n')}\r\n`;
}

/** By its byte-order mark, else as UTF-8, else as Windows-1252: the ways in which spreadsheets write. */
function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function readJson(text: string): GlossaryFile | FileProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'damaged';
  }
  const list = Array.isArray(value) ? value : fieldOf(value, 'entries');
  if (!Array.isArray(list)) return 'damaged';
  const file = emptyFile();
  list.forEach((item: unknown, index) => {
    const [term, definition, also] = ['term', 'definition', 'also'].map((key) => fieldOf(item, key));
    if (typeof term !== 'string' || typeof definition !== 'string') {
      file.refused.push({ row: index + 1, problem: 'no-entry' });
      return;
    }
    const names: unknown[] = Array.isArray(also) ? also : [also];
    addRow(file, index + 1, { term, also: names.filter((name) => typeof name === 'string'), definition });
  });
  return file;
}

function readCsv(text: string): GlossaryFile | FileProblem {
  // "sep=;" in the first row tells spreadsheets the delimiter.
  const told = /^sep=([,;\t])\r?\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const skipped = told ? 1 : 0;
  const { data, errors, delimiter } = parse(body, told?.[1] ?? delimiterOf(body));
  const rows = data
    .map((cells, index) => ({ cells: cells.map(unguardCell), row: index + 1 + skipped }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const { columns, isHeader, guessed, unread } = readHeader(rows.map(({ cells }) => cells));
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  const file: GlossaryFile = { ...emptyFile(), headerGuessed: guessed, unread };
  for (const { cells, row } of isHeader ? rows.slice(1) : rows) {
    if (open?.row !== undefined && row >= open.row + 1 + skipped) {
      file.refused.push({ row, problem: 'open-quote' });
      break;
    }
    addRow(file, row, entryOf(cells, columns, delimiter));
  }
  return file;
}

function parse(text: string, delimiter: string, preview = 0) {
  const { data, errors, meta } = Papa.parse<string[]>(text, { delimiter, delimitersToGuess: DELIMITERS, preview });
  return { data, errors, delimiter: meta.delimiter };
}

/** The one that parts known names in the first row; empty where none does, and the rows decide. */
function delimiterOf(text: string): string {
  return DELIMITERS.find((delimiter) => hasKnownNames(parse(text, delimiter, 1).data[0] ?? [])) ?? '';
}

function entryOf(cells: readonly string[], { term, also, definition }: GlossaryColumns, delimiter: string): OwnEntry {
  const isLast = definition > Math.max(term, also ?? 0);
  const names = also === null ? [] : splitAlso(cells[also] ?? '');
  return {
    term: cells[term] ?? '',
    also: names,
    definition: isLast ? joinCells(cells.slice(definition), delimiter) : (cells[definition] ?? ''),
  };
}

/** A meaning with commas that nobody has put between quotation marks falls into several cells. */
function joinCells(cells: readonly string[], delimiter: string): string {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, filled + 1).join(delimiter);
}

function addRow(file: GlossaryFile, row: number, entry: OwnEntry): void {
  const tidy = tidyOwnEntry(entry);
  const problem = checkOwnEntry(tidy);
  if (problem === null) file.entries.push(tidy);
  else file.refused.push({ row, problem });
}

function emptyFile(): GlossaryFile {
  return { entries: [], refused: [], headerGuessed: false, unread: [] };
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
