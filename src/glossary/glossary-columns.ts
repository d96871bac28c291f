/** Which columns of a table hold what, counted from 0. */
export interface GlossaryColumns {
  term: number;
  /** Null where no column has other ways of writing. */
  also: number | null;
  definition: number;
}

/** The first row of a table, judged. */
export interface GlossaryHeader {
  columns: GlossaryColumns;
  /** The row names the columns, in words that are known or that look like it; it is no entry. */
  isHeader: boolean;
  /** The names are not those that are known: the reader is told that the row was taken for names. */
  guessed: boolean;
  /** Names of columns that are not read. */
  unread: string[];
}

/** What spreadsheets and vocabulary programs call these columns, in small letters. */
const NAMES = {
  term:
    'term terms word words acronym abbreviation entry name headword begriff wort abkürzung ausdruck terme mot sigle término termino palabra sigla ' +
    'termine parola termo begrip woord term begrepp ord begreb begrep termin skrót slovo sana pojem kifejezés cuvânt terim kelime термин слово термін 用語 词语 词 용어 مصطلح מונח',
  also: 'also aliases alias synonyms synonym variants auch synonyme aussi sinónimos sinonimi sinônimos ook synoniemen',
  definition:
    'definition definitions meaning meanings explanation description bedeutung erklärung beschreibung définition signification sens explication definición ' +
    'definicion significado explicación definizione significato spiegazione definição definicao explicação betekenis definitie uitleg definition betydelse förklaring ' +
    'betydning forklaring definicja znaczenie objaśnienie definice význam merkitys selitys jelentés definiție tanım anlam определение значение визначення 定義 意味 定义 解释 뜻 정의 تعريف הגדרה',
} as const;

const known = (names: string) => new Set(names.split(' '));
const TERM_NAMES = known(NAMES.term);
const ALSO_NAMES = known(NAMES.also);
const DEFINITION_NAMES = known(NAMES.definition);

/** The name of a column has at most so many words. */
const MOST_NAME_WORDS = 2;
/** Meanings of so many words and more are sentences, beside which one or two words stand out as a name. */
const SENTENCE_WORDS = 4;

/** Whether a row has a name that is known for a term and one for a meaning. */
export function hasKnownNames(row: readonly string[]): boolean {
  const names = row.map(nameOf);
  return names.some((name) => TERM_NAMES.has(name)) && names.some((name) => DEFINITION_NAMES.has(name));
}

/**
 * Tells which column is which: by its name where that is known, else the first one is the term and the last one the meaning.
 * @param rows the table, the first row perhaps with names.
 */
export function readHeader(rows: readonly (readonly string[])[]): GlossaryHeader {
  const [first = [], ...others] = rows;
  const last = Math.max(1, first.length - 1);
  if (hasKnownNames(first)) {
    const names = first.map(nameOf);
    const also = names.findIndex((name) => ALSO_NAMES.has(name));
    const columns = {
      term: names.findIndex((name) => TERM_NAMES.has(name)),
      also: also < 0 ? null : also,
      definition: names.findIndex((name) => DEFINITION_NAMES.has(name)),
    };
    return { columns, isHeader: true, guessed: false, unread: unreadNames(first, columns) };
  }
  if (looksLikeNames(first, others)) {
    const columns = { term: 0, also: null, definition: last };
    return { columns, isHeader: true, guessed: true, unread: unreadNames(first, columns) };
  }
  // Three columns without names are those of a file that Lectern has written, whose first row was cut off.
  const columns = { term: 0, also: first.length === 3 ? 1 : null, definition: last };
  return { columns, isHeader: false, guessed: false, unread: [] };
}

/** One or two words over a column of sentences, and nothing but words in the whole row. */
function looksLikeNames(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  if (first.length < 2 || first.some((cell) => !/^[\p{L}\p{M} ()/_-]+$/u.test(cell))) return false;
  if (first.some((cell) => wordCount(cell) > MOST_NAME_WORDS)) return false;
  const counts = others
    .filter((row) => row.length > 1)
    .map((row) => wordCount(row.at(-1) ?? ''))
    .sort((one, other) => one - other);
  return (counts[Math.floor(counts.length / 2)] ?? 0) >= SENTENCE_WORDS;
}

function unreadNames(row: readonly string[], { term, also, definition }: GlossaryColumns): string[] {
  return row.filter((name, index) => name.trim() !== '' && ![term, also, definition].includes(index));
}

function nameOf(cell: string): string {
  return cell.trim().toLowerCase().normalize('NFC');
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
