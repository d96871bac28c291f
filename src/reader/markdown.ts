/** Signs that mean something anywhere in a line of CommonMark, or in the tables and strikethroughs of its relatives. */
const SIGNS = /[\\`*_{}[\]<>&|~]/g;
/** What makes a heading, a list, a rule or an underlined heading of a line that begins with it. */
const LINE_START = /^[#+\-=]/;
/** A line that begins so is an item of a numbered list; a digit cannot be escaped, the sign after it can. */
const NUMBERED_START = /^(\d+)([.)])/;

/** Writes a text of one line in Markdown (CommonMark), so that nothing in it is taken for a sign. */
export function escapeMarkdown(text: string): string {
  return text.replace(SIGNS, '\\$&').replace(LINE_START, '\\$&').replace(NUMBERED_START, '$1\\$2');
}

/** Writes an address as a link. */
export function markdownAddress(address: string): string {
  return `<${address.replace(/[<>\s]/g, encodeURIComponent)}>`;
}
