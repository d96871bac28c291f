import { BlockMap } from '../text/block-map.ts';
import { isEnglish } from '../text/is-english.ts';
import type { Range, Span } from '../text/span.ts';
import { countWords } from '../text/words.ts';
import type { Attribution, Speaker, SpeakerSummary } from './attribution.ts';
import { findStatements } from './find-statements.ts';
import type { AttributionModel } from './model.ts';
import { type NamedSource, nameSpeakers } from './name-speakers.ts';
import { quotedStatements } from './quoted-statements.ts';
import { type ReadParagraph, readParagraphs } from './read-paragraphs.ts';
import type { Statement } from './statement.ts';

/** What is read of an article's block. */
export interface SpokenBlock {
  id: string;
  kind: string;
  text: string;
}

/** Blocks that are about the article, or no sentences. */
const UNSPOKEN: ReadonlySet<string> = new Set(['byline', 'note', 'code', 'table']);

/**
 * Finds who says what in an article. Without a model, or in a language that it does not know, only what stands in
 * quotation marks is found. `language` is a BCP 47 code or null. Offsets are UTF-16 units of each block's text.
 */
export function findSpeakers(
  blocks: readonly SpokenBlock[],
  language: string | null,
  model: AttributionModel | null,
): SpeakerSummary {
  const map = new BlockMap(blocks.filter(({ kind, text }) => !UNSPOKEN.has(kind) && text.trim() !== ''));
  const { prose } = map;
  const english = isEnglish(prose.text, language);
  const paragraphs = readParagraphs(prose, english ? 'en' : language);
  if (model === null || !english)
    return {
      extent: 'quotations',
      attributions: quotedStatements(paragraphs).map((statement) => attributionOf(statement, null, map)),
      speakers: [],
    };
  const statements = findStatements(prose, paragraphs, model);
  const { sources, sourceOf: found } = nameSpeakers(prose.text, paragraphs, statements);
  const sourceOf = withoutSilent(found, statements);
  const heard = statements.map((statement) => quotedWordsOf(statement, paragraphs, prose.text));
  const numbers = inOrder(sourceOf);
  const attributions = statements.map((statement, index) => {
    const source = sourceOf[index];
    return attributionOf(statement, source === null || source === undefined ? null : numbers.indexOf(source), map);
  });
  const all = heard.reduce((sum, count) => sum + count, 0);
  const speakers = numbers.flatMap((number, id) => {
    const source = sources[number];
    if (source === undefined) return [];
    const own = attributions.flatMap(({ speaker }, index) => (speaker === id ? [index] : []));
    const quotedWords = own.reduce((sum, index) => sum + (heard[index] ?? 0), 0);
    return [
      { ...speakerOf(source, id, map), attributions: own, quotedWords, share: all === 0 ? 0 : quotedWords / all },
    ];
  });
  return { extent: 'full', attributions, speakers };
}

/** Who only thinks, wants or does something does not speak in the article, and is no speaker. */
function withoutSilent(sourceOf: readonly (number | null)[], statements: readonly Statement[]): (number | null)[] {
  const speaking = new Set(
    sourceOf.filter((_, index) => statements[index]?.speech || statements[index]?.kind !== 'indirect'),
  );
  return sourceOf.map((source) => (speaking.has(source) ? source : null));
}

/** The numbers of those who say something, in the order in which they first do. */
function inOrder(sourceOf: readonly (number | null)[]): number[] {
  return [...new Set(sourceOf.filter((source) => source !== null))];
}

function attributionOf({ content, source, cue, kind }: Statement, speaker: number | null, map: BlockMap): Attribution {
  return {
    content: content.flatMap((range) => map.spansOf(range)),
    source: source && map.spanOf(source),
    cue: cue && map.spanOf(cue),
    kind,
    speaker,
  };
}

function speakerOf(
  source: NamedSource,
  id: number,
  map: BlockMap,
): Omit<Speaker, 'attributions' | 'quotedWords' | 'share'> {
  const { name, named, role, roleRange, mentions } = source;
  return {
    id,
    name,
    named,
    role,
    roleSpan: roleRange && map.spanOf(roleRange),
    mentions: mentions.map((range) => map.spanOf(range)).filter((span): span is Span => span !== null),
  };
}

/** How many words of a statement stand in quotation marks. */
function quotedWordsOf({ content }: Statement, paragraphs: readonly ReadParagraph[], text: string): number {
  let words = 0;
  for (const [start, end] of content)
    for (const { range, quotations } of paragraphs) {
      if (range[0] >= end || range[1] <= start) continue;
      for (const { inner } of quotations) {
        const shared: Range = [Math.max(start, inner[0]), Math.min(end, inner[1])];
        if (shared[0] < shared[1]) words += countWords(text.slice(...shared), 'en');
      }
    }
  return words;
}
