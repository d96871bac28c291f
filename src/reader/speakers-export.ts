import type { Translate } from '../../assets/message-key.ts';
import type { Article } from '../article/article.ts';
import { collapseWhiteSpace } from '../text/white-space.ts';
import { escapeMarkdown, markdownAddress } from './markdown.ts';
import type { SaidEntry, SpeakerEntries, SpeakerEntry } from './speaker-entries.ts';
import { countsInWords, KIND_LABELS, shareInWords, unattributedHeading } from './speaker-facts.ts';

/** How one format writes the parts of a summary. What it is handed is plain text on one line. */
interface Format {
  title(text: string): string;
  address(address: string): string;
  heading(text: string): string;
  /** A speaker within a group, or a heading of the same rank. */
  speaker(name: string, role: string | null): string;
  facts(facts: string): string;
  quotation(text: string): string;
  /** `label` says what kind of words these are. */
  paraphrase(text: string, label: string): string;
}

const TEXT: Format = {
  title: (text) => text,
  address: (address) => address,
  heading: (text) => text,
  speaker: (name, role) => (role === null ? name : `${name}, ${role}`),
  facts: (facts) => facts,
  quotation: (text) => `- ${text}`,
  paraphrase: (text, label) => `- ${text} (${label})`,
};

const MARKDOWN: Format = {
  title: (text) => `# ${escapeMarkdown(text)}`,
  address: markdownAddress,
  heading: (text) => `## ${escapeMarkdown(text)}`,
  speaker: (name, role) => `### ${escapeMarkdown(role === null ? name : `${name}, ${role}`)}`,
  facts: (facts) => escapeMarkdown(facts),
  quotation: (text) => `- ${escapeMarkdown(text)}`,
  paraphrase: (text, label) => `- ${escapeMarkdown(text)} (*${escapeMarkdown(label)}*)`,
};

/** Writes who says what, under the article's title and address, as text that reads well anywhere. */
export function speakersAsText(article: Article, entries: SpeakerEntries, translate: Translate): string {
  return write(TEXT, article, entries, translate);
}

/** The same in Markdown (CommonMark); nothing that an article says can be taken for its signs. */
export function speakersAsMarkdown(article: Article, entries: SpeakerEntries, translate: Translate): string {
  return write(MARKDOWN, article, entries, translate);
}

function write(format: Format, { title, url }: Article, entries: SpeakerEntries, translate: Translate): string {
  const paragraphs = [
    format.title(collapseWhiteSpace(title)),
    format.address(url),
    format.heading(translate('speakersHeading')),
    ...entries.named.flatMap(writeSpeaker),
  ];
  if (entries.unnamed.length > 0)
    paragraphs.push(format.heading(translate('speakersUnnamed')), ...entries.unnamed.flatMap(writeSpeaker));
  if (entries.unattributed.length > 0)
    paragraphs.push(format.heading(translate(unattributedHeading(entries))), writeSaid(entries.unattributed));
  return `${paragraphs.join('\n\n')}\n`;

  function writeSpeaker(entry: SpeakerEntry): string[] {
    const { name, role } = entry.speaker;
    const share = shareInWords(translate, entry);
    const facts = [...(share === null ? [] : [share]), ...countsInWords(translate, entry)].join(' · ');
    return [
      format.speaker(collapseWhiteSpace(name), role === null ? null : collapseWhiteSpace(role)),
      format.facts(facts),
      writeSaid(entry.said),
    ];
  }

  function writeSaid(said: readonly SaidEntry[]): string {
    const lines = said.map(({ kind, text }) => {
      const label = KIND_LABELS[kind];
      return label === null ? format.quotation(text) : format.paraphrase(text, translate(label));
    });
    return lines.join('\n');
  }
}
