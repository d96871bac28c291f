/** A text as the synthesiser takes it, and where its characters came from. */
export interface SpeechText {
  text: string;
  /**
   * The word of the source at a code point of `text`, counted from 0, as UTF-16 offsets; null at white space and past the
   * end.
   */
  wordAt(codePoint: number): [start: number, end: number] | null;
}

/** eSpeak takes what is in brackets of this kind for phonemes. */
const PHONEMES = /\[(?=\[)/;
/** And what follows such a sign for a piece of SSML: a tag, or the name of a character. */
const TAG = /[<>]/;
const ENTITY = /&(?=[#\w])/;
/** A NUL would end the text, and \u0001 begins a command. Half of a pair cannot be written as UTF-8. */
const UNSPEAKABLE = /\p{Cc}|\p{Cs}/u;

const REPLACED = new RegExp(
  `(?<phonemes>${PHONEMES.source})|(?<entity>${ENTITY.source})|${TAG.source}|${UNSPEAKABLE.source}`,
  'gu',
);

/** Makes plain text of what eSpeak would take for markup or a command, and finds the words again by its positions. */
export function prepareSpeechText(source: string, language: string): SpeechText {
  let text = '';
  /** By code point of `text`: the UTF-16 offset in `source`. */
  const origins: number[] = [];
  let copied = 0;
  const copyUntil = (end: number) => {
    for (const character of source.slice(copied, end)) {
      origins.push(copied);
      copied += character.length;
      text += character;
    }
  };
  for (const match of source.matchAll(REPLACED)) {
    copyUntil(match.index);
    // A space behind it makes a sign of its own of it; all else becomes one.
    const instead = match.groups?.phonemes ?? match.groups?.entity ?? '';
    for (const _ of `${instead} `) origins.push(match.index);
    text += `${instead} `;
    copied = match.index + match[0].length;
  }
  copyUntil(source.length);
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(source);
  return {
    text,
    wordAt(codePoint) {
      const segment = segments.containing(origins[codePoint] ?? source.length);
      if (segment === undefined || segment.segment.trim() === '') return null;
      return [segment.index, segment.index + segment.segment.length];
    },
  };
}
