import { type Casting, type CastVoice, isSameVoice } from './casting.ts';
import { cutPiece } from './cut-piece.ts';
import type { SpeechManner, SpeechRequest } from './engine.ts';
import type { Pace, Paces } from './pace.ts';
import type { Script, SpokenPiece, SpokenSentence } from './script.ts';
import { firstSpoken, type ScriptPlace } from './script-place.ts';

/** What is handed to an engine next. */
export interface SpeechPlan extends CastVoice {
  /** Where it begins, and the offset into the piece's text where it ends. */
  place: ScriptPlace;
  end: number;
  sentence: SpokenSentence;
  piece: SpokenPiece;
  pace: Pace;
  request: SpeechRequest;
}

/** What a plan is made from. */
export interface SpeechPlanSources {
  script: Script;
  /** Its voice speaks what there is no voice for. */
  mainLanguage: string;
  casting: Casting;
  paces: Paces;
  manner: SpeechManner;
}

/**
 * Remote voices of Chromium fall silent at about 14 s, in milliseconds: read-aloud-best-practices, issue 3. They are given
 * less than that to speak.
 */
const LONGEST_REMOTE = 12_000;

const LOWEST_PITCH = 0.5;

/** The plan for a place; 'end' where there is nothing more to be spoken, 'no-voice' where there is no voice for it. */
export function planSpeech(
  { script, mainLanguage, casting, paces, manner }: SpeechPlanSources,
  from: ScriptPlace,
  isFirst: boolean,
): SpeechPlan | 'end' | 'no-voice' {
  const place = firstSpoken(script, from);
  const sentence = script[place?.sentence ?? -1];
  const piece = sentence?.pieces[place?.piece ?? -1];
  if (place === null || sentence === undefined || piece === undefined) return 'end';
  const cast = casting.cast(piece.language, piece.role) ?? casting.cast(mainLanguage, piece.role);
  if (cast === null) return 'no-voice';
  const { voice, engine, pitchFactor } = cast;
  const pace = paces.of(voice, manner.rate);
  const remote = voice.isLocal ? Number.POSITIVE_INFINITY : pace.letters(LONGEST_REMOTE, manner.rate);
  const end = cutPiece(piece.text, place.offset, Math.min(engine.longestText(voice), remote));
  const isWithin = piece.text.slice(0, place.offset).trim() !== '';
  const request: SpeechRequest = {
    rate: manner.rate,
    pitch: Math.max(LOWEST_PITCH, manner.pitch * pitchFactor),
    volume: manner.volume,
    text: piece.text.slice(place.offset, end),
    voice,
    pauseBefore: isFirst || isWithin ? 0 : piece.pauseBefore / manner.rate,
  };
  return { ...cast, place, end, sentence, piece, pace, request };
}

/** Whether two requests sound alike, whatever they say. */
export function isSameManner(one: SpeechRequest, other: SpeechRequest): boolean {
  const isSame = one.rate === other.rate && one.pitch === other.pitch && one.volume === other.volume;
  return isSame && isSameVoice(one.voice, other.voice);
}
