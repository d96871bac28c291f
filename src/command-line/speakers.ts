import { readFileSync } from 'node:fs';
import type { Attribution, SpeakerSummary } from '../speakers/attribution.ts';
import { findSpeakers } from '../speakers/find-speakers.ts';
import { type AttributionModel, readAttributionModel } from '../speakers/model.ts';
import type { Range, Span } from '../text/span.ts';
import type { PlacedBlock } from './blocks.ts';

const MODEL = new URL('../../assets/model/attribution.bin', import.meta.url);

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

let model: AttributionModel | null = null;

/** Who says what in an article's blocks; offsets as the blocks are placed. */
export function speakersOf(blocks: readonly PlacedBlock[], language: string | null): SpeakersRecord {
  model ??= readAttributionModel(new Uint8Array(readFileSync(MODEL)));
  return asRecord(findSpeakers(blocks, language, model), blocks);
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
