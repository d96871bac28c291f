import { browser } from './platform/browser.ts';
import { translate } from './platform/i18n.ts';
import { registerPart } from './platform/parts.ts';
import { SettingsReader } from './platform/settings-reader.ts';
import { createFocusPart } from './reader/focus.ts';

// Injected beside content.js when the settings first want it.
const settings = new SettingsReader(browser.storage.sync, browser.storage.onChanged);
registerPart('focus', createFocusPart({ document, translate, settings }));
