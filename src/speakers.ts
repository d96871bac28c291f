import { browser } from './platform/browser.ts';
import { translate } from './platform/i18n.ts';
import { registerPart } from './platform/parts.ts';
import { createSettingsStore } from './platform/settings-store.ts';
import { createSpeakersPart } from './reader/speakers.ts';

// Injected beside content.js when the first speaker is found, or when the panel is first asked for.
const settings = createSettingsStore(browser.storage.sync, browser.storage.onChanged);
registerPart('speakers', createSpeakersPart({ document, translate, settings }));
