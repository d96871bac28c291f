import type { MessageKey, Translate } from '../../assets/message-key.ts';
import type { KeptPlace } from '../platform/chunked-list.ts';
import type { LocalReason } from '../platform/list-generation.ts';
import { type SaveFailure, saveFailureOf } from '../settings/save-failures.ts';

const REASONS: Record<LocalReason, MessageKey> = {
  'too-long': 'optionsGlossaryHereTooLong',
  full: 'optionsGlossaryHereFull',
  'too-often': 'optionsGlossaryHereTooOften',
  unavailable: 'optionsGlossaryHereUnavailable',
};

const FAILURES: Record<SaveFailure, MessageKey> = {
  full: 'optionsGlossaryFailedFull',
  'too-often': 'optionsGlossaryFailedTooOften',
  unavailable: 'optionsGlossaryFailedUnavailable',
};

/** Says where a list is kept, and why on this machine alone where that is so. */
export function describePlace(translate: Translate, place: KeptPlace): string {
  return translate(place.area === 'sync' ? 'optionsGlossarySynchronised' : REASONS[place.reason]);
}

/** Says why a change of a list was not stored. */
export function describeFailure(translate: Translate, error: unknown): string {
  return translate(FAILURES[saveFailureOf(error)]);
}
