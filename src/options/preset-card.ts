import type { TrialPreset } from '../platform/preset-trial.ts';
import { element } from '../reader/element.ts';
import { applySettings } from '../reader/theme.ts';
import { changedIds } from '../settings/changed-ids.ts';
import type { Settings } from '../settings/settings.ts';
import type { OptionsPorts } from './ports.ts';

/** What a person can do with a preset. */
export interface PresetActions {
  start(): void;
  keep(): void;
  takeBack(): void;
  /** Only the reader's own can be deleted. */
  remove: (() => void) | null;
}

/** How a preset stands to the settings: as they are, on trial, or neither. */
export type PresetState = 'in-use' | 'tried' | 'other';

/** A preset on the page: what it is for, how it looks, and the buttons that try it, keep it and take it back. */
export interface PresetCard {
  root: HTMLElement;
  /** @param settings those in force, without what is tried */
  show(settings: Settings, isTried: boolean): void;
  /** Puts the focus on the first button that can be pressed, or on the name where none can. */
  focus(): void;
}

/** Makes the card. `help` is null for a preset of the reader's own, whose name says enough. */
export function createPresetCard(
  { document, translate }: Pick<OptionsPorts, 'document' | 'translate'>,
  preset: TrialPreset,
  help: string | null,
  actions: PresetActions,
): PresetCard {
  const { name, values } = preset;
  const sample = element(
    document,
    'div',
    'lectern preset-sample',
    element(document, 'div', 'document', element(document, 'p', '', translate('optionsPreviewHeadline'))),
  );
  // It shows how text looks; as text it says nothing that the preview does not say.
  sample.setAttribute('aria-hidden', 'true');
  const title = element(document, 'h3', '', element(document, 'bdi', '', name));
  title.tabIndex = -1;
  const inUse = element(document, 'p', 'help in-use', translate('optionsPresetInUse'));
  const start = answer(translate('optionsPresetTry'), actions.start);
  const keep = answer(translate('optionsPresetKeep'), actions.keep);
  const takeBack = answer(translate('optionsPresetTakeBack'), actions.takeBack);
  const remove = actions.remove === null ? [] : [answer(translate('optionsGlossaryDelete'), actions.remove)];
  const helpLine = help === null ? [] : [element(document, 'p', 'help', help)];
  const buttons = element(document, 'div', 'actions', inUse, start, keep, takeBack, ...remove);
  const root = element(document, 'li', 'preset', sample, element(document, 'div', '', title, ...helpLine, buttons));
  let shown: PresetState | null = null;
  return {
    root,
    show(settings, isTried) {
      applySettings(sample, { ...settings, ...values });
      const state = isTried ? 'tried' : changedIds(values, settings).length === 0 ? 'in-use' : 'other';
      if (state === shown) return;
      const hadFocus = buttons.contains(document.activeElement);
      shown = state;
      root.classList.toggle('tried', state === 'tried');
      inUse.hidden = state !== 'in-use';
      start.hidden = state !== 'other';
      keep.hidden = state !== 'tried';
      takeBack.hidden = state !== 'tried';
      // The button that was pressed goes away.
      if (hadFocus) focus();
    },
    focus,
  };

  function focus(): void {
    ([...buttons.querySelectorAll('button')].find(({ hidden }) => !hidden) ?? title).focus();
  }

  function answer(text: string, run: () => void): HTMLButtonElement {
    const button = element(document, 'button', 'action', text);
    button.type = 'button';
    button.setAttribute('aria-label', translate('optionsGlossaryButtonFor', text, name));
    button.addEventListener('click', run);
    return button;
  }
}
