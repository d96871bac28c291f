/** A stop or a clause mark with what closes behind it, before white space; East Asian ones need none. */
const CLAUSE_END = /(?:[.,;:!?…—–؟،؛।][\p{Pe}\p{Pf}"']*\s+|[。、，；：！？][\p{Pe}\p{Pf}]*\s*)(?=\S)/gu;
const SPACE = /\s+(?=\S)/gu;

/** A cut in the first quarter would leave a scrap of a few words. */
const EARLIEST = 0.25;

/** A clause that begins further back than this is not said again, in UTF-16 units. */
const FAR = 80;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Where to cut a text so that what lies between `start` and the cut has at most `longest` UTF-16 units: behind a clause,
 * else behind a word, else between two characters as a reader sees them. Always after `start`.
 */
export function cutPiece(text: string, start: number, longest: number): number {
  const room = Number.isFinite(longest) ? Math.max(2, Math.floor(longest)) : text.length;
  if (text.length - start <= room) return text.length;
  // One unit more, so that a cut at the very end is seen to be followed by something.
  const window = text.slice(start, start + room + 1);
  const earliest = room * EARLIEST;
  const cut =
    lastEnd(window, CLAUSE_END, earliest) ?? lastEnd(window, SPACE, earliest) ?? lastGrapheme(text, start, room);
  return start + cut;
}

/** Where to speak on after a stop at a word: at the beginning of its clause where that is near, else at the word itself. */
export function clauseStart(text: string, word: number): number {
  const from = Math.max(0, word - FAR);
  // One unit more, so that a clause that begins with the word is seen to.
  const near = text.slice(from, word + 1);
  const end = lastEnd(near, CLAUSE_END, 0);
  if (end !== null) return from + end;
  return from === 0 ? 0 : word;
}

function lastEnd(window: string, pattern: RegExp, earliest: number): number | null {
  let last: number | null = null;
  for (const match of window.matchAll(pattern)) {
    const end = match.index + match[0].length;
    // A mark that combines with the space before it stays with it.
    if (end >= earliest && end < window.length && !/^\p{M}/u.test(window.slice(end))) last = end;
  }
  return last;
}

function lastGrapheme(text: string, start: number, room: number): number {
  let last = 0;
  for (const { index } of graphemes.segment(text.slice(start, start + room + FAR))) {
    if (index > room) break;
    last = index;
  }
  if (last > 0) return last;
  // One character of more marks than there is room for: at least its surrogates stay together.
  return /[\uD800-\uDBFF]/.test(text.charAt(start + room - 1)) ? room - 1 : room;
}
