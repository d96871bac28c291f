import type { Prose } from '../text/block-map.ts';
import type { Range } from '../text/span.ts';
import type { AttributionKind } from './attribution.ts';
import { completeQuotations } from './complete-quotations.ts';
import { CONTENT, CUE, SOURCE, STANCE } from './labels.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { type Link, linkSpans, type TaggedSpan } from './link.ts';
import type { AttributionModel } from './model.ts';
import type { ReadParagraph } from './read-paragraphs.ts';
import { labelSignatures } from './signatures.ts';
import { isSpeechAct, isThought } from './speech-acts.ts';
import type { Statement } from './statement.ts';
import { pronounBefore, subjectOf } from './subject.ts';
import { tagParagraphs } from './tagger.ts';
import { tokensWithin } from './token-ranges.ts';
import { OUTSIDE } from './tokens.ts';
import { labelTranscript } from './transcript.ts';
import { trimSource } from './trim-source.ts';

const ROLES = [
  { label: SOURCE, role: 'source' },
  { label: CUE, role: 'cue' },
  { label: STANCE, role: 'stance' },
  { label: CONTENT, role: 'content' },
] as const;

/** The headline and the standfirst are paragraphs 0 and 1. */
const LAST_HEADLINE = 1;

const PREAMBLE = /^\p{L}+ing\s/u;

const LEXICONS = new WeakMap<AttributionModel, Lexicon>();

/** Finds who is said to say, write or think what in an English text, in the order of the text. */
export function findStatements(
  prose: Prose,
  paragraphs: readonly ReadParagraph[],
  model: AttributionModel,
): Statement[] {
  const tokens = paragraphs.map((paragraph) => paragraph.tokens);
  const lexicon = lexiconOf(model);
  const labels = tagParagraphs(tokens, model, lexicon);
  completeQuotations(paragraphs, labels, prose.text);
  labelSignatures(paragraphs, labels, prose.text);
  const turns = labelTranscript(paragraphs, labels, prose.text);
  const spans = spansOf(paragraphs, labels);
  return linkSpans(spans, prose.text)
    .map((link) => statementOf(link, paragraphs, lexicon, prose.text, turns))
    .sort((one, other) => (one.content[0]?.[0] ?? 0) - (other.content[0]?.[0] ?? 0));
}

function lexiconOf(model: AttributionModel): Lexicon {
  const made = LEXICONS.get(model) ?? createLexicon(model.cues, model.senses);
  LEXICONS.set(model, made);
  return made;
}

function spansOf(paragraphs: readonly ReadParagraph[], labels: readonly Uint8Array[]): TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  let sentence = 0;
  paragraphs.forEach(({ tokens }, paragraph) => {
    const own = labels[paragraph] ?? new Uint8Array();
    for (let from = 0; from < tokens.count; ) {
      const kind = ROLES.find(({ label }) => label === own[from]);
      let to = from + 1;
      if (kind !== undefined) {
        while (to < tokens.count && own[to] === kind.label + 1) to++;
        spans.push({
          role: kind.role === 'stance' ? 'cue' : kind.role,
          speech: kind.label !== STANCE,
          range: [tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0],
          paragraph,
          firstSentence: sentence + (tokens.sentence[from] ?? 0),
          lastSentence: sentence + (tokens.sentence[to - 1] ?? 0),
          quoted: tokens.quote.subarray(from, to).every((quote) => quote !== OUTSIDE),
        });
      }
      from = to;
    }
    sentence += (tokens.sentence[tokens.count - 1] ?? -1) + 1;
  });
  return spans;
}

function statementOf(
  { contents: linked, cue, source }: Link,
  paragraphs: readonly ReadParagraph[],
  lexicon: Lexicon,
  text: string,
  turns: ReadonlyMap<number, boolean>,
): Statement {
  const contents = withoutPreamble(linked, cue, source, text);
  const [first] = contents;
  const paragraph = first === undefined ? undefined : paragraphs[first.paragraph];
  const continues =
    source === null &&
    cue === null &&
    first !== undefined &&
    ((turns.get(first.paragraph) === false ||
      paragraph?.quotations.some(({ start, continues: goesOn }) => goesOn && start === first.range[0])) ??
      false);
  return {
    content: contents.map(({ range }) => range),
    source: sourceOf(source, cue, paragraph, lexicon, text),
    cue: cue?.range ?? null,
    kind: kindOf(contents, paragraphs),
    speech: cue === null || isSpoken(cue, text, turns),
    continues,
  };
}

/** The source as tagged, unless a pronoun stands closer to the cue; without one the subject of the sentence. */
function sourceOf(
  source: TaggedSpan | null,
  cue: TaggedSpan | null,
  paragraph: ReadParagraph | undefined,
  lexicon: Lexicon,
  text: string,
): Range | null {
  const tokens = paragraph?.tokens;
  const pronoun = cue && tokens ? pronounBefore(tokens, tokensWithin(tokens, cue.range)[0]) : null;
  const tagged = pronoun !== null && source !== null && source.range[1] < pronoun[0] ? null : source;
  const found = tagged?.range ?? pronoun ?? (cue && tokens ? subjectOf(tokens, cue.range, lexicon) : null);
  return found && trimSource(found, text);
}

/** "Speaking on the quay, Perrin said: “…”" – the clause before who speaks is none of what was said. */
function withoutPreamble(
  contents: readonly TaggedSpan[],
  cue: TaggedSpan | null,
  source: TaggedSpan | null,
  text: string,
): readonly TaggedSpan[] {
  const [first, second] = contents;
  if (first === undefined || second === undefined || first.quoted || !second.quoted) return contents;
  const stands =
    cue !== null && source !== null && first.range[1] <= source.range[0] && source.range[1] <= cue.range[0];
  return stands && PREAMBLE.test(text.slice(...first.range)) ? contents.slice(1) : contents;
}

function isSpoken(cue: TaggedSpan, text: string, turns: ReadonlyMap<number, boolean>): boolean {
  if (isLabel(cue, text, turns)) return false;
  const words = text.slice(...cue.range);
  return cue.speech ? !isThought(words) : isSpeechAct(words);
}

/** "Thunder: Host the Lakers on Friday." – a name and a colon are a cue in a talk and in the headline alone. */
function isLabel({ range, paragraph }: TaggedSpan, text: string, turns: ReadonlyMap<number, boolean>): boolean {
  return text.slice(...range) === ':' && paragraph > LAST_HEADLINE && !turns.has(paragraph);
}

function kindOf(contents: readonly TaggedSpan[], paragraphs: readonly ReadParagraph[]): AttributionKind {
  if (contents.every(({ quoted }) => quoted)) return 'direct';
  const overlaps = ({ range: [start, end], paragraph }: TaggedSpan) =>
    (paragraphs[paragraph]?.quotations ?? []).some((quotation) => quotation.start < end && quotation.end > start);
  return contents.some(overlaps) ? 'mixed' : 'indirect';
}
