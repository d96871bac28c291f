import { browser } from './platform/browser.ts';
import { locale, translate } from './platform/i18n.ts';
import { registerPart } from './platform/parts.ts';
import { createSettingsStore } from './platform/settings-store.ts';
import { createGlossaryPart } from './reader/glossary.ts';

// Injected beside content.js when the first term is found, with the first press into the article, or when the panel is asked for.
const settings = createSettingsStore(browser.storage.sync, browser.storage.onChanged);
registerPart('glossary', createGlossaryPart({ document, translate, locale: locale(), settings }));
