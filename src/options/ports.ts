import type { Translate } from '../../assets/message-key.ts';
import type { SettingsStore } from '../platform/settings-store.ts';
import type { Shortcuts } from '../platform/shortcuts.ts';

/** What the options page needs from the world around it. */
export interface OptionsPorts {
  document: Document;
  translate: Translate;
  /** Already read: the page shows what is in force. */
  store: SettingsStore;
  shortcuts: Shortcuts;
}
