import type { Script } from './script.ts';

/** A step in a script that has at least one sentence. */
export interface ScriptStep {
  unit: 'sentence' | 'paragraph';
  direction: 1 | -1;
  /** Whether so much of the sentence has been heard that a step back is one to its beginning. */
  isWellInside: boolean;
}

/** The sentence that a step leads to from sentence `from`, where `script.length` is behind the end; null where there is none. */
export function sentenceAfterStep(script: Script, from: number, step: ScriptStep): number | null {
  if (step.direction === 1) return step.unit === 'sentence' ? existing(script, from + 1) : nextParagraph(script, from);
  if (step.unit === 'sentence') return step.isWellInside ? from : Math.max(0, from - 1);
  const start = paragraphStart(script, from);
  return start < from ? start : paragraphStart(script, Math.max(0, from - 1));
}

function existing(script: Script, sentence: number): number | null {
  return sentence < script.length ? sentence : null;
}

function nextParagraph(script: Script, from: number): number | null {
  const paragraph = script[from]?.paragraph;
  const next = script.findIndex((sentence, index) => index > from && sentence.paragraph !== paragraph);
  return next === -1 ? null : next;
}

function paragraphStart(script: Script, from: number): number {
  const last = Math.min(from, script.length - 1);
  const paragraph = script[last]?.paragraph;
  return script.findIndex((sentence) => sentence.paragraph === paragraph);
}
