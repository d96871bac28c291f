import { CURRENCY_SIGNS, formFor, type LanguageWords, type NumberForms } from './language-words.ts';
import type { Rewording } from './rewording.ts';

/** A number with parted thousands and a fraction. The counts keep a wall of digits from costing time. */
const numberWith = (space: string) =>
  String.raw`(?:\p{Nd}{1,3}(?:[.,\u00a0\u202f\u2009’'${space}]\p{Nd}{3}){1,5}(?:[.,]\p{Nd}{1,4})?(?!\p{Nd})|\p{Nd}{1,15}(?:[.,]\p{Nd}{1,4})?(?!\p{Nd}))`;
const DASH = '[-–—]';
/** A scale of more letters is a word. */
const LONGEST_SHORT_SCALE = 4;
const NOT_INSIDE = String.raw`(?<![\p{L}\p{M}\p{N}_]|\p{N}[.,:/])`;
const NO_WORD_BEHIND = String.raw`(?![\p{L}\p{M}\p{N}])`;

/** A language's patterns, made once. */
interface NumberPatterns {
  signFirst: RegExp;
  signLast: RegExp;
  scaled: RegExp;
  unit: RegExp;
}

const PATTERNS = new Map<LanguageWords, NumberPatterns>();

/** Two numbers with a dash between; what makes it a telephone number, a date or a name is looked at in the text. */
const SPAN = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}_./:,–—-]|[\p{N}\p{L}][.,])(\p{Nd}{1,4}(?:[.,]\p{Nd}{1,2})?)${DASH}(\p{Nd}{1,4}(?:[.,]\p{Nd}{1,2})?)(?![\p{L}\p{M}\p{N}/:–—-]|[.,]\p{Nd})`,
  'gu',
);
const NAME_BEFORE = /\p{Lu}[\p{L}\p{M}]* $/u;
/** Parted thousands that a voice would read as numbers of their own. */
const SPACED = /(?<![\p{N}.,])\p{Nd}{1,3}(?:[\u00a0\u202f\u2009 ]\p{Nd}{3}){1,5}(?![\p{N}])/gu;
const WIDE_SPACED = /(?<![\p{N}.,])\p{Nd}{1,3}(?:[\u00a0\u202f\u2009]\p{Nd}{3}){1,5}(?![\p{N}])/gu;
const NEGATIVE = /(?<=\p{L} )[-−](?=\p{Nd})/gu;
const ABOUT = /[~≈]\s?(?=[\p{Nd}$€£])/gu;
const TIMES = /(?<=[\p{Nd}\p{L})] ?)×(?= ?[\p{Nd}\p{L}(])/gu;

/** Has amounts of money, measures, ranges and signs at numbers said in words. Linear in the text. */
export function sayNumbers(rewording: Rewording, primary: string, words: LanguageWords): void {
  const { text } = rewording;
  const patterns = patternsOf(words);
  const money = (number: string, second: string | undefined, scale: string | undefined, sign: string, start: number) =>
    sayMoney({ number, second, scale, sign }, primary, words, isBeforeNoun(text, start, primary));
  for (const { 0: all, 1: sign = '', 2: number = '', 3: second, 4: scale, index } of text.matchAll(
    patterns.signFirst,
  )) {
    const spoken = money(number, second, scale, sign, index);
    if (spoken !== null) rewording.change(index, index + all.length, spoken);
  }
  for (const { 0: all, 1: number = '', 2: second, 3: scale, 4: sign = '', index } of text.matchAll(patterns.signLast)) {
    const spoken = money(number, second, scale, sign, index);
    if (spoken !== null) rewording.change(index, index + all.length, spoken);
  }
  for (const { 0: all, 1: number = '', 2: second, 3: unit = '', index } of text.matchAll(patterns.unit)) {
    const forms = words.units[unit];
    if (forms === undefined) continue;
    const said = isBeforeNoun(text, index, primary) ? singular(forms) : formFor(forms, second ?? number, primary);
    rewording.change(index, index + all.length, `${between(number, second, words)} ${said}`);
  }
  for (const { 0: all, 1: number = '', 2: second, 3: scale = '', index } of text.matchAll(patterns.scaled)) {
    const spoken = scaleOf(scale, words)?.spoken;
    if (spoken === undefined) continue;
    const said = formFor(spoken, second ?? number, primary);
    rewording.change(index, index + all.length, `${between(number, second, words)} ${said}`);
  }
  sayRanges(rewording, words);
  saySigns(rewording, words);
}

/** Has the thousands of numbers read as one number, in languages without words of their own too. */
export function joinThousands(rewording: Rewording, words: LanguageWords | null): void {
  const pattern = words?.spacedNumbers === true ? SPACED : WIDE_SPACED;
  for (const { 0: number, index } of rewording.text.matchAll(pattern))
    rewording.change(index, index + number.length, joined(number));
}

function sayRanges(rewording: Rewording, words: LanguageWords): void {
  const { text } = rewording;
  for (const { 0: all, 1: first = '', 2: second = '', index } of text.matchAll(SPAN)) {
    const isTelephone = first.length === 3 && second.length === 4;
    // Boeing 737-800
    const isModel =
      first.length > 2 && second.length === 3 && NAME_BEFORE.test(text.slice(Math.max(0, index - 30), index));
    if (!isTelephone && !isModel) rewording.change(index, index + all.length, `${first} ${words.to} ${second}`);
  }
}

function saySigns(rewording: Rewording, words: LanguageWords): void {
  const signs: readonly [RegExp, string][] = [
    [NEGATIVE, `${words.minus} `],
    [ABOUT, `${words.about} `],
    [TIMES, words.times],
  ];
  for (const [pattern, spoken] of signs)
    for (const { 0: sign, index } of rewording.text.matchAll(pattern))
      rewording.change(index, index + sign.length, spoken);
}

interface Amount {
  number: string;
  second: string | undefined;
  scale: string | undefined;
  sign: string;
}

/** Null where the language has no word for the currency or the scale. */
function sayMoney(
  { number, second, scale, sign }: Amount,
  primary: string,
  words: LanguageWords,
  isBeforeAnotherNoun: boolean,
): string | null {
  const forms = words.currencies[CURRENCY_SIGNS[sign] ?? ''];
  if (forms === undefined) return null;
  const amount = between(number, second, words);
  const counted = second ?? number;
  if (scale === undefined) {
    const cents = second === undefined ? /^(.*\p{Nd})[.,](\p{Nd}{2})$/u.exec(number) : null;
    const [, whole = '', hundredths = ''] = cents ?? [];
    if (cents !== null && !/^0+$/.test(whole))
      return `${joined(whole)} ${formFor(forms, whole, primary)}${hundredths === '00' ? '' : ` ${hundredths}`}`;
    return `${amount} ${isBeforeAnotherNoun ? singular(forms) : formFor(forms, counted, primary)}`;
  }
  const found = scaleOf(scale, words);
  if (found === undefined) return null;
  // A whole scale counts as many: "3 миллиона долларов".
  const currency = isBeforeAnotherNoun ? singular(forms) : (forms.many ?? forms.other);
  return `${amount} ${formFor(found.spoken, counted, primary)} ${found.joins ? joinTo(words, currency) : currency}`;
}

/** French drops the vowel: "d’euros"; Spanish and Portuguese do not. */
function joinTo(words: LanguageWords, currency: string): string {
  const elided = currency.startsWith('e') ? words.scaleJoinElided : undefined;
  return elided === undefined ? `${words.scaleJoin} ${currency}` : elided + currency;
}

function between(number: string, second: string | undefined, words: LanguageWords): string {
  return second === undefined ? joined(number) : `${joined(number)} ${words.to} ${joined(second)}`;
}

function joined(number: string): string {
  return number.replace(/[\s’']/gu, '');
}

/** "a $5m deal": English puts no plural in front of another noun. */
function isBeforeNoun(text: string, start: number, primary: string): boolean {
  return primary === 'en' && /(?:^|\P{L})an? $/iu.test(text.slice(Math.max(0, start - 4), start));
}

function singular(forms: NumberForms): string {
  return forms.one ?? forms.other;
}

function scaleOf(written: string, words: LanguageWords): LanguageWords['scales'][number] | undefined {
  const lower = written.toLowerCase();
  return words.scales.find((scale) => scale.written.includes(written) || scale.written.includes(lower));
}

function patternsOf(words: LanguageWords): NumberPatterns {
  const known = PATTERNS.get(words);
  if (known !== undefined) return known;
  const number = numberWith(words.spacedNumbers === true ? ' ' : '');
  // Headlines have whole words in capitals: $4 BILLION.
  const scales = words.scales.flatMap(({ written }) =>
    written.flatMap((scale) => (scale.length > LONGEST_SHORT_SCALE ? [scale, scale.toUpperCase()] : [scale])),
  );
  const scale = oneOf(scales);
  // "5m" alone is five metres as often as five million.
  const plainScale = oneOf(
    scales.filter((written) => /^(?:bn|tn|trn|mn|mln|mld|Mrd\.?|Mio\.?|Mds?|млн|млрд|трлн)$/u.test(written)),
  );
  const sign = oneOf(Object.keys(CURRENCY_SIGNS));
  const unit = oneOf(Object.keys(words.units));
  const second = String.raw`(?:${DASH}(?:${sign}\s?)?(${number}))?`;
  const patterns: NumberPatterns = {
    signFirst: new RegExp(
      String.raw`(?<![\p{L}\p{M}\p{N}$€£])(${sign})\s?(${number})${second}(?:[\s-]?(${scale})${NO_WORD_BEHIND})?${NO_WORD_BEHIND}`,
      'gu',
    ),
    signLast: new RegExp(
      String.raw`${NOT_INSIDE}(${number})(?:${DASH}(${number}))?(?:\s?(${scale}))?\s?(${sign})${NO_WORD_BEHIND}`,
      'gu',
    ),
    unit: new RegExp(String.raw`${NOT_INSIDE}(${number})(?:${DASH}(${number}))?[\s-]?(${unit})${NO_WORD_BEHIND}`, 'gu'),
    scaled: new RegExp(
      String.raw`${NOT_INSIDE}(${number})(?:${DASH}(${number}))?\s?(${plainScale})${NO_WORD_BEHIND}`,
      'gu',
    ),
  };
  PATTERNS.set(words, patterns);
  return patterns;
}

/** The longest first, as the first that fits is taken. */
function oneOf(alternatives: readonly string[]): string {
  const sorted = [...alternatives].sort((one, other) => other.length - one.length);
  return `(?:${sorted.map((written) => written.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})`;
}
