import type { SaveFailure } from '../settings/save-failures.ts';

/** A setting that could not be stored. */
export class SettingsWriteError extends Error {
  override readonly name = 'SettingsWriteError';
  readonly failure: SaveFailure;

  constructor(failure: SaveFailure, cause: unknown) {
    super(`The settings could not be stored: ${failure}`, { cause });
    this.failure = failure;
  }
}

/**
 * Reads the failure from the browser's message, since neither browser gives a code. Chrome names the limit that was hit
 * ("MAX_WRITE_OPERATIONS_PER_MINUTE quota exceeded", "QUOTA_BYTES_PER_ITEM quota exceeded"); Firefox says only
 * "QuotaExceededError: storage.sync API call exceeded its quota limitations."
 */
export function writeErrorFrom(error: unknown): SettingsWriteError {
  const message = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  if (/MAX_WRITE_OPERATIONS/.test(message)) return new SettingsWriteError('too-often', error);
  if (/quota/i.test(message)) return new SettingsWriteError('full', error);
  return new SettingsWriteError('unavailable', error);
}
