import type { Translate } from '../../assets/message-key.ts';
import type { SettingsStore } from '../platform/settings-store.ts';
import type { Shortcuts } from '../platform/shortcuts.ts';

/** What the first-run page needs from the world around it. */
export interface WelcomePorts {
  document: Document;
  translate: Translate;
  /** Already read: the page shows what is in force. */
  store: SettingsStore;
  shortcuts: Pick<Shortcuts, 'list'>;
  /** Opens the sample article in the reading view. */
  openArticle(): void;
}
