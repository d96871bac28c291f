/** A script, and the language to take a text for that is mostly written in it. */
const SCRIPTS: readonly [pattern: RegExp, language: string][] = [
  [/[\p{sc=Hira}\p{sc=Kana}]/gu, 'ja'],
  [/\p{sc=Hang}/gu, 'ko'],
  [/\p{sc=Han}/gu, 'zh'],
  [/\p{sc=Arab}/gu, 'ar'],
  [/\p{sc=Hebr}/gu, 'he'],
  [/\p{sc=Cyrl}/gu, 'ru'],
  [/\p{sc=Grek}/gu, 'el'],
];

/** Languages written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Japanese is told from Chinese by its kana, of which any Japanese prose is at least a tenth. */
const ENOUGH_KANA = 0.1;
const MOST = 0.5;

/**
 * The language that a text's script suggests (BCP 47), for pages that name none. Null for scripts that many languages
 * share, such as Latin.
 */
export function languageOfScript(text: string): string | null {
  const sample = text.slice(0, 4000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  for (const [pattern, language] of SCRIPTS) {
    const share = (sample.match(pattern)?.length ?? 0) / letters;
    if (share > (language === 'ja' ? ENOUGH_KANA : MOST)) return language;
  }
  return null;
}

/** The direction in which a language (BCP 47) is written. */
export function directionOfLanguage(language: string | null): 'ltr' | 'rtl' {
  if (language === null) return 'ltr';
  const [primary = '', ...subtags] = language.toLowerCase().split('-');
  if (subtags.includes('latn')) return 'ltr';
  return RIGHT_TO_LEFT.has(primary) || subtags.includes('arab') || subtags.includes('hebr') ? 'rtl' : 'ltr';
}
