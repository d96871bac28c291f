import type { MessageKey } from '../../assets/message-key.ts';
import type { PresetRefusal } from '../platform/own-presets.ts';
import type { PresetTrial, TrialPreset } from '../platform/preset-trial.ts';
import { element } from '../reader/element.ts';
import { type OwnPreset, presetValues, type RemovedPreset } from '../settings/own-preset.ts';
import { PRESETS } from '../settings/presets.ts';
import { describeFailure } from './kept-place.ts';
import { createOwnPresetForm } from './own-preset-form.ts';
import type { OptionsPorts } from './ports.ts';
import { createPresetCard, type PresetCard } from './preset-card.ts';
import type { SaveReport } from './save-report.ts';
import { createSection } from './section.ts';
import type { StatusLine } from './status-line.ts';

const REFUSALS: Record<PresetRefusal, MessageKey> = {
  'no-name': 'optionsPresetNoName',
  'same-name': 'optionsPresetSameName',
  'too-many': 'optionsPresetTooMany',
};

export interface PresetsSection {
  root: HTMLElement;
  /** Shows the reader's own presets as they are stored now. */
  refresh(): Promise<void>;
}

/** Makes the section of the presets: those by need, the reader's own, and a form that keeps the settings as a preset. */
export function createPresetsSection(
  ports: Pick<OptionsPorts, 'document' | 'translate' | 'store' | 'ownPresets'>,
  trial: PresetTrial,
  status: StatusLine,
  report: SaveReport,
): PresetsSection {
  const { document, translate, store, ownPresets } = ports;
  const forever = new AbortController().signal;
  const cards = PRESETS.map(({ id, label, help, values }) => {
    const preset: TrialPreset = { key: id, name: translate(label), values };
    return { preset, card: createPresetCard(ports, preset, translate(help), actionsFor(preset, null)) };
  });
  let ownCards: { kept: OwnPreset; preset: TrialPreset; card: PresetCard }[] = [];

  /** The key of the card whose button was pressed to delete it: the focus goes on to the button that takes that back. */
  let removed: string | null = null;

  const own = list('optionsPresetOwn');
  const ownHeading = element(document, 'h3', '', translate('optionsPresetOwn'));
  const form = createOwnPresetForm(ports, (name) => void keepOwn(name));
  const byNeed = list('optionsPresets');
  byNeed.append(...cards.map(({ card }) => card.root));
  const root = createSection(
    document,
    'presets',
    translate('optionsPresets'),
    element(document, 'p', 'help', translate('optionsPresetsWhat')),
    byNeed,
    ownHeading,
    own,
    form.root,
  );
  show();
  store.subscribe(show, forever);
  ownPresets.subscribe(() => void refresh(), forever);
  showOwn([]);
  return { root, refresh };

  function list(label: 'optionsPresets' | 'optionsPresetOwn'): HTMLElement {
    const made = element(document, 'ul', 'preset-list');
    // Without its bullets, Safari's screen reader takes a list for none unless it is told.
    made.setAttribute('role', 'list');
    made.setAttribute('aria-label', translate(label));
    return made;
  }

  function show(): void {
    const settings = store.untried();
    const tried = trial.current()?.key;
    for (const { preset, card } of [...cards, ...ownCards]) card.show(settings, preset.key === tried);
  }

  async function refresh(): Promise<void> {
    try {
      showOwn(await ownPresets.list());
    } catch {
      status.show(translate('optionsPresetUnreadable'), 'problem');
    }
  }

  function showOwn(presets: readonly OwnPreset[]): void {
    if (JSON.stringify(presets) !== JSON.stringify(ownCards.map(({ kept }) => kept))) replaceOwn(presets);
    own.hidden = ownCards.length === 0;
    ownHeading.hidden = own.hidden;
    // One that was deleted, here or elsewhere, could be neither kept nor taken back.
    const tried = trial.current()?.key;
    if (tried !== undefined && ![...cards, ...ownCards].some(({ preset }) => preset.key === tried)) trial.takeBack();
    show();
  }

  function replaceOwn(presets: readonly OwnPreset[]): void {
    const focused = ownCards.find(({ card }) => card.root.contains(document.activeElement))?.preset.key;
    ownCards = presets.map((kept) => {
      const preset: TrialPreset = { key: `own-${kept.id}`, name: kept.name, values: kept.values };
      return { kept, preset, card: createPresetCard(ports, preset, null, actionsFor(preset, kept)) };
    });
    own.replaceChildren(...ownCards.map(({ card }) => card.root));
    show();
    // Where it would fall, a screen reader starts the page anew.
    if (focused === undefined) return;
    if (ownCards.some(({ preset }) => preset.key === focused)) focusCard(focused);
    else if (focused !== removed) form.focus();
  }

  function actionsFor(preset: TrialPreset, kept: OwnPreset | null) {
    return {
      start() {
        const count = trial.start(preset);
        show();
        status.show(translate('optionsPresetTrying', preset.name, String(count)), 'done');
      },
      keep: () => keep(preset),
      takeBack() {
        trial.takeBack();
        show();
        status.show(translate('optionsPresetTakenBack', preset.name), 'done');
      },
      remove: kept === null ? null : () => void removeOwn(kept),
    };
  }

  function keep(preset: TrialPreset): void {
    const { values, before } = trial.outcome();
    const stored = store.changeAll(values);
    show();
    const undo = () => {
      const undone = store.changeAll(before);
      // The button that was pressed goes away.
      focusCard(preset.key);
      void report(undone, () => translate('optionsUndone'));
    };
    const place = document.activeElement;
    void report(stored, () => translate('optionsPresetKept', preset.name), undo).then(() => focusUndoFrom(place));
  }

  function focusUndoFrom(place: Element | null): void {
    if (isStillAt(place)) status.focusUndo();
  }

  /** Whether the focus is where it was or has been lost, and not on something that the person has gone on to. */
  function isStillAt(place: Element | null): boolean {
    return document.activeElement === place || document.activeElement === document.body;
  }

  function focusCard(key: string): void {
    [...cards, ...ownCards].find(({ preset }) => preset.key === key)?.card.focus();
  }

  async function keepOwn(name: string): Promise<void> {
    try {
      const kept = await ownPresets.keep(name, presetValues(store.current()));
      if (typeof kept === 'string') return form.showProblem(translate(REFUSALS[kept]));
      form.clear();
      await refresh();
      status.show(translate('optionsPresetSaved', kept.name), 'done');
    } catch (error) {
      status.show(describeFailure(translate, error), 'problem');
    }
  }

  async function removeOwn(preset: OwnPreset): Promise<void> {
    const place = document.activeElement;
    removed = `own-${preset.id}`;
    try {
      const item = await ownPresets.remove(preset.id);
      await refresh();
      status.show(
        translate('optionsGlossaryDeleted', preset.name),
        'done',
        item && (() => void bringBack(preset, item)),
      );
      focusUndoFrom(place);
    } catch (error) {
      status.show(describeFailure(translate, error), 'problem');
    }
    removed = null;
  }

  async function bringBack({ id, name }: OwnPreset, item: RemovedPreset): Promise<void> {
    const place = document.activeElement;
    try {
      const refusal = await ownPresets.putBack(item);
      await refresh();
      const isHere = isStillAt(place);
      if (refusal !== null) return status.show(translate(REFUSALS[refusal]), 'problem');
      status.show(translate('optionsPresetBack', name), 'done');
      if (isHere) focusCard(`own-${id}`);
    } catch (error) {
      status.show(describeFailure(translate, error), 'problem');
    }
  }
}
