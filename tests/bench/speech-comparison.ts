import type { Listened, Marked } from './speech-run.ts';
import type { ExpectedSentence } from './speech-script.ts';

export interface SpeechComparison {
  /** How many sentences there are, and how many were marked once, in order. */
  sentences: number;
  inOrder: number;
  /** Silence between two sentences beyond what was intended, in milliseconds. */
  gaps: number[];
  /** How far a word's mark is from the word in the recorded sound, in milliseconds, whichever of them is first. */
  offsets: number[];
}

/** A sentence's mark may come this much before its sound or after it, in milliseconds. */
const NEAR = 400;

/** Compares what was heard and marked with what is to be heard. The sound of a sentence begins where silence ends near its mark. */
export function compareSpeech(expected: readonly ExpectedSentence[], { marks, loud }: Listened): SpeechComparison {
  const runs = runsOf(marks);
  const inOrder = expected.filter(({ text }, index) => sameText(runs[index]?.[0]?.sentence ?? '', text)).length;
  const gaps: number[] = [];
  const offsets: number[] = [];
  let lastEnd: number | null = null;
  for (const [index, sentence] of expected.entries()) {
    const run = runs[index];
    const began = run?.[0]?.time;
    const sound = loud.findIndex(({ from }) => began !== undefined && Math.abs(from - began) < NEAR);
    const stretch = loud[sound];
    const before = loud[sound - 1];
    const begin = stretch ? stretch.from - sentence.first : null;
    if (begin !== null && lastEnd !== null && before && Math.abs(before.to - lastEnd) < NEAR)
      gaps.push(begin - lastEnd - sentence.pause);
    if (begin !== null && run) offsets.push(...wordOffsets(sentence, run, begin));
    lastEnd = begin !== null && sentence.isWhole ? begin + sentence.length : null;
  }
  return {
    sentences: expected.length,
    inOrder: runs.length === expected.length ? inOrder : Math.min(inOrder, runs.length),
    gaps,
    offsets,
  };
}

/** The marks of one sentence after the other. */
function runsOf(marks: readonly Marked[]): Marked[][] {
  const runs: Marked[][] = [];
  for (const mark of marks) {
    if (mark.sentence === '') continue;
    const last = runs.at(-1);
    if (last?.[0]?.sentence === mark.sentence) last.push(mark);
    else runs.push([mark]);
  }
  return runs;
}

function wordOffsets({ words }: ExpectedSentence, run: readonly Marked[], begin: number): number[] {
  const offsets: number[] = [];
  let next = 0;
  for (const { word, time } of run) {
    const found = words.findIndex(({ text }, index) => index >= next && sameText(text, word));
    const expected = words[found];
    if (word === '' || !expected) continue;
    offsets.push(Math.abs(time - begin - expected.time));
    next = found + 1;
  }
  return offsets;
}

function sameText(one: string, other: string): boolean {
  return one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();
}
