import { readFileSync } from 'node:fs';
import type { Article } from './article/article.ts';
import type { Attribution, SpeakerSummary } from './speakers/attribution.ts';
import { findSpeakers } from './speakers/find-speakers.ts';
import { type AttributionModel, readAttributionModel } from './speakers/model.ts';
import type { Range, Span } from './text/span.ts';
import { collapseWhiteSpace } from './text/white-space.ts';

const MODEL = new URL('../assets/model/attribution.bin', import.meta.url);

/** An attribution as the command line writes it; offsets into the text that was read. */
interface AttributionRecord {
  content: Range[];
  source: Range | null;
  cue: Range | null;
  /** The name; null for a source that the article does not name. */
  speaker: string | null;
  kind: Attribution['kind'];
}

interface SpeakerRecord {
  name: string;
  role: string | null;
  quotes: number;
  paraphrases: number;
}

export interface SpeakersRecord {
  attributions: AttributionRecord[];
  speakers: SpeakerRecord[];
}

/** A block with where it stands in the text that offsets count in. */
interface PlacedBlock {
  id: string;
  kind: string;
  text: string;
  start: number;
}

let model: AttributionModel | null = null;

/**
 * Who says what in an article. Offsets are UTF-16 units of `text`, where the article was read from one, else of its
 * blocks' texts joined by line feeds.
 */
export function speakersOf(article: Article, text: string | null): SpeakersRecord {
  model ??= readAttributionModel(new Uint8Array(readFileSync(MODEL)));
  const blocks = text === null ? blocksOf(article) : linesOf(text, article);
  return asRecord(findSpeakers(blocks, article.language, model), blocks);
}

function blocksOf({ blocks }: Article): PlacedBlock[] {
  let start = 0;
  return blocks.map((block) => {
    const placed = { ...block, start };
    start += block.text.length + 1;
    return placed;
  });
}

/** The lines of a text as they stand there, but for those that were taken out as clutter. */
function linesOf(text: string, { removed, blocks }: Article): PlacedBlock[] {
  const clutter = new Set(removed.map((removal) => removal.text));
  // A caption without a picture is told of, and yet kept.
  for (const block of blocks) clutter.delete(block.text);
  return [...text.matchAll(/[^\n\r\u2028\u2029]+/g)]
    .filter(({ 0: line }) => !clutter.has(collapseWhiteSpace(line)))
    .map(({ 0: line, index }) => ({ id: String(index), kind: 'paragraph', text: line, start: index }));
}

function asRecord({ attributions, speakers }: SpeakerSummary, blocks: readonly PlacedBlock[]): SpeakersRecord {
  const starts = new Map(blocks.map(({ id, start }) => [id, start]));
  const rangeOf = ({ block, start, end }: Span): Range => {
    const at = starts.get(block) ?? 0;
    return [at + start, at + end];
  };
  const named = speakers.filter((speaker) => speaker.named);
  return {
    attributions: attributions.map(({ content, source, cue, kind, speaker }) => ({
      content: content.map(rangeOf),
      source: source && rangeOf(source),
      cue: cue && rangeOf(cue),
      speaker: named.find(({ id }) => id === speaker)?.name ?? null,
      kind,
    })),
    speakers: named.map(({ name, role, attributions: own }) => {
      const quotes = own.filter((index) => attributions[index]?.kind === 'direct').length;
      return { name, role, quotes, paraphrases: own.length - quotes };
    }),
  };
}

/** The speakers as lines of plain text, each with a few words of what is known. */
export function speakersAsText({ speakers }: SpeakersRecord): string {
  if (speakers.length === 0) return '';
  const lines = speakers.map(
    ({ name, role, quotes, paraphrases }) =>
      `  ${role === null ? name : `${name}, ${role}`}: quotations ${quotes}, in the article's words ${paraphrases}`,
  );
  return ['Speakers', ...lines].join('\n');
}
