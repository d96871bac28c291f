import type { MessageKey } from '../../assets/message-key.ts';
import { SettingsWriteError, type SettingsWriteFailure } from '../platform/settings-write-error.ts';
import type { OptionsPorts } from './ports.ts';
import type { StatusLine } from './status-line.ts';

const FAILURES: Record<SettingsWriteFailure, MessageKey> = {
  full: 'optionsSaveFull',
  'too-often': 'optionsSaveTooOften',
  unavailable: 'optionsSaveUnavailable',
};

/** Tells in the status line what came of storing settings: `done` when they are stored, with `undo` as the way back. */
export type SaveReport = (stored: Promise<unknown>, done: () => string, undo?: (() => void) | null) => Promise<void>;

/** Makes the report of a page: of several changes in a row, only what came of the last one is told. */
export function createSaveReport({ translate }: Pick<OptionsPorts, 'translate'>, status: StatusLine): SaveReport {
  let latest = 0;
  return async (stored, done, undo = null) => {
    latest += 1;
    const turn = latest;
    try {
      await stored;
      if (turn === latest) status.show(done(), 'done', undo);
    } catch (error) {
      const failure = error instanceof SettingsWriteError ? error.failure : 'unavailable';
      if (turn === latest) status.show(translate(FAILURES[failure]), 'problem');
    }
  };
}
