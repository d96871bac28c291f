import functionWords from '../../assets/speakers/function-words.json' with { type: 'json' };
import nameParticles from '../../assets/speakers/name-particles.json' with { type: 'json' };
import nicknames from '../../assets/speakers/nicknames.json' with { type: 'json' };
import notNames from '../../assets/speakers/not-names.json' with { type: 'json' };
import organisationWords from '../../assets/speakers/organisation-words.json' with { type: 'json' };
import places from '../../assets/speakers/places.json' with { type: 'json' };
import roleNouns from '../../assets/speakers/role-nouns.json' with { type: 'json' };
import titles from '../../assets/speakers/titles.json' with { type: 'json' };

export type Gender = 'male' | 'female';

const lowerCase = (list: readonly string[]): string[] => list.map((entry) => entry.toLowerCase());

/** The first names that people of another first name go by: "liz" → "elizabeth"; a short form may have several. */
export const FULL_FIRST_NAMES: ReadonlyMap<string, readonly string[]> = invert(nicknames);
export const SUFFIXES: ReadonlySet<string> = new Set(nameParticles.suffixes);
export const PARTICLES: ReadonlySet<string> = new Set(nameParticles.particles);
export const CALENDAR: ReadonlySet<string> = new Set(notNames.calendar);
export const OPENERS: ReadonlySet<string> = new Set(notNames.openers);
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(organisationWords.inNames);
/** Common nouns for those who speak as a body or through paper: "police", "the report". */
export const GROUP_WORDS: ReadonlySet<string> = new Set(organisationWords.groups);
/** Those of them that say what kind of body it is. */
const DOCUMENTS: ReadonlySet<string> = new Set(organisationWords.documents);
const INSTITUTIONS: ReadonlySet<string> = new Set(organisationWords.institutions);
const MEANINGS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(titles.meanings));
const FIRMS: ReadonlySet<string> = new Set(organisationWords.firms);
const OFFICES: ReadonlySet<string> = new Set(roleNouns.offices);
const GROUP_KINDS: ReadonlySet<string> = new Set(organisationWords.kinds);
/** Titles that every adult has, or that tell only how to address somebody. */
export const HONORIFICS: ReadonlySet<string> = new Set(functionWords.honorifics);
export const DETERMINERS: ReadonlySet<string> = new Set(functionWords.determiners);
export const PREPOSITIONS: ReadonlySet<string> = new Set(functionWords.prepositions);
/** Adjectives that also open sentences without belonging to a name. */
export const ADJECTIVES: ReadonlySet<string> = new Set(functionWords.adjectives);
/** Words in -ed that stand before a noun: "retired". */
export const PARTICIPLES: ReadonlySet<string> = new Set(functionWords.participles);
/** Verbs that tell what somebody does for a living: "heads", "teaches". */
export const OCCUPATIONS: ReadonlySet<string> = new Set(functionWords.occupations);
/** Verbs that can stand between a noun phrase and what is said. */
export const REPORTING_VERBS: ReadonlySet<string> = new Set(functionWords.reportingVerbs);
export const COUNTRIES: ReadonlySet<string> = new Set(lowerCase(places.countries));
export const REGIONS: ReadonlySet<string> = new Set(lowerCase(places.regions));
export const DEMONYMS: ReadonlySet<string> = new Set(lowerCase(places.demonyms));
/** Words that stand with a capital before a name and are no part of it. */
export const TITLES: ReadonlySet<string> = new Set([...titles.male, ...titles.female, ...titles.neutral]);

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ...[...titles.male, ...roleNouns.male].map((word): [string, Gender] => [word, 'male']),
  ...[...titles.female, ...roleNouns.female].map((word): [string, Gender] => [word, 'female']),
]);
const ROLE_NOUNS: ReadonlySet<string> = new Set([...roleNouns.male, ...roleNouns.female, ...roleNouns.neutral]);
/** Endings of nouns for people; a list of what people can be is never complete. */
const ROLE_ENDING =
  /(?:woman|man|person|ologist|ographer|master|mistress|maker|keeper|holder|owner|leader|worker|writer|player|ist|ician)$/;
const PLURAL_ENDING = /(?:ers|ors|ists|ians|ants|ents|ives|ees|men|women|people|workers|ites|als|ants|ies)$/;

/** What a word of a title or role says of the person: "Mrs", "spokesman", "his daughter". */
export function genderOf(lower: string): Gender | null {
  return GENDERS.get(lower) ?? (/[^h]woman$/.test(lower) ? 'female' : null);
}

/** Whether a word, in lower case, says what a person is: "minister", "co-author", "ex-husband". */
export function isRoleNoun(lower: string): boolean {
  return isListedRoleNoun(lower) || (lower.length > 6 && ROLE_ENDING.test(lower));
}

/** The same for words with a capital: "Bergman" and "Nyqvist" only look as if they said what somebody is. */
export function isListedRoleNoun(lower: string): boolean {
  if (ROLE_NOUNS.has(lower)) return true;
  const part = lower.slice(Math.max(lower.lastIndexOf('-'), lower.lastIndexOf('‑')) + 1);
  return part !== lower && part.length > 2 && ROLE_NOUNS.has(part);
}

/** Whether a word names people by the number: "experts", "spokesmen", "brokers". */
export function isPluralRole(lower: string): boolean {
  if (lower.endsWith('ies') && ROLE_NOUNS.has(`${lower.slice(0, -3)}y`)) return true;
  if (lower.endsWith('men')) return isListedRoleNoun(`${lower.slice(0, -3)}man`);
  if (lower === 'people' || lower === 'children' || lower === 'wives') return true;
  return lower.endsWith('s') && isListedRoleNoun(lower.slice(0, -1));
}

/** Whether a word has the shape of a plural for people, known or not. */
export function looksPlural(lower: string): boolean {
  return isPluralRole(lower) || PLURAL_ENDING.test(lower);
}

function invert(table: Readonly<Record<string, readonly string[]>>): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [full, shorts] of Object.entries(table))
    for (const short of shorts) map.set(short, [...(map.get(short) ?? []), full]);
  return map;
}

/** Nouns for what a body is: "the retailer", "investment bank". */
export function isGroupRole(lower: string): boolean {
  return GROUP_KINDS.has(lower) || /(?:maker|retailer|giant)$/.test(lower);
}

/** Whether "the …" for a body can mean whichever was named last: "the company". */
export function isFirm(lower: string): boolean {
  return FIRMS.has(lower);
}

/** Whether "the …" can be somebody whom the article never names: "the judge". */
export function isOffice(lower: string): boolean {
  return OFFICES.has(lower);
}

/** What the bearer of a title can be called: "justice" → "judge". */
export function meaningsOfTitle(lower: string): readonly string[] {
  return MEANINGS.get(lower) ?? [];
}

/** Whether somebody speaks through it in writing: "a report from …". */
export function isDocument(lower: string): boolean {
  return DOCUMENTS.has(lower);
}

/** Whether a country's or a people's body is named by its common noun: "the US military", "Kenya's air force". */
export function isInstitution(lower: string): boolean {
  return INSTITUTIONS.has(lower);
}
