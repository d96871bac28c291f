import { type ClauseFrame, clauseFramesOf } from './clause-frames.ts';
import { type Columns, columnsOf, framesOf, type SentenceFrame } from './columns.ts';
import { type Features, FeatureWriter } from './feature-writer.ts';
import type { Lexicon } from './lexicon.ts';
import { type Nearby, nearbyTokens } from './nearby.ts';
import type { ParagraphOutline } from './paragraph-outline.ts';
import type { Tokens } from './tokens.ts';

/** Where a paragraph stands in its article. */
export interface Surroundings {
  before: ParagraphOutline | null;
  after: ParagraphOutline | null;
  /** The paragraph's number, from 0. */
  index: number;
}

interface Paragraph {
  columns: Columns;
  frames: readonly SentenceFrame[];
  nearby: Nearby;
  clauses: readonly ClauseFrame[];
  outlineBefore: number;
  outlineAfter: number;
  index: number;
}

/** Where there is no such token. */
const NOWHERE = 15;

/** Describes every token of a paragraph by its surroundings, for the tagger. */
export function featuresOf(tokens: Tokens, lexicon: Lexicon, { before, after, index }: Surroundings): Features {
  const columns = columnsOf(tokens, lexicon);
  const frames = framesOf(tokens, columns);
  const paragraph: Paragraph = {
    columns,
    frames,
    nearby: nearbyTokens(tokens, columns, frames),
    clauses: clauseFramesOf(tokens, columns, frames),
    outlineBefore:
      before === null
        ? -1
        : before.quoted * 8 + Number(before.endsOpen) * 4 + Number(before.hasCue) * 2 + Number(before.endsWithColon),
    outlineAfter: after === null ? -1 : after.quoted * 4 + Number(after.startsQuoted) * 2 + Number(after.hasCue),
    index: Math.min(index, 2),
  };
  const writer = new FeatureWriter(tokens.count);
  for (let token = 0; token < tokens.count; token++) {
    writer.next();
    writeWords(writer, paragraph, token);
    writeForms(writer, paragraph, token);
    writeCues(writer, paragraph, token);
    writeMarks(writer, paragraph, token);
    writePlace(writer, paragraph, token);
    writeVerbs(writer, paragraph, token);
    writeClause(writer, paragraph, token);
  }
  return writer.features();
}

function writeWords(writer: FeatureWriter, { columns: { word } }: Paragraph, token: number) {
  const [w3, w2, w1, w0, x1, x2, x3] = window7(word, token);
  writer.one(w0).one(w1).one(x1).one(w2).one(x2).one(w3).one(x3);
  writer.two(w1, w0).two(w0, x1).two(w2, w1).two(x1, x2).three(w1, w0, x1);
}

function writeForms(writer: FeatureWriter, { columns, frames }: Paragraph, token: number) {
  const { ending3, ending2, shape, sense, quote, sentence, quotationLength, word } = columns;
  writer
    .one(at(ending3, token))
    .one(at(ending3, token - 1))
    .one(at(ending3, token + 1))
    .one(at(ending2, token));
  for (const column of [shape, sense]) {
    const [, c2, c1, c0, d1, d2] = window7(column, token);
    writer.one(c0).one(c1).one(d1).two(c1, c0).two(c0, d1).three(c1, c0, d1).three(c2, c1, c0).three(c0, d1, d2);
  }
  const quoteNow = at(quote, token);
  const quotes = quoteNow * 16 + at(quote, token - 1) * 4 + at(quote, token + 1);
  const frame = frames[at(sentence, token)];
  const quoted = frame?.quoted ?? 0;
  writer.one(quoteNow).one(quotes).two(quotes, at(word, token)).two(quoteNow, quoted);
  writer.three(at(sense, token), at(shape, token), quoteNow);
  writer.three(quoteNow, bucket(at(quotationLength, token)), quoted).three(quoteNow, quoted, frame?.cue ?? 0);
}

function writeCues(writer: FeatureWriter, { columns, frames, nearby }: Paragraph, token: number) {
  const { word, shape, sense, quote, cue, sentence } = columns;
  const quoteNow = at(quote, token);
  const before = nearby.cueBefore[token] ?? -1;
  const after = nearby.cueAfter[token] ?? -1;
  const far = distance(token, before);
  const near = distance(after, token, after);
  const wordBefore = at(word, before);
  const wordAfter = at(word, after);
  writer.three(wordBefore, quoteNow, far).three(wordAfter, quoteNow, near);
  writer.two(wordBefore, quoteNow).two(wordAfter, quoteNow);
  writer.three(wordBefore, at(word, token), quoteNow).three(wordAfter, at(word, token), quoteNow);
  writer.two(far, near * 4 + quoteNow).three(far * 16 + near, at(shape, token), quoteNow);
  const quoted = frames[at(sentence, token)]?.quoted ?? 0;
  writer.three(at(cue, before), at(cue, after), quoteNow * 4 + quoted);
  writer.three(wordBefore, at(sense, token), far).three(wordAfter, at(sense, token), near);
  const connective = nearby.connectiveBefore[token] ?? -1;
  const order = before < 0 ? 2 : Number(connective > before);
  writer.three(at(word, connective), order, quoteNow).three(at(word, connective), wordBefore, order);
  writer.three(at(word, connective), distance(token, connective), quoteNow);
}

function writeMarks(writer: FeatureWriter, { columns, nearby }: Paragraph, token: number) {
  const { word, quote } = columns;
  const quoteNow = at(quote, token);
  const before = nearby.markBefore[token] ?? -1;
  const after = nearby.markAfter[token] ?? -1;
  const cueBefore = nearby.cueBefore[token] ?? -1;
  const cueAfter = nearby.cueAfter[token] ?? -1;
  const markBefore = at(word, before);
  const markAfter = at(word, after);
  writer.three(markBefore, distance(token, before), quoteNow).three(markAfter, distance(after, token, after), quoteNow);
  const within = Number(cueBefore > before) + 2 * Number(cueAfter >= 0 && (cueAfter < after || after < 0));
  writer.three(markBefore, markAfter, within);
  writer.three(markBefore, before < 1 ? 0 : at(word, before - 1), distance(token, before));
  writer.three(markAfter, after < 0 ? 0 : at(word, after + 1), quoteNow);
  writer.three(markBefore, before < 0 ? 0 : at(word, before + 1), quoteNow);
  const quotedBefore = nearby.quotedBefore[token] ?? -1;
  const quotedAfter = nearby.quotedAfter[token] ?? -1;
  const behind = distance(token, quotedBefore);
  writer.three(behind, distance(quotedAfter, token, quotedAfter), quoteNow);
  writer.three(quotedBefore < 1 ? 0 : at(word, quotedBefore - 1), behind, quoteNow);
}

function writePlace(
  writer: FeatureWriter,
  { columns, frames, outlineBefore, outlineAfter, index }: Paragraph,
  token: number,
) {
  const { word, shape, sense, quote, sentence, count } = columns;
  const number = at(sentence, token);
  const frame = frames[number];
  if (frame === undefined) return;
  const { from, to, quoted } = frame;
  const quoteNow = at(quote, token);
  const fromStart = bucket(token - from);
  const toEnd = bucket(to - 1 - token);
  const first = at(word, from);
  writer.three(fromStart, quoteNow, quoted).three(toEnd, quoteNow, quoted).two(first, fromStart).two(first, quoteNow);
  writer.three(fromStart, at(shape, token), quoteNow).two(at(sense, from), fromStart);
  writer.two(bucket(to - from), quoteNow * 4 + quoted);
  const own = outlineOf(frame);
  const before = outlineOf(frames[number - 1]);
  writer.three(before, own, quoteNow).three(outlineOf(frames[number + 1]), own, quoteNow);
  writer.three(before, at(word, token), quoteNow).two(Math.min(number, 2), quoteNow);
  writer.three(outlineBefore, quoteNow, Number(number === 0));
  writer.three(outlineAfter, quoteNow, Number(number === frames.length - 1));
  writer.three(index, quoteNow, fromStart).three(outlineBefore, own, quoteNow);
  writer.three(at(word, to - 1), quoteNow, toEnd).three(to < count ? at(word, to) : 0, quoteNow, quoted);
}

function writeVerbs(writer: FeatureWriter, { columns, nearby }: Paragraph, token: number) {
  const { word, shape, sense, quote } = columns;
  const quoteNow = at(quote, token);
  const before = nearby.verbBefore[token] ?? -1;
  const after = nearby.verbAfter[token] ?? -1;
  const far = distance(token, before);
  const near = distance(after, token, after);
  writer.three(at(sense, before), far, quoteNow).three(at(sense, after), near, quoteNow);
  writer.three(at(sense, before), at(sense, after), quoteNow).three(at(word, after), at(shape, token), near);
  writer.three(at(word, before), at(word, after), quoteNow);
}

function writeClause(writer: FeatureWriter, { columns, clauses, frames }: Paragraph, token: number) {
  const { word, shape, sense, quote, sentence } = columns;
  const clause = clauses[at(sentence, token)];
  const frame = frames[at(sentence, token)];
  if (clause === undefined || frame === undefined) return;
  const { closing, closesAt, opening, opensAt } = clause;
  const quoteNow = at(quote, token);
  const toClosing = closing === 0 ? 0 : side(token, closesAt);
  const toOpening = opening === 0 ? 0 : side(token, opensAt);
  const sentenceKind = (closing * 4 + toClosing) * 16 + opening * 4 + toOpening;
  writer.three(sentenceKind, quoteNow, frame.quoted).two(sentenceKind, at(word, opensAt));
  writer.three(sentenceKind, at(shape, token), at(shape, token - 1)).two(sentenceKind, at(word, token));
  writer.three(sentenceKind, at(sense, token), quoteNow);
  writer.three(closing, distance(token, closesAt), toClosing).three(opening, distance(token, opensAt), toOpening);
}

/** 1 before a token, 2 at it, 3 behind it. */
function side(token: number, mark: number): number {
  return 2 + Math.sign(token - mark);
}

/** A token's value and those of three on either side; 0 beyond the paragraph. */
function window7(column: Int32Array, token: number): [number, number, number, number, number, number, number] {
  return [
    at(column, token - 3),
    at(column, token - 2),
    at(column, token - 1),
    at(column, token),
    at(column, token + 1),
    at(column, token + 2),
    at(column, token + 3),
  ];
}

function at(column: Int32Array, token: number): number {
  return column[token] ?? 0;
}

/** How far two tokens are apart, in steps that grow; `NOWHERE` where the one that may be missing (-1) is missing. */
function distance(later: number, earlier: number, missing = earlier): number {
  return missing < 0 ? NOWHERE : bucket(Math.abs(later - earlier));
}

function bucket(length: number): number {
  if (length <= 4) return length;
  if (length <= 6) return 5;
  if (length <= 9) return 6;
  if (length <= 14) return 7;
  return length <= 22 ? 8 : 9;
}

function outlineOf(frame: SentenceFrame | undefined): number {
  if (frame === undefined) return -1;
  return frame.quoted * 16 + frame.cue * 4 + Number(frame.startsQuoted) * 2 + Number(frame.endsQuoted);
}
