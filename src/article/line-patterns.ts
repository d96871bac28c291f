/** The words of assets/line-signs.json, by language where they belong to one. */
export interface LineSignData {
  /** Words that stand before a name or a date in bylines and datelines. */
  bylineWords: ByLanguage;
  /** Words that stand behind the name in languages that put them there. */
  bylineEndings: ByLanguage;
  /** Regular expressions of ages, reading times and counts of views: "3 hours ago", "5 min read". */
  timePatterns: ByLanguage;
  /** Agencies, archives and words that mark the credit of a picture wherever they stand. */
  creditWords: ByLanguage;
  /** Words that do so before a colon or a slash. */
  creditLabels: ByLanguage;
  /** Agencies that do so after a slash or a bracket. */
  creditAgencies: readonly string[];
  /** Regular expressions of notes in which agencies and editors speak of the article instead of its matter. */
  notePatterns: ByLanguage;
  /** Regular expressions of what a site asks of its readers: in the last lines of an article, and with a link. */
  invitationPatterns: ByLanguage;
}

/** `und` (undetermined) holds what belongs to no language. */
type ByLanguage = Readonly<Record<string, readonly string[]>>;

/** The same as patterns, for lines in lower case: to try both cases of hundreds of words is several times as slow. */
export interface LinePatterns {
  byline: RegExp;
  credit: RegExp;
  note: RegExp;
  time: RegExp;
  invitation: RegExp;
}

/** The patterns for the lines of a page in a language (BCP 47); for null, and for one without words here, those of all. */
export type LineRules = (language: string | null) => LinePatterns;

/** What a page in any language may hold: marks of no language, and words of international agencies and platforms. */
const EVERYWHERE = ['und', 'en'];

/** Languages so near to each other that words of one stand in texts of another. */
const NEIGHBOURS: readonly (readonly string[])[] = [
  ['da', 'nb', 'sv'],
  ['ru', 'uk'],
];

/** Hundreds of words take their time to compile, so each language is made ready when the first page in it is read. */
export function compileLineSigns(data: LineSignData): LineRules {
  const made = new Map<string, LinePatterns>();
  return (language) => {
    const primary = language?.toLowerCase().split('-')[0] ?? '';
    const known = Object.hasOwn(data.bylineWords, primary) ? primary : '';
    const patterns = made.get(known) ?? compileFor(data, known);
    made.set(known, patterns);
    return patterns;
  };
}

/** `language` is one of those of the data, or empty for all. */
function compileFor(data: LineSignData, language: string): LinePatterns {
  const near = NEIGHBOURS.find((group) => group.includes(language)) ?? [language];
  const chosen = [...EVERYWHERE, ...near];
  const of = (list: ByLanguage) =>
    Object.keys(list).flatMap((key) => (language === '' || chosen.includes(key) ? (list[key] ?? []) : []));
  // A list without words must fit nothing, rather than everything.
  const words = (list: ByLanguage) => of(list).join('|') || '(?!)';
  return {
    byline: new RegExp(
      `^(?:${words(data.bylineWords)})(?=[\\s:：/／|,.]|$)|\\p{L}(?: ?(?:${words(data.bylineEndings)})) ?[)\\]】]?(?: ?[\\w.]+@[\\w.]+)?$`,
      'u',
    ),
    credit: new RegExp(
      `(?<![\\p{L}\\d])(?:${words(data.creditWords)}|\\w+ images)(?![\\p{L}\\d])|[©ⓒ]|[/(](?:${data.creditAgencies.join('|')})\\b(?!\\)?\\s*[-–—])|(?<!\\p{L})(?:${words(data.creditLabels)})\\s*[:：=＝/／]|\\breuters\\/`,
      'u',
    ),
    note: anyOf(of(data.notePatterns)),
    time: anyOf(of(data.timePatterns)),
    invitation: anyOf(of(data.invitationPatterns)),
  };
}

/** One pattern of all. Those that begin a line are tried at its beginning only: hundreds at every letter are slow. */
function anyOf(patterns: readonly string[]): RegExp {
  const opening = patterns.filter((pattern) => pattern.startsWith('^')).map((pattern) => pattern.slice(1));
  const rest = patterns.filter((pattern) => !pattern.startsWith('^'));
  return new RegExp([...(opening.length > 0 ? [`^(?:${opening.join('|')})`] : []), ...rest].join('|'), 'u');
}
