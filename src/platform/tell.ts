import { browser } from './browser.ts';
import type { ReaderMessage } from './messages.ts';

/** Tells the background. After the extension was reloaded nobody listens any more; the reading view goes on without. */
export function tell(message: ReaderMessage): void {
  try {
    browser.runtime.sendMessage(message).catch(() => undefined);
  } catch {
    // The same, told at once instead of later.
  }
}
