import functionWords from '../../assets/speakers/function-words.json' with { type: 'json' };

const COMMONEST: ReadonlySet<string> = new Set(functionWords.commonest);
/** About two fifths of the words of English prose are in the list; of other languages hardly one in ten. */
const ENOUGH = 0.2;
/** In UTF-16 units. */
const SAMPLE = 6000;
const FEWEST_WORDS = 20;

/** Whether a text is English: by its language tag (BCP 47), and by its words too, since pages often bear a wrong one. */
export function isEnglish(text: string, language: string | null): boolean {
  const tagged = language === null || /^en\b/i.test(language);
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (!tagged || words.length < FEWEST_WORDS) return tagged;
  return words.filter((word) => COMMONEST.has(word)).length / words.length >= ENOUGH;
}
