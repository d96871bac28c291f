import type { Range } from './span.ts';

/** A word, a number or a punctuation mark of an article, as those need it who look for names. */
export interface Word {
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
  text: string;
  lower: string;
  kind: 'word' | 'number' | 'mark';
  capital: boolean;
  /** More than one letter, and all of them capitals. */
  shouted: boolean;
  /** Counted over the whole text. */
  sentence: number;
  paragraph: number;
  /** First word of a sentence or of a quotation, where any word has a capital. */
  opens: boolean;
  /** Within quotation marks. */
  quoted: boolean;
  /** In a headline or another line that gives nearly every word a capital. */
  headline: boolean;
}

/** Where the sentences and the quotations of a text stand, in order. */
export interface TextShape {
  paragraphs: readonly Range[];
  sentences: readonly Range[];
  quotations: readonly Range[];
}

/** Abbreviations with their stops, words with inner apostrophes and hyphens, numbers, else one mark each. */
const WORD =
  /(?:\p{L}\.){2,}|\p{Lu}\.(?=[\s\p{Lu}])|\p{N}+(?:[.,:]\p{N}+)*(?:-\p{L}+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’‘\-‐‑&.](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|[^\s]/gu;
const POSSESSIVE = /['’]s$/iu;
/** A bullet, a colon or a dash, behind which a new sentence may begin; a hyphen has spaces around it then. */
const OPENS_NEW = /[•:—–*]|\s-\s/u;
const FINAL = /[.!?:…]["”’')\]]*$/u;

/** At least this share of a line's longer words has a capital where the line is a headline; more where it ends in a stop. */
const HEADLINE_SHARE = 0.85;
const STOPPED_HEADLINE_SHARE = 1;
/** Words that a headline leaves small. */
const SMALL = /^(?:the|and|for|but|nor|with|from|into|over|van|der|den|von|del|las|los|bin)$/;
const LONGEST_HEADLINE = 200;
/** So many words in capitals, one behind the other, shout a headline. */
const SHOUTED_WORDS = 4;

/** Cuts every paragraph into words; a possessive `'s` is one of its own. Linear in the length of the text. */
export function findWords(text: string, { paragraphs, sentences, quotations }: TextShape): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let quotation = 0;
  paragraphs.forEach(([from, to], paragraph) => {
    const first = words.length;
    let lastSentence = -1;
    let afterOpening = false;
    for (const match of text.slice(from, to).matchAll(WORD)) {
      for (const [start, end] of splitPossessive(from + match.index, match[0])) {
        while (sentence < sentences.length - 1 && start >= (sentences[sentence]?.[1] ?? 0)) sentence++;
        while (quotation < quotations.length && start >= (quotations[quotation]?.[1] ?? 0)) quotation++;
        const quote = quotations[quotation];
        const word = describe(text.slice(start, end), start, paragraph);
        word.sentence = sentence;
        word.quoted = quote !== undefined && start >= quote[0];
        word.opens = word.kind !== 'mark' && (sentence !== lastSentence || afterOpening);
        afterOpening =
          word.kind === 'mark' &&
          (afterOpening || start === quote?.[0] || OPENS_NEW.test(text.slice(start - 1, end + 1)));
        if (word.kind !== 'mark') lastSentence = sentence;
        words.push(word);
      }
    }
    if (isHeadline(words, first, text.slice(from, to))) markHeadline(words, first, words.length);
    markShouting(words, first);
  });
  return words;
}

function splitPossessive(start: number, text: string): Range[] {
  const end = start + text.length;
  return text.length > 2 && POSSESSIVE.test(text)
    ? [
        [start, end - 2],
        [end - 2, end],
      ]
    : [[start, end]];
}

function describe(text: string, start: number, paragraph: number): Word {
  const kind = /^\p{L}/u.test(text) ? 'word' : /^\p{N}/u.test(text) ? 'number' : 'mark';
  const lower = text.toLowerCase();
  const capital = kind === 'word' && /^(?:\p{Lu}|\p{Lt})|^[a-z]{1,3}['’-]?\p{Lu}|^['’]\p{Lu}/u.test(text);
  return {
    start,
    end: start + text.length,
    text,
    lower,
    kind,
    capital,
    shouted: kind === 'word' && text !== lower && text === text.toUpperCase() && /\p{L}[^\p{L}]*\p{L}/u.test(text),
    sentence: 0,
    paragraph,
    opens: false,
    quoted: false,
    headline: false,
  };
}

function isHeadline(words: readonly Word[], first: number, paragraph: string): boolean {
  if (paragraph.length > LONGEST_HEADLINE) return false;
  const isStopped = FINAL.test(paragraph);
  let capitals = 0;
  let count = 0;
  for (let index = first; index < words.length; index++) {
    const word = words[index];
    // Headlines leave the small words small; a sentence of names is told by its short verbs: "met".
    if (word?.kind !== 'word' || word.text.length < (isStopped ? 3 : 4) || SMALL.test(word.lower)) continue;
    count++;
    if (word.capital) capitals++;
  }
  return count > 3 && capitals >= count * (isStopped ? STOPPED_HEADLINE_SHARE : HEADLINE_SHARE);
}

function markHeadline(words: readonly Word[], from: number, to: number): void {
  for (let index = from; index < to; index++) {
    const word = words[index];
    if (word !== undefined) word.headline = true;
  }
}

/** "THREE HELD AFTER RAID A man was …": a headline within a paragraph. */
function markShouting(words: readonly Word[], first: number): void {
  let from = first;
  let shouted = 0;
  for (let index = first; index <= words.length; index++) {
    const word = words[index];
    if (word !== undefined && (word.shouted || word.kind !== 'word' || word.text.length === 1)) {
      if (word.shouted) shouted++;
      continue;
    }
    if (shouted >= SHOUTED_WORDS) markHeadline(words, from, index);
    from = index + 1;
    shouted = 0;
  }
}
