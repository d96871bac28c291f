import { SETTING_SAVE_FAILURES, saveFailureOf } from '../settings/save-failures.ts';
import type { OptionsPorts } from './ports.ts';
import type { StatusLine } from './status-line.ts';

/**
 * Tells in the status line what came of storing settings: `done` when they are stored, the reason when they are not, and then
 * `also`. `undo` is the way back: what could not be stored is in force on this page all the same.
 */
export type SaveReport = (
  stored: Promise<unknown>,
  done: () => string,
  undo?: (() => void) | null,
  also?: () => readonly string[],
) => Promise<void>;

/** Makes the report of a page: of several changes in a row, only what came of the last one is told. */
export function createSaveReport({ translate }: Pick<OptionsPorts, 'translate'>, status: StatusLine): SaveReport {
  let latest = 0;
  return async (stored, done, undo = null, also = () => []) => {
    latest += 1;
    const turn = latest;
    let failure: string | null = null;
    try {
      await stored;
    } catch (error) {
      failure = translate(SETTING_SAVE_FAILURES[saveFailureOf(error)]);
    }
    if (turn !== latest) return;
    status.show([failure ?? done(), ...also()].join(' '), failure === null ? 'done' : 'problem', undo);
  };
}
