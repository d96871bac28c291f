import { browser } from './platform/browser.ts';
import { translate } from './platform/i18n.ts';
import { createOwnPresets } from './platform/own-presets.ts';
import { registerPart } from './platform/parts.ts';
import { createSettingsStore } from './platform/settings-store.ts';
import { tell } from './platform/tell.ts';
import { expectSettings, settleSettings, triedSettings, trySettings } from './platform/tried-settings.ts';
import { createAppearancePart } from './reader/appearance.ts';

// Injected beside content.js when the sheet of settings is first asked for.
const { sync, onChanged } = browser.storage;
const settings = createSettingsStore(sync, onChanged);
addEventListener('pagehide', () => void settings.flush());
registerPart(
  'appearance',
  createAppearancePart({
    document,
    translate,
    settings,
    trials: { tried: triedSettings, try: trySettings, expect: expectSettings, settle: settleSettings },
    ownPresets: createOwnPresets(sync, onChanged),
    openOptions: () => tell({ type: 'open-options' }),
  }),
);
