import speechActs from '../../assets/speakers/speech-acts.json' with { type: 'json' };
import { baseForms } from './lexicon.ts';

const SPEECH_ACTS: ReadonlySet<string> = new Set(speechActs);

/** Whether the words of a cue tell what can hardly be done but by speaking: "rejected the claim". */
export function isSpeechAct(cue: string): boolean {
  const words = cue.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.some((word) => baseForms(word).some((form) => SPEECH_ACTS.has(form)));
}
