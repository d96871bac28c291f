import english from '../../assets/pronunciation/english.json' with { type: 'json' };
import type { LanguageWords } from './language-words.ts';
import type { Rewording } from './rewording.ts';

/** Pictures among letters, with the parts that they are put together from; © and the like are pictures too. */
const PICTURES =
  /(?:\p{N}\u20e3|(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier})(?:\u200d|\ufe0f|\u20e3|[\u{e0020}-\u{e007f}])*)+/gu;
/** What points a list or parts its items, and what stands around words as decoration. */
const ORNAMENTS = /[•▪‣◦∙·■□●○◆◇►▶◄★☆|¦*†‡^`\\]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|_{2,}/gu;
const AMPERSAND = /(?<=[\p{L}\p{N}.] ?)&(?= ?[\p{L}\p{N}])/gu;
const ARROW = /\s?(?:→|⇒|➔|➜|->|=>)\s?/gu;
/** Between the cells of a table. */
const TAB = /(?<=\S)\t+(?=\S)/gu;
/** "and/or", not "1/2" and not the name of a measure. */
const SLASH = /(?<=\p{L}{2})\s?\/\s?(?=\p{L}{2})/gu;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';
const POWER = new RegExp(String.raw`(?<=[\p{L}\p{N})])[${RAISED}]{1,20}`, 'gu');
const SUBSCRIPT = new RegExp(`[${LOWERED}]`, 'gu');
const WITH_FRACTION = /(?<=\p{Nd} ?)[½⅓⅔¼¾]/gu;

/** Behind a whole number, where voices leave the "and" out. */
const FRACTIONS: Readonly<Record<string, string>> = english.fractions;

/** Has signs said in words or left out, as far as the language is known. Linear in the text. */
export function saySigns(rewording: Rewording, primary: string, words: LanguageWords | null): void {
  const { text } = rewording;
  for (const { 0: found, index } of text.matchAll(PICTURES)) rewording.change(index, index + found.length, '');
  for (const { 0: found, index } of text.matchAll(ORNAMENTS)) rewording.change(index, index + found.length, '');
  for (const { 0: found, index } of text.matchAll(TAB)) rewording.change(index, index + found.length, ', ');
  for (const { 0: found, index } of text.matchAll(SUBSCRIPT))
    rewording.change(index, index + 1, String(LOWERED.indexOf(found)));
  for (const { 0: found, index } of text.matchAll(SLASH)) rewording.change(index, index + found.length, ' ');
  for (const { 0: found, index } of text.matchAll(ARROW))
    rewording.change(index, index + found.length, words === null ? ', ' : ` ${words.to} `);
  if (words === null) return;
  for (const { index } of text.matchAll(AMPERSAND)) rewording.change(index, index + 1, words.and);
  for (const { 0: found, index } of text.matchAll(POWER)) sayPower(rewording, index, found, words);
  if (primary !== 'en') return;
  for (const { 0: found, index } of text.matchAll(WITH_FRACTION))
    rewording.change(index, index + 1, `${text.charAt(index - 1) === ' ' ? '' : ' '}${FRACTIONS[found] ?? found}`);
}

/** Behind a word of more than one letter raised digits are the mark of a note, which is not read. */
function sayPower(rewording: Rewording, index: number, raised: string, words: LanguageWords): void {
  const { text } = rewording;
  const isNote = /\p{L}{3}$/u.test(text.slice(Math.max(0, index - 6), index));
  const digits = [...raised].map((digit) => RAISED.indexOf(digit)).join('');
  const power = digits === '2' ? words.squared : digits === '3' ? words.cubed : `${words.power} ${digits}`;
  rewording.change(index, index + raised.length, isNote ? '' : ` ${power}`);
}
