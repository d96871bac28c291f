import { readFileSync } from 'node:fs';
import type { Attribution, SpeakerSummary } from '../../src/speakers/attribution.ts';
import { findSpeakers, type SpokenBlock } from '../../src/speakers/find-speakers.ts';
import { readAttributionModel } from '../../src/speakers/model.ts';
import { type ReadParagraph, readParagraphs } from '../../src/speakers/read-paragraphs.ts';
import type { Prose } from '../../src/text/block-map.ts';
import type { Range } from '../../src/text/span.ts';

/** The model that ships. */
export const model = readAttributionModel(readFileSync(new URL('../../assets/model/attribution.bin', import.meta.url)));

/** The lines of a text as paragraphs of an article. */
export function blocksOf(text: string): SpokenBlock[] {
  return text.split('\n').map((line, index) => ({ id: `block-${index}`, kind: 'paragraph', text: line }));
}

export function summaryOf(text: string): SpeakerSummary {
  return findSpeakers(blocksOf(text), 'en', model);
}

/** The lines of a text as one prose, with what was read in each. */
export function paragraphsOf(text: string): { prose: Prose; paragraphs: ReadParagraph[] } {
  const ranges = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }): Range => [index, index + line.length]);
  const prose = { text, paragraphs: ranges };
  return { prose, paragraphs: readParagraphs(prose, 'en') };
}

/** What was said, cut out of its blocks; throws where a span does not lie in one. */
export function wordsOf({ content }: Attribution, blocks: readonly SpokenBlock[]): string[] {
  return content.map(({ block, start, end }) => {
    const text = blocks.find(({ id }) => id === block)?.text;
    if (text === undefined || start < 0 || start >= end || end > text.length)
      throw new Error(`${block} has no text from ${start} to ${end}`);
    return text.slice(start, end);
  });
}

/** One line for each attribution: who says it (in brackets without a name), how, and the words. */
export function linesOf({ attributions, speakers }: SpeakerSummary, blocks: readonly SpokenBlock[]): string[] {
  return attributions.map((attribution) => {
    const speaker = attribution.speaker === null ? undefined : speakers[attribution.speaker];
    const who = speaker === undefined ? 'nobody' : speaker.named ? speaker.name : `(${speaker.name})`;
    return `${who}, ${attribution.kind}: ${wordsOf(attribution, blocks).join(' … ')}`;
  });
}
