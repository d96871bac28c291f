import type { Rewording } from './rewording.ts';

/** How something is said, wherever it is written so. */
export interface Phrase {
  written: string;
  spoken: string;
  /** Only in front of a name (a capital letter) or of a number. */
  before?: 'name' | 'number';
}

/** A word or a single sign of a text. Offsets are UTF-16. */
export interface PhraseToken {
  start: number;
  end: number;
  /** The word without its accents, and with the plain apostrophe. */
  plain: string;
  /** The same for words that differ only in capitals. */
  key: string;
}

/** Scripts that put no space between words: each character is a token. */
const SPACELESS = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`;
const TOKEN = new RegExp(String.raw`[${SPACELESS}]\p{M}*|(?:(?![${SPACELESS}])[\p{L}\p{M}\p{N}])+|[^\s]`, 'gu');
const ASCII = /^[\0-\x7f]*$/;
/** Longer tokens are no words: they would be folded again and again for nothing. */
const LONGEST_WORD = 80;
const NAME_BEHIND = /^ ?\p{Lu}/u;
const NUMBER_BEHIND = /^ ?\p{N}/u;

/** Cuts a text into what phrases are made of. Linear in the length of the text. */
export function phraseTokens(text: string): PhraseToken[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => {
    const plain = plainOf(token);
    return { start: index, end: index + token.length, plain, key: plain.toLowerCase() };
  });
}

/** Finds the phrases of a list in a text. */
export class PhraseBook {
  /** By the key of the first token, the longest first. */
  readonly #phrases = new Map<string, { phrase: Phrase; tokens: readonly PhraseToken[] }[]>();

  constructor(phrases: readonly Phrase[]) {
    for (const phrase of phrases) {
      const tokens = phraseTokens(phrase.written);
      const [first] = tokens;
      if (first === undefined) continue;
      const same = this.#phrases.get(first.key) ?? [];
      same.push({ phrase, tokens });
      // Stable: of two phrases of one length the one that was given first is found.
      same.sort((one, other) => other.tokens.length - one.tokens.length);
      this.#phrases.set(first.key, same);
    }
  }

  /**
   * Has the phrases of a text said as listed; `tokens` are those of the text. What is listed with capital letters is found
   * only with them (IT is not it), and with `inCapitals` also where all letters are capitals.
   */
  apply(rewording: Rewording, tokens: readonly PhraseToken[], inCapitals: boolean): void {
    for (let index = 0; index < tokens.length; index++) {
      const found = this.#phrases
        .get(tokens[index]?.key ?? '')
        ?.find((entry) => this.#stands(rewording.text, tokens, index, entry, inCapitals));
      if (found === undefined) continue;
      const start = tokens[index]?.start ?? 0;
      index += found.tokens.length - 1;
      const end = tokens[index]?.end ?? start;
      rewording.change(start, end, found.phrase.spoken + lostStop(rewording.text, start, end, found.phrase));
    }
  }

  #stands(
    text: string,
    tokens: readonly PhraseToken[],
    index: number,
    entry: { phrase: Phrase; tokens: readonly PhraseToken[] },
    inCapitals: boolean,
  ): boolean {
    const here = entry.tokens.every((token, place) => isSameToken(token, tokens[index + place], inCapitals));
    if (!here || entry.phrase.before === undefined) return here;
    const end = tokens[index + entry.tokens.length - 1]?.end ?? 0;
    const behind = text.slice(end, end + 3);
    return (entry.phrase.before === 'name' ? NAME_BEHIND : NUMBER_BEHIND).test(behind);
  }
}

function isSameToken(listed: PhraseToken, token: PhraseToken | undefined, inCapitals: boolean): boolean {
  if (token === undefined || token.key !== listed.key) return false;
  if (listed.plain === token.plain || listed.plain === listed.key) return true;
  return inCapitals && token.plain === token.plain.toUpperCase();
}

function plainOf(token: string): string {
  if (ASCII.test(token) || token.length > LONGEST_WORD) return token;
  if (token === '’' || token === '‘') return "'";
  return token.normalize('NFD').replace(/\p{M}/gu, '') || token;
}

/** An abbreviation's stop ends a sentence too where nothing follows. */
function lostStop(text: string, start: number, end: number, { spoken }: Phrase): string {
  if (text.charAt(end - 1) !== '.' || spoken.endsWith('.') || end - start < 2) return '';
  return /^["'”’»)\]]*$/u.test(text.slice(end, end + 4)) ? '.' : '';
}
