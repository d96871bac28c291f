/**
 * A spreadsheet takes a cell that begins with one of these for a formula: OWASP, "CSV Injection"
 * (owasp.org/www-community/attacks/CSV_Injection), which advises to put an apostrophe before it.
 */
const STARTS = String.raw`[=+\-@\t\r\n＝＋－＠]`;
/** A text that begins with apostrophes before one gets another, so that taking one away gives the very same text. */
const RISKY = new RegExp(`^'*${STARTS}`);
const GUARDED = new RegExp(`^''*${STARTS}`);

/** A text as a cell in which no spreadsheet sees a formula. */
export function guardCell(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** Takes back what {@link guardCell} has done. */
export function unguardCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
