const MOST_WORDS = 4;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const APOSTROPHES = /[’‘ʼ´`]/g;
const HYPHENS = /[‐‑]/g;
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const POSSESSIVE = /'s?$/;
const LOWER_CASE = /^[a-z][a-z'.]*(?:[ -][a-z'.]+)*$/;

/**
 * The spellings under which to look up what a reader has marked, the likeliest first: in lower case, without punctuation
 * around it, accents and soft hyphens, with and without hyphens. None for a name, a number, another script or more than four words.
 */
export function queriesOf(marked: string, beginsSentence: boolean): string[] {
  const spelled = marked
    .replace(INVISIBLE, '')
    .replace(AROUND, '')
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, '-')
    .replace(/\s+/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  const word = beginsSentence ? spelled.slice(0, 1).toLowerCase() + spelled.slice(1) : spelled;
  if (!LOWER_CASE.test(word) || word.split(' ').length > MOST_WORDS) return [];
  const owner = word.replace(POSSESSIVE, '');
  // The full stop of "a.m." has been taken for that of a sentence.
  const abbreviated = word.includes('.') ? [`${word}.`] : [];
  const spellings = [...abbreviated, word, owner].flatMap((one) => [
    one,
    one.replaceAll('-', ' '),
    one.replaceAll(' ', '-'),
    one.replaceAll('-', ''),
  ]);
  return [...new Set(spellings)];
}
