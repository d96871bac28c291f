/** A word of a text that is spoken: its UTF-16 offsets, and how much is spoken before it. */
export interface TimedWord {
  start: number;
  end: number;
  /** How long what stands before it takes, measured in letters; see {@link timeWords}. */
  before: number;
}

/** A text as it runs when it is spoken. */
export interface WordTimes {
  /** In order. */
  words: readonly TimedWord[];
  /** How long all of it takes, measured in letters. */
  length: number;
}

/** Read aloud, a character of Chinese or Japanese takes about as long as this many letters: 5 a second, not 14. */
const IDEOGRAPH = 14 / 5;
/** A figure is read out as a word: "7" is spoken as long as "seven" on the average of what stands around it. */
const FIGURE = 3;
/** A stop is a pause. */
const STOP = 3;

const KINDS: readonly [pattern: RegExp, letters: number][] = [
  [/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/gu, IDEOGRAPH],
  [/\p{Nd}/gu, FIGURE],
  [/[.,;:!?…—–。、，；：！？؟،؛।]/gu, STOP],
  // They are spoken with the letter that they stand on, or not at all.
  [/[\p{M}\p{Cf}]/gu, 0],
];

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The words of a text (language in BCP 47) and a guess when each begins. The measure is the letter: a voice speaks so many
 * of them a second, and what takes longer than a letter counts for several.
 */
export function timeWords(text: string, language: string): WordTimes {
  const words: TimedWord[] = [];
  let before = 0;
  for (const { segment, index, isWordLike } of segmenterFor(language).segment(text)) {
    if (isWordLike) words.push({ start: index, end: index + segment.length, before });
    before += lengthOf(segment);
  }
  return { words, length: before };
}

function lengthOf(segment: string): number {
  return KINDS.reduce(
    (length, [pattern, letters]) => length + (segment.match(pattern)?.length ?? 0) * (letters - 1),
    segment.length,
  );
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = makeSegmenter(language);
  segmenters.set(language, made);
  return made;
}

function makeSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    // A page may name a language that is no language tag.
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}
