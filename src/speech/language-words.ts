import measures from '../../assets/pronunciation/measures.json' with { type: 'json' };

/** What a word is with a number: by the plural categories of CLDR; `other` where there is no better one. */
export type NumberForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** How a language says what stands at numbers. */
export interface LanguageWords {
  /** Between two numbers of a range. */
  to: string;
  about: string;
  minus: string;
  and: string;
  times: string;
  squared: string;
  cubed: string;
  power: string;
  /** In front of the host of an address. */
  link: string;
  email: string;
  /** Between a scale and a currency, for scales that want it; '' where none does. */
  scaleJoin: string;
  /** The same in front of a vowel, with no space behind. */
  scaleJoinElided?: string;
  /** A space parts the thousands of a number. */
  spacedNumbers?: boolean;
  scales: readonly { written: readonly string[]; spoken: NumberForms; joins: boolean }[];
  currencies: Readonly<Record<string, NumberForms>>;
  units: Readonly<Record<string, NumberForms>>;
}

const WORDS: Readonly<Record<string, LanguageWords>> = measures.languages;

/** The signs and codes of currencies, and the currency that each means. */
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = measures.signs;

/** The words of a language (its first subtag), or null where they are not known. */
export function wordsOf(primary: string): LanguageWords | null {
  return Object.hasOwn(WORDS, primary) ? (WORDS[primary] ?? null) : null;
}

const PLURAL_RULES = new Map<string, Intl.PluralRules>();

/** The form that goes with a number as it is written in a language that `wordsOf` knows. */
export function formFor(forms: NumberForms, number: string, primary: string): string {
  const rules = PLURAL_RULES.get(primary) ?? new Intl.PluralRules(primary);
  PLURAL_RULES.set(primary, rules);
  return forms[rules.select(amountOf(number, primary))] ?? forms.other;
}

/** English alone of these writes a decimal point; elsewhere a point parts thousands. */
function amountOf(number: string, primary: string): number {
  const digits = number.replace(/[\s’']/gu, '');
  const plain = primary === 'en' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.');
  const value = Number.parseFloat(plain);
  return Number.isFinite(value) ? value : 0;
}
