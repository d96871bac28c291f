/** What the data and the lines above an article are known by. */
type HeadPattern =
  /** A type of schema.org. */
  | 'articleType'
  /** What joins a headline to the names of site and section. */
  | 'titleSeparator'
  /** An element's name and class. */
  | 'breadcrumb'
  /** In class names. */
  | 'kicker'
  | 'authorMark'
  /** In the address of an author's own page. */
  | 'authorPath'
  /** The first words of a byline. */
  | 'bylineLabel'
  /** What stands behind the names on the same line: "By Nora Field, in News · 31 Jan". */
  | 'bylineRest'
  /** What joins the names to the date behind them. */
  | 'dateLabel'
  /** What is no name of an author. */
  | 'account'
  /** What the links beside a name say. */
  | 'besideName'
  /** What an author does, as it follows the name after a comma. */
  | 'role';

/** What meta elements may tell of. */
type MetaKind = 'title' | 'author' | 'published' | 'description';

/** The words of assets/article-head.json. */
export interface ArticleHeadData {
  /** Names of meta elements in lower case, the most trustworthy first. */
  metaNames: Readonly<Record<MetaKind, readonly string[]>>;
  /** Regular expressions: `form` has one of the `words` in the place of "%". Words of a language stand under it. */
  patterns: Readonly<
    Record<HeadPattern, { form: string; words: readonly string[] | Readonly<Record<string, readonly string[]>> }>
  >;
  /** Named character references (HTML) that titles and names use, without "&" and ";". */
  entities: Readonly<Record<string, string>>;
}

/** The same, made ready to be asked. */
export interface ArticleHeadRules extends Omit<ArticleHeadData, 'patterns'> {
  patterns: Readonly<Record<HeadPattern, RegExp>>;
}

export function compileArticleHead(data: ArticleHeadData): ArticleHeadRules {
  const patterns = Object.entries(data.patterns).map(([name, { form, words }]) => {
    const source = form.replace('%', Object.values(words).flat().join('|'));
    return [name, new RegExp(source, 'iu')];
  });
  return { ...data, patterns: Object.fromEntries(patterns) };
}
