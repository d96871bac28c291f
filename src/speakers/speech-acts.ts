import speechActs from '../../assets/speakers/speech-acts.json' with { type: 'json' };
import thoughtVerbs from '../../assets/speakers/thought-verbs.json' with { type: 'json' };
import { baseForms } from './lexicon.ts';

const SPEECH_ACTS: ReadonlySet<string> = new Set(speechActs);
const THOUGHT_VERBS: ReadonlySet<string> = new Set(thoughtVerbs);

/** Whether the words of a cue tell what can hardly be done but by speaking: "rejected the claim". */
export function isSpeechAct(cue: string): boolean {
  return wordsOf(cue).some((word) => baseForms(word).some((form) => SPEECH_ACTS.has(form)));
}

/** Whether a cue ends in a verb of thought, which nobody need have spoken for: "hopes". */
export function isThought(cue: string): boolean {
  return baseForms(wordsOf(cue).at(-1) ?? '').some((form) => THOUGHT_VERBS.has(form));
}

function wordsOf(cue: string): string[] {
  return cue.toLowerCase().match(/\p{L}+/gu) ?? [];
}
