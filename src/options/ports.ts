import type { Translate } from '../../assets/message-key.ts';
import type { IsFontInstalled } from '../platform/installed-fonts.ts';
import type { KnownTerms } from '../platform/known-terms.ts';
import type { OwnGlossary } from '../platform/own-glossary.ts';
import type { OwnPresets } from '../platform/own-presets.ts';
import type { OwnPronunciations } from '../platform/own-pronunciations.ts';
import type { SaveFile } from '../platform/save-file.ts';
import type { SettingsStore } from '../platform/settings-store.ts';
import type { Shortcuts } from '../platform/shortcuts.ts';
import type { SitesPermission } from '../platform/sites-permission.ts';
import type { WikipediaPermission } from '../platform/wikipedia-permission.ts';
import type { VoicePorts } from './voice-ports.ts';

/** What the options page needs from the world around it. */
export interface OptionsPorts {
  document: Document;
  translate: Translate;
  /** Already read: the page shows what is in force. */
  store: SettingsStore;
  ownPresets: OwnPresets;
  isFontInstalled: IsFontInstalled;
  shortcuts: Shortcuts;
  ownGlossary: OwnGlossary;
  knownTerms: KnownTerms;
  saveFile: SaveFile;
  wikipedia: WikipediaPermission;
  sites: SitesPermission;
  speech: VoicePorts;
  ownPronunciations: OwnPronunciations;
}
