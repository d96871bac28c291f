import { browser } from '../platform/browser.ts';
import { createEngines } from '../platform/engines.ts';
import { followTypeface } from '../platform/fonts.ts';
import { translate } from '../platform/i18n.ts';
import { createInstalledFonts } from '../platform/installed-fonts.ts';
import { createKeptVoices } from '../platform/kept-voices.ts';
import { createKnownTerms } from '../platform/known-terms.ts';
import { createOwnGlossary } from '../platform/own-glossary.ts';
import { createOwnPresets } from '../platform/own-presets.ts';
import { createOwnPronunciations } from '../platform/own-pronunciations.ts';
import { readPackagedFile } from '../platform/packaged-file.ts';
import { readPackagedFont } from '../platform/packaged-font.ts';
import { createSaveFile } from '../platform/save-file.ts';
import { createSettingsStore } from '../platform/settings-store.ts';
import { createShortcuts } from '../platform/shortcuts.ts';
import { createSitesPermission } from '../platform/sites-permission.ts';
import { createSystemClock } from '../platform/system-clock.ts';
import { createWikipediaPermission } from '../platform/wikipedia-permission.ts';
import type { SpeechManner } from '../speech/engine.ts';
import { Player } from '../speech/player.ts';
import type { PlayerListener } from '../speech/player-state.ts';
import { createHearing } from './hearing.ts';
import { createOptionsPage } from './options-page.ts';

/** The button that was pressed tells what comes of it; there is nothing else to show. */
const UNHEARD: PlayerListener = {
  stateChanged: () => undefined,
  sentenceReached: () => undefined,
  wordReached: () => undefined,
  noticed: () => undefined,
};

/** The options page, opened from the browser's list of extensions. */
async function show(): Promise<void> {
  const store = createSettingsStore(browser.storage.sync, browser.storage.onChanged);
  const shortcuts = createShortcuts(browser.commands, browser.tabs);
  const wikipedia = createWikipediaPermission(browser.permissions, browser.runtime.getManifest());
  const kept = createKeptVoices(browser.storage, browser.extension.inIncognitoContext === true);
  const clock = createSystemClock();
  const { engines } = createEngines(window, clock);
  document.documentElement.lang = translate('languageOfMessages');
  document.documentElement.dir = translate('directionOfMessages');
  document.title = translate('optionsTitle');
  await Promise.all([store.ready, kept.ready]);
  followTypeface(
    { document, settings: store, loadFont: (typeface) => readPackagedFont(typeface, readPackagedFile) },
    new AbortController().signal,
  );
  const speech = createHearing({
    engines,
    languages: navigator.languages,
    kept,
    createPlayer: (chooseVoice) => new Player({ engines, chooseVoice, manner, clock, listener: UNHEARD }),
  });
  const page = createOptionsPage({
    document,
    translate,
    store,
    ownPresets: createOwnPresets(browser.storage.sync, browser.storage.onChanged),
    isFontInstalled: createInstalledFonts(document),
    shortcuts,
    wikipedia,
    sites: createSitesPermission(browser.permissions),
    ownGlossary: createOwnGlossary(browser.storage),
    knownTerms: createKnownTerms(browser.storage),
    saveFile: createSaveFile(document),
    speech,
    ownPronunciations: createOwnPronunciations(browser.storage),
  });
  document.body.replaceChildren(page.root);
  await page.refresh();
  // From the menu of the toolbar button.
  const site = new URLSearchParams(location.hash.slice(1)).get('sites');
  if (site !== null) page.suggestSite(site);
  // Firefox takes no more calls from a page once it has begun to unload; tabs that are only put aside are heard of below.
  addEventListener('beforeunload', () => void store.flush());
  document.addEventListener('visibilitychange', () => {
    // Going away: the last move of a slider may still wait. Coming back: perhaps from the browser's page for shortcuts.
    if (document.visibilityState === 'hidden') void store.flush();
    else void page.refresh();
  });
  // A voice of the system would speak on without the page.
  addEventListener('pagehide', () => speech.stop());

  function manner(): SpeechManner {
    const { speechRate: rate, speechPitch: pitch, speechVolume } = store.current();
    return { rate, pitch, volume: speechVolume / 100 };
  }
}

void show();
