import type { LanguageWords } from './language-words.ts';
import type { Rewording } from './rewording.ts';

const HOST = String.raw`(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,6}\p{L}{2,24}`;
const ADDRESS_BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}@./:_-])`;
const LINK = new RegExp(
  String.raw`${ADDRESS_BEFORE}(?:https?:\/\/(?:[^\s/@]{0,80}@)?(${HOST})|(www\.${HOST}))(?::\p{Nd}{1,5})?(?:[/?#][^\s<>"“”«»]*)?`,
  'giu',
);
/** Without a scheme only a path tells an address from words that lost a space: "gone.She". */
const BARE_LINK = new RegExp(String.raw`${ADDRESS_BEFORE}(${HOST})\/[^\s<>"“”«»]*`, 'giu');
const EMAIL = new RegExp(String.raw`(?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]{1,64}@(${HOST})(?![\p{L}\p{N}])`, 'gu');
/** Stops and brackets behind an address belong to the sentence. */
const SENTENCE_END = /[.,;:!?…'’)\]}]+$/u;
const TAG = /(?<![\p{L}\p{N}&#/])#(?=[\p{L}])([\p{L}\p{M}\p{N}_]{1,100})/gu;
const NEW_WORD = /(?<=\p{Ll})(?=\p{Lu})|_+|(?<=\p{L})(?=\p{N})/gu;

/** Has addresses said by their host alone, and the words of hashtags apart. Linear in the text. */
export function sayAddresses(rewording: Rewording, words: LanguageWords | null): void {
  const { text } = rewording;
  for (const { 0: all, 1: host = '', index } of text.matchAll(EMAIL))
    rewording.change(index, index + all.length, said(words?.email, host));
  for (const { 0: all, 1: plain, 2: wide = '', index } of text.matchAll(LINK))
    rewording.change(index, endOf(all, index), said(words?.link, plain ?? wide));
  for (const { 0: all, 1: host = '', index } of text.matchAll(BARE_LINK))
    rewording.change(index, endOf(all, index), said(words?.link, host));
  for (const { 0: all, 1: tag = '', index } of text.matchAll(TAG))
    rewording.change(index, index + all.length, `hashtag ${tag.replace(NEW_WORD, ' ').trim()}`);
}

function said(kind: string | undefined, host: string): string {
  const short = host.replace(/^www\./i, '');
  return kind === undefined ? short : `${kind} ${short}`;
}

function endOf(address: string, index: number): number {
  return index + address.length - (SENTENCE_END.exec(address.slice(-40))?.[0].length ?? 0);
}
