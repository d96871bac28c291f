import type { MessageKey } from '../../assets/message-key.ts';
import type { Removal } from '../article/article.ts';
import { fingerprint } from '../text/fingerprint.ts';

/** The rule of what was not taken out by any rule, but left behind with the rest of the page. */
export const LEFT_BEHIND = 'left-behind';

/** One text that was taken out, as often as it was. */
export interface ReceiptEntry {
  /** The name under which it is remembered that a person has put it back. */
  piece: string;
  text: string;
  removals: Removal[];
}

/** What was taken out for one reason. */
export interface ReceiptGroup {
  reason: MessageKey;
  /** How many things, repeated ones counted each. */
  count: number;
  entries: ReceiptEntry[];
}

/** What was taken out by reason: the reason with the most things first, and within it in the order of the removals. */
export function groupRemovals(removed: readonly Removal[]): ReceiptGroup[] {
  const groups = new Map<MessageKey, ReceiptGroup>();
  const entries = new Map<string, ReceiptEntry>();
  for (const removal of removed) {
    const group = groups.get(removal.reason) ?? { reason: removal.reason, count: 0, entries: [] };
    groups.set(removal.reason, group);
    group.count++;
    const piece = pieceOf(removal);
    const entry = entries.get(piece);
    if (entry) {
      entry.removals.push(removal);
      continue;
    }
    const made = { piece, text: removal.text, removals: [removal] };
    entries.set(piece, made);
    group.entries.push(made);
  }
  return [...groups.values()].sort((one, other) => other.count - one.count);
}

function pieceOf({ rule, text }: Removal): string {
  return fingerprint(`${rule}\n${text}`);
}
