import { triedSettings, trySettings } from '../platform/tried-settings.ts';
import { element } from '../reader/element.ts';
import { PRESETS, type Preset, type PresetId } from '../settings/presets.ts';
import { SETTING_SAVE_FAILURES, saveFailureOf } from '../settings/save-failures.ts';
import { SETTING_IDS, type Settings } from '../settings/settings.ts';
import type { WelcomePorts } from './ports.ts';

/** The three that change most of what is seen at once. */
const OFFERED: readonly PresetId[] = ['dyslexia', 'lowVision', 'attention'];

/** Makes three presets to try on the sample article, with buttons that keep what is tried or take it back. */
export function createPresetChoice({
  document,
  translate,
  store,
}: Pick<WelcomePorts, 'document' | 'translate' | 'store'>): HTMLElement {
  let tried: Preset | null = null;
  /** What was in force before a preset was kept; null while none has been. */
  let before: Partial<Settings> | null = null;
  const offers = PRESETS.filter(({ id }) => OFFERED.includes(id)).map((preset) => {
    const button = element(document, 'button', 'action', translate(preset.label));
    button.type = 'button';
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => (preset === tried ? takeBack() : start(preset)));
    return { preset, button };
  });
  const help = element(document, 'p', 'help');
  const status = element(document, 'p', 'preset-status');
  status.setAttribute('role', 'status');
  const keep = answer('appearanceKeep', () => void keepTried());
  const back = answer('appearanceTakeBack', takeBack);
  show(null);
  // The trial may end elsewhere: in the reading view's own sheet, or by changing a setting that is tried.
  store.subscribe(() => {
    if (tried !== null && Object.keys(triedSettings()).length === 0) show(null);
  }, new AbortController().signal);
  return element(
    document,
    'div',
    'preset-choice',
    element(document, 'div', 'preset-offers', ...offers.map(({ button }) => button)),
    help,
    element(document, 'div', 'preset-answers', status, keep, back),
  );

  function start(preset: Preset): void {
    before = null;
    trySettings(preset.values);
    show(preset);
    status.textContent = translate('appearanceTrying', translate(preset.label));
  }

  function takeBack(): void {
    const button = offers.find(({ preset }) => preset === tried)?.button ?? offers[0]?.button;
    if (before !== null) void store.changeAll(before).catch(reportFailure);
    before = null;
    trySettings({});
    show(null);
    status.textContent = translate('welcomeTakenBack');
    // The button that was pressed may be hidden now.
    button?.focus();
  }

  async function keepTried(): Promise<void> {
    if (tried === null) return;
    const { label } = tried;
    const values = triedSettings();
    trySettings({});
    const settings = store.current();
    before = Object.fromEntries(SETTING_IDS.filter((id) => id in values).map((id) => [id, settings[id]]));
    show(null);
    back.hidden = false;
    back.focus();
    status.textContent = translate('appearanceKept', translate(label));
    await store.changeAll(values).catch(reportFailure);
  }

  function reportFailure(error: unknown): void {
    status.textContent = translate(SETTING_SAVE_FAILURES[saveFailureOf(error)]);
  }

  function show(preset: Preset | null): void {
    tried = preset;
    for (const { preset: offered, button } of offers) button.setAttribute('aria-pressed', String(offered === preset));
    help.textContent = translate(preset?.help ?? 'welcomePresetsHelp');
    keep.hidden = preset === null;
    back.hidden = preset === null;
  }

  function answer(key: 'appearanceKeep' | 'appearanceTakeBack', run: () => void): HTMLButtonElement {
    const made = element(document, 'button', 'action', translate(key));
    made.type = 'button';
    made.addEventListener('click', run);
    return made;
  }
}
