import apostrophes from '../../assets/language/apostrophes.json' with { type: 'json' };
import quotationMarks from '../../assets/language/quotation-marks.json' with { type: 'json' };
import reportingWords from '../../assets/language/reporting-words.json' with { type: 'json' };

/** What a mark does in a language when its neighbours do not tell. */
export type MarkRole = 'open' | 'close' | 'either';

/** How a language marks speech. */
export interface LanguageMarks {
  /** The roles of the marks that the language uses. */
  roles: ReadonlyMap<string, MarkRole>;
  /** Whether a dash at the start of a paragraph opens speech. */
  speechDash: boolean;
  /** Short forms that begin with an apostrophe, in lower case. */
  leading: ReadonlySet<string>;
  /** The same, but a quotation may begin with them too. */
  leadingUnlessClosed: ReadonlySet<string>;
  /** Short forms that end with an apostrophe. */
  trailing: ReadonlySet<string>;
  /** How words of saying begin, in lower case; in English the whole words. */
  reporting: readonly string[];
}

type ByLanguage<Value> = Readonly<Record<string, Value>>;

const MARKS: ByLanguage<{ pairs: readonly string[]; speechDash: boolean }> = quotationMarks;
const LEADING: ByLanguage<readonly string[]> = apostrophes.leading;
const LEADING_UNLESS_CLOSED: ByLanguage<readonly string[]> = apostrophes.leadingUnlessClosed;
const TRAILING: ByLanguage<readonly string[]> = apostrophes.trailing;
const REPORTING: ByLanguage<readonly string[]> = reportingWords;

/** The marks of a language (BCP 47); of English for one that is not known or null, as most careless text follows it. */
export function marksOfLanguage(language: string | null): LanguageMarks {
  const primary = language?.toLowerCase().split(/[-_]/)[0] ?? '';
  const code = Object.hasOwn(MARKS, primary) ? primary : 'en';
  const roles = new Map<string, MarkRole>();
  for (const pair of MARKS[code]?.pairs ?? []) {
    const [opening = '', closing = ''] = pair;
    roles.set(
      opening,
      roles.get(opening) === 'close' || opening === closing ? 'either' : (roles.get(opening) ?? 'open'),
    );
    roles.set(
      closing,
      roles.get(closing) === 'open' || opening === closing ? 'either' : (roles.get(closing) ?? 'close'),
    );
  }
  return {
    roles,
    speechDash: MARKS[code]?.speechDash ?? false,
    leading: new Set(LEADING[code]),
    leadingUnlessClosed: new Set(LEADING_UNLESS_CLOSED[code]),
    trailing: new Set(TRAILING[code]),
    reporting: REPORTING[code] ?? [],
  };
}
