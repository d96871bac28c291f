import { askDivisions } from './platform/ask-divisions.ts';
import { browser } from './platform/browser.ts';
import { registerPart } from './platform/parts.ts';
import { SettingsReader } from './platform/settings-reader.ts';
import { createSyllablesPart } from './reader/syllables.ts';

// Injected beside content.js when the settings first want it.
const settings = new SettingsReader(browser.storage.sync, browser.storage.onChanged);
registerPart('syllables', createSyllablesPart({ document, settings, askDivisions }));
