import type { VoiceAnswer, WordTime } from './voice-protocol.ts';

const FAULTS: readonly unknown[] = ['language-unavailable', 'voice-unavailable', 'synthesis-failed'];

/** Whether a message is an answer as voice-protocol.ts has it. */
export function isVoiceAnswer(message: unknown): message is VoiceAnswer {
  if (typeof message !== 'object' || message === null) return false;
  const { type, id, samples, words, fault } = message as Record<string, unknown>;
  if (type === 'give-way') return true;
  if (typeof id !== 'number') return false;
  if (type === 'audio') return typeof samples === 'string' && Array.isArray(words) && words.every(isWordTime);
  return type === 'done' || (type === 'failed' && FAULTS.includes(fault));
}

function isWordTime(value: unknown): value is WordTime {
  return Array.isArray(value) && value.length === 3 && value.every((part) => Number.isInteger(part) && part >= 0);
}
