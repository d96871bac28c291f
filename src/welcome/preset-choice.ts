import { createPresetTrial } from '../platform/preset-trial.ts';
import { element } from '../reader/element.ts';
import { changedIds } from '../settings/changed-ids.ts';
import { PRESETS, type Preset, type PresetId } from '../settings/presets.ts';
import { SETTING_SAVE_FAILURES, saveFailureOf } from '../settings/save-failures.ts';
import type { Settings } from '../settings/settings.ts';
import type { WelcomePorts } from './ports.ts';

/** The three that change most of what is seen at once. */
const OFFERED: readonly PresetId[] = ['dyslexia', 'lowVision', 'attention'];

/** Makes three presets to try on the sample article, with buttons that keep what is tried or take it back. */
export function createPresetChoice({
  document,
  translate,
  store,
}: Pick<WelcomePorts, 'document' | 'translate' | 'store'>): HTMLElement {
  const trial = createPresetTrial(store);
  let tried: Preset | null = null;
  /** What was kept, and what was stored in its place before; null where there is nothing to take back. */
  let kept: ReturnType<typeof trial.outcome> | null = null;
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
  store.subscribe(look, new AbortController().signal);
  return element(
    document,
    'div',
    'preset-choice',
    element(document, 'div', 'preset-offers', ...offers.map(({ button }) => button)),
    help,
    element(document, 'div', 'preset-answers', status, keep, back),
  );

  /** The trial may end elsewhere, in the reading view's own sheet; and what was kept may be changed there or in another tab. */
  function look(settings: Settings): void {
    if (tried !== null && trial.current() === null) {
      show(null);
      status.textContent = '';
    }
    if (kept === null || changedIds(kept.values, settings).length === 0) return;
    const hadFocus = document.activeElement === back;
    kept = null;
    show(tried);
    if (hadFocus) offers[0]?.button.focus();
  }

  function start(preset: Preset): void {
    kept = null;
    const name = translate(preset.label);
    trial.start({ key: preset.id, name, values: preset.values });
    show(preset);
    status.textContent = translate('appearanceTrying', name);
  }

  function takeBack(): void {
    const button = offers.find(({ preset }) => preset === tried)?.button ?? offers[0]?.button;
    const before = kept?.before;
    kept = null;
    if (before !== undefined) void store.changeAll(before).catch(reportFailure);
    trial.takeBack();
    show(null);
    status.textContent = translate('welcomeTakenBack');
    // The button that was pressed may be hidden now.
    button?.focus();
  }

  async function keepTried(): Promise<void> {
    if (tried === null) return;
    const { label } = tried;
    const outcome = trial.outcome();
    tried = null;
    const stored = store.changeAll(outcome.values);
    kept = outcome;
    show(null);
    back.focus();
    status.textContent = translate('appearanceKept', translate(label));
    await stored.catch(reportFailure);
  }

  function reportFailure(error: unknown): void {
    status.textContent = translate(SETTING_SAVE_FAILURES[saveFailureOf(error)]);
  }

  function show(preset: Preset | null): void {
    tried = preset;
    for (const { preset: offered, button } of offers) button.setAttribute('aria-pressed', String(offered === preset));
    help.textContent = translate(preset?.help ?? 'welcomePresetsHelp');
    keep.hidden = preset === null;
    back.hidden = preset === null && kept === null;
  }

  function answer(key: 'appearanceKeep' | 'appearanceTakeBack', run: () => void): HTMLButtonElement {
    const made = element(document, 'button', 'action', translate(key));
    made.type = 'button';
    made.addEventListener('click', run);
    return made;
  }
}
