import type { MessageKey } from '../../assets/message-key.ts';

/** Why the browser did not store something: its storage is full, it was asked too often, or storage does not work at all. */
export type SaveFailure = 'full' | 'too-often' | 'unavailable';

/** What a person is told where a setting takes effect and is not stored. */
export const SETTING_SAVE_FAILURES: Record<SaveFailure, MessageKey> = {
  full: 'optionsSaveFull',
  'too-often': 'optionsSaveTooOften',
  unavailable: 'optionsSaveUnavailable',
};

/** What a person is told where a preset of their own is not stored. */
export const PRESET_SAVE_FAILURES: Record<SaveFailure, MessageKey> = {
  full: 'presetSaveFull',
  'too-often': 'presetSaveTooOften',
  unavailable: 'presetSaveUnavailable',
};

/** Why a stored value was refused; `error` is what the store rejected with. */
export function saveFailureOf(error: unknown): SaveFailure {
  const failure: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'failure') : null;
  return failure === 'full' || failure === 'too-often' ? failure : 'unavailable';
}
