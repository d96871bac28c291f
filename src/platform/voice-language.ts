/** What is said of a voice that names no language that can be understood. */
const UNKNOWN = 'und';

/**
 * The language of a voice as browsers and systems write it, in BCP 47: "en_US" (Chrome on Android), "eng-US-f000"
 * (Firefox on Android), "zh_TW_#Hant" (Java locales), "en-US-NYC" (speech-dispatcher). What a tag may not hold is left out.
 */
export function voiceLanguage(named: string): string {
  const subtags = named.split(/[-_]/).map((subtag) => subtag.replace(/^#/, ''));
  return canonical(subtags.join('-')) ?? canonical(plainTag(subtags)) ?? UNKNOWN;
}

/** Language, script and region, in the order that a tag wants. */
function plainTag([language = '', ...others]: readonly string[]): string {
  const script = others.find((subtag) => /^[a-z]{4}$/i.test(subtag));
  const region = others.find((subtag) => /^(?:[a-z]{2}|\d{3})$/i.test(subtag));
  return [language, script, region].filter((subtag) => subtag !== undefined).join('-');
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
