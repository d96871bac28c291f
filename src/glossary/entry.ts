/**
 * How well known a term is. 0: a household name all over the world. 1: most readers from another country or field could not
 * say what it is. 2: many would be glad of an explanation. 3: an everyday word of news.
 */
export type Level = 0 | 1 | 2 | 3;

/**
 * `caps-only`: only in exactly these capitals, since in small letters it is a common word. `with-cues`: only in an article
 * that has one of the entry's cues, since the form has other uses.
 */
export type MatchRule = 'caps-only' | 'with-cues';

/** One sense of a term, as it stands in a file of assets/glossary. */
export interface GlossaryEntry {
  /** The form by which articles most often name it. */
  term: string;
  /** Other forms in use; plurals, possessives and other spellings of hyphens and accents are found without being listed. */
  also: readonly string[];
  /** The full name of an acronym or a short name, which is found as well. */
  full: string | null;
  /** One of assets/glossary-checks/kinds.txt: "armed group". */
  kind: string;
  /** The meaning in one plain sentence. */
  is: string;
  /** The month up to which the meaning is known to be true: `2025-01`. */
  asof: string;
  /** Words of an article that speak for this sense. */
  cues: readonly string[];
  /** The title of the English Wikipedia's article. */
  wp: string | null;
  match: MatchRule | null;
  level: Level;
  /** Forms too general to stand alone: they count where the article has a longer form or a cue. */
  short: readonly string[];
}
