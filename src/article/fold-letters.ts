/**
 * Letters as they are compared: small, without accents, in one form each. Capitals lose their accents in many
 * languages, Arabic is written with and without its vowels and hamzas, and Turkish has an i for which other languages
 * have no small letter.
 */
export function foldLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, '')
    .replaceAll('ı', 'i')
    .replaceAll('’', "'");
}
