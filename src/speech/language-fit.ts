/** How well a voice suits the language of a text; smaller is better. */
export const FIT = {
  /** The region's own voice. */
  region: 0,
  /** The same great centre of the language: British for Australian. */
  centre: 1,
  language: 2,
  /** May not know the script. */
  script: 3,
  /** Another language, which can be followed; see NEAR. */
  near: 4,
} as const;

/** Languages whose voice can be followed where there is none of one's own, the best first. */
const NEAR: Readonly<Record<string, readonly string[]>> = {
  bs: ['hr', 'sr'],
  hr: ['bs'],
  nb: ['nn'],
  nn: ['nb'],
  sr: ['bs'],
  yue: ['zh'],
  zh: ['yue'],
};
/** Serbian in Latin letters is read better by a voice that surely knows them. */
const NEAR_IN_LATIN: Readonly<Record<string, readonly string[]>> = { sr: ['hr', 'bs'] };

/** Regions that follow the first great centre of a language; all others follow the second: CLDR, parentLocales. */
const FIRST_CENTRE: Readonly<Record<string, readonly string[]>> = {
  en: ['US', 'AS', 'CA', 'GU', 'MH', 'MP', 'PH', 'PR', 'UM', 'VI'],
  es: ['ES', 'EA', 'IC', 'AD', 'GI', 'GQ', 'PH'],
  pt: ['BR'],
};

/** Chinese of these regions is spoken as Cantonese; most systems do not say so in a voice's tag. */
const CANTONESE = new Set(['HK', 'MO']);

interface SpokenLanguage {
  language: string;
  script: string;
  region: string;
  /** Whether the tag itself names the region. */
  hasRegion: boolean;
}

/**
 * How well a voice speaks a text of a language (both BCP 47), as in {@link FIT}; null where it cannot. Where the text names no
 * region, `isDefault` (the voice is what the system would take) decides.
 */
export function languageFit(voice: string, isDefault: boolean, text: string): number | null {
  const speaks = parse(voice);
  const wanted = parse(text);
  if (speaks === null || wanted === null) return null;
  if (speaks.language !== wanted.language) return nearFit(speaks.language, wanted);
  if (speaks.script !== wanted.script) return FIT.script;
  if (!wanted.hasRegion && isDefault) return FIT.region;
  if (speaks.region === wanted.region) return wanted.hasRegion ? FIT.region : FIT.centre;
  const isNear = isFirstCentre(speaks) === isFirstCentre(wanted) && wanted.hasRegion;
  return isNear && FIRST_CENTRE[wanted.language] !== undefined ? FIT.centre : FIT.language;
}

function nearFit(speaks: string, { language, script }: SpokenLanguage): number | null {
  const latin = script === 'Latn' ? NEAR_IN_LATIN[language] : undefined;
  const place = (latin ?? NEAR[language])?.indexOf(speaks) ?? -1;
  if (place === -1) return null;
  return latin === undefined ? FIT.near : FIT.language;
}

function parse(tag: string): SpokenLanguage | null {
  try {
    // Old tags become what they mean: "iw" Hebrew, "cmn" Chinese, "sh" Serbian in Latin letters; only "zh-yue" is refused.
    const locale = new Intl.Locale(tag.replaceAll('_', '-').replace(/^zh-(?=[a-z]{3}\b)/i, ''));
    const { language, script = '', region = '' } = locale.maximize();
    const hasRegion = locale.region !== undefined;
    if (language === 'no') return { language: 'nb', script, region, hasRegion };
    if (language !== 'zh' && language !== 'yue') return { language, script, region, hasRegion };
    // Chinese is spoken alike whichever way it is written.
    return { language: CANTONESE.has(region) ? 'yue' : language, script: '', region, hasRegion };
  } catch {
    // Pages and systems name languages that are none.
    return null;
  }
}

function isFirstCentre({ language, region }: SpokenLanguage): boolean {
  return FIRST_CENTRE[language]?.includes(region) ?? true;
}
