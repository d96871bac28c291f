import { hashOf } from './hash.ts';
import type { Lexicon } from './lexicon.ts';
import { INSIDE, OPENING, OUTSIDE, type Tokens } from './tokens.ts';

/** A paragraph as its neighbours see it. */
export interface ParagraphOutline {
  /** 0: nothing of it is quoted, 1: some, 2: all. */
  quoted: number;
  startsQuoted: boolean;
  /** It ends within a quotation that is not closed. */
  endsOpen: boolean;
  /** It has words that most often report speech. */
  hasCue: boolean;
  endsWithColon: boolean;
}

/** From this strength on a cue is one more often than not. */
const SURE = 2;

export function outlineOfParagraph({ count, words, quote }: Tokens, lexicon: Lexicon): ParagraphOutline {
  let quoted = 0;
  let hasCue = false;
  for (let token = 0; token < count; token++)
    if (quote[token] !== OUTSIDE) quoted++;
    else if (lexicon.cueStrength(hashOf(words[token] ?? '')) >= SURE) hasCue = true;
  return {
    quoted: quoted === 0 ? 0 : quoted === count ? 2 : 1,
    startsQuoted: quote[0] === OPENING,
    endsOpen: count > 0 && quote[count - 1] === INSIDE,
    hasCue,
    endsWithColon: words[count - 1] === ':',
  };
}
