import type { Translate } from '../../assets/message-key.ts';
import type { Article } from '../article/article.ts';
import type { Meaning, Term } from '../glossary/term.ts';
import { collapseWhiteSpace } from '../text/white-space.ts';
import { escapeMarkdown, markdownAddress } from './markdown.ts';
import type { ReaderPorts } from './ports.ts';
import type { TermEntries } from './term-entries.ts';
import { sourceInWords } from './term-meanings.ts';

/** How one format writes the parts of a glossary. What it is handed is plain text on one line. */
interface Format {
  title(text: string): string;
  address(address: string): string;
  heading(text: string): string;
  term(text: string): string;
  /** `source` says who gives the meaning. */
  meaning(text: string, source: string): string;
  note(text: string): string;
}

const TEXT: Format = {
  title: (text) => text,
  address: (address) => address,
  heading: (text) => text,
  term: (text) => text,
  meaning: (text, source) => `- ${text} (${source})`,
  note: (text) => text,
};

const MARKDOWN: Format = {
  title: (text) => `# ${escapeMarkdown(text)}`,
  address: markdownAddress,
  heading: (text) => `## ${escapeMarkdown(text)}`,
  term: (text) => `**${escapeMarkdown(text)}**`,
  meaning: (text, source) => `- ${escapeMarkdown(text)} (*${escapeMarkdown(source)}*)`,
  note: (text) => escapeMarkdown(text),
};

/** Writes the terms of an article, under its title and address, as text that reads well anywhere. */
export function glossaryAsText(article: Article, entries: TermEntries, ports: ExportPorts): string {
  return write(TEXT, article, entries, ports);
}

/** The same in Markdown (CommonMark); nothing that an article or a glossary says can be taken for its signs. */
export function glossaryAsMarkdown(article: Article, entries: TermEntries, ports: ExportPorts): string {
  return write(MARKDOWN, article, entries, ports);
}

type ExportPorts = Pick<ReaderPorts, 'translate' | 'locale'>;

function write(format: Format, { title, url }: Article, { terms, wellKnown }: TermEntries, ports: ExportPorts): string {
  const { translate } = ports;
  const paragraphs = [
    format.title(collapseWhiteSpace(title)),
    format.address(url),
    format.heading(translate('glossaryHeading')),
    ...terms.map(writeTerm),
  ];
  if (wellKnown.length > 0)
    paragraphs.push(format.heading(translate('glossaryWellKnown')), ...wellKnown.map(writeTerm));
  return `${paragraphs.join('\n\n')}\n`;

  function writeTerm({ term, meanings, maybe }: Term): string {
    const lines = meanings.map((meaning) =>
      format.meaning(meaningInWords(meaning, term, translate), sourceInWords(ports, meaning)),
    );
    const note = maybe ? [format.note(translate('termMaybe'))] : [];
    // Markdown takes a list for more of the line before it where no empty line stands between.
    return [format.term(collapseWhiteSpace(term)), ...note, lines.join('\n')].join('\n\n');
  }
}

/** "UN Office for …, UN office: It brings help …": what there is of full name, kind and meaning. */
function meaningInWords({ fullName, kind, definition, source }: Meaning, term: string, translate: Translate): string {
  const quoted = source === 'article' && definition !== '' ? translate('termQuotation', definition) : definition;
  const name = [fullName === term ? null : fullName, kind].filter((part) => part !== null).join(', ');
  return collapseWhiteSpace([name, quoted].filter((part) => part !== '').join(': '));
}
