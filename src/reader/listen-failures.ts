import type { MessageKey } from '../../assets/message-key.ts';
import type { FailureReason } from '../speech/player-state.ts';

/** What a person can do about a failure: try again, or let Lectern's own voice speak. */
export type Remedy = 'again' | 'own-voice';

/** What is said of each failure, and what can be done about it. */
export const FAILURES: Readonly<Record<FailureReason, { message: MessageKey; remedies: readonly Remedy[] }>> = {
  'not-allowed': { message: 'listenFailedNotAllowed', remedies: ['again'] },
  network: { message: 'listenFailedNetwork', remedies: ['again', 'own-voice'] },
  'audio-busy': { message: 'listenFailedAudioBusy', remedies: ['again'] },
  'language-unavailable': { message: 'listenFailedLanguage', remedies: ['own-voice', 'again'] },
  'voice-unavailable': { message: 'listenFailedVoice', remedies: ['again', 'own-voice'] },
  'synthesis-failed': { message: 'listenFailedSynthesis', remedies: ['again', 'own-voice'] },
  'no-voice': { message: 'listenFailedNoVoice', remedies: ['again'] },
  'nothing-to-read': { message: 'listenFailedNothing', remedies: [] },
  'no-sound': { message: 'listenFailedNoSound', remedies: ['again', 'own-voice'] },
};
