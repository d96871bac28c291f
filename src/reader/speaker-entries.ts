import type { TextBlock } from '../article/article.ts';
import type { Settings } from '../settings/settings.ts';
import type { Attribution, AttributionKind, Speaker, SpeakerSummary } from '../speakers/attribution.ts';
import type { Span } from '../text/span.ts';
import { collapseWhiteSpace } from '../text/white-space.ts';

/** One thing that somebody says, as it is listed. */
export interface SaidEntry {
  kind: AttributionKind;
  /** Word for word from the article; where words are left out between two pieces, an ellipsis stands for them. */
  text: string;
  spans: readonly Span[];
}

/** One speaker, as they are listed. */
export interface SpeakerEntry {
  speaker: Speaker;
  /** In the order of the text. */
  said: SaidEntry[];
  /** How much of it is quoted word for word. */
  quotations: number;
  /** How much of it the article tells in words of its own, wholly or in part. */
  paraphrases: number;
}

/** All that is said in an article, by whom. */
export interface SpeakerEntries {
  extent: SpeakerSummary['extent'];
  named: SpeakerEntry[];
  unnamed: SpeakerEntry[];
  /** What is quoted of somebody whom the article does not tell; a paraphrase of nobody tells a reader nothing. */
  unattributed: SaidEntry[];
}

/** Arranges a summary for people. Whoever says nothing that stands in these blocks is left out. */
export function arrangeSpeakers(
  { extent, attributions, speakers }: SpeakerSummary,
  blocks: readonly TextBlock[],
  order: Settings['speakerOrder'],
): SpeakerEntries {
  const texts = new Map(blocks.map(({ id, text }) => [id, text]));
  const said = attributions.map((attribution) => entryOf(attribution, texts));
  const entries = speakers
    .map((speaker) => speakerEntryOf(speaker, said))
    .filter((entry) => entry.said.length > 0)
    .sort(order === 'amount' ? byAmount : () => 0);
  return {
    extent,
    named: entries.filter(({ speaker }) => speaker.named),
    unnamed: entries.filter(({ speaker }) => !speaker.named),
    unattributed: said.filter((entry, index) => isUnattributed(attributions[index]) && entry.text !== ''),
  };
}

function isUnattributed(attribution: Attribution | undefined): boolean {
  return attribution?.speaker === null && attribution.kind !== 'indirect';
}

function entryOf({ kind, content }: Attribution, texts: ReadonlyMap<string, string>): SaidEntry {
  let text = '';
  let previous: Span | null = null;
  for (const span of content) {
    const piece = collapseWhiteSpace((texts.get(span.block) ?? '').slice(span.start, span.end));
    if (piece === '') continue;
    // A quotation that runs on in the next paragraph leaves nothing out.
    if (previous) text += previous.block === span.block ? ' … ' : ' ';
    text += piece;
    previous = span;
  }
  return { kind, text, spans: content };
}

function speakerEntryOf(speaker: Speaker, all: readonly SaidEntry[]): SpeakerEntry {
  const said = speaker.attributions.flatMap((index) => all[index] ?? []).filter(({ text }) => text !== '');
  const quotations = said.filter(({ kind }) => kind === 'direct').length;
  return { speaker, said, quotations, paraphrases: said.length - quotations };
}

/** Quoted words first, and among those who are quoted alike, who says more things. */
function byAmount(one: SpeakerEntry, other: SpeakerEntry): number {
  return other.speaker.quotedWords - one.speaker.quotedWords || other.said.length - one.said.length;
}
