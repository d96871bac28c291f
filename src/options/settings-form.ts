import type { MessageKey } from '../../assets/message-key.ts';
import { SettingsWriteError, type SettingsWriteFailure } from '../platform/settings-write-error.ts';
import { element } from '../reader/element.ts';
import { SETTING_IDS, SETTINGS, type SettingGroup, type SettingId, type Settings } from '../settings/settings.ts';
import type { OptionsPorts } from './ports.ts';
import { createSection } from './section.ts';
import { createSettingField, describeValue } from './setting-field.ts';
import { createStatusLine } from './status-line.ts';

const FAILURES: Record<SettingsWriteFailure, MessageKey> = {
  full: 'optionsSaveFull',
  'too-often': 'optionsSaveTooOften',
  unavailable: 'optionsSaveUnavailable',
};

/** In the order in which a person meets them. */
const HEADINGS: Record<SettingGroup, MessageKey> = {
  appearance: 'optionsAppearance',
  understanding: 'optionsUnderstanding',
  listening: 'optionsListening',
};

export interface SettingsForm {
  root: HTMLElement;
  /** Says what went wrong when the settings were read, if anything did. */
  reportReading(): void;
}

/** Makes a field for every setting of the table, a section for each group; each change is stored at once, and the line below tells what came of it. */
export function createSettingsForm(ports: OptionsPorts): SettingsForm {
  const { document, translate, store } = ports;
  const status = createStatusLine(document, translate);
  /** Counts changes: of a drag only the last is announced. */
  let latest = 0;

  const fields = SETTING_IDS.map((id) => ({
    id,
    ...createSettingField(ports, id, {
      change: (changed, value) => void tell(store.change(changed, value), saved(changed)),
      reset: (changed) => void tell(store.reset(changed), saved(changed)),
    }),
  }));
  const groups = Object.entries(HEADINGS).map(([group, heading]) => {
    const ofGroup = fields.filter(({ id }) => SETTINGS[id].group === group);
    return createSection(document, group, translate(heading), ...ofGroup.map((field) => field.root));
  });
  const show = (settings: Settings) => {
    for (const field of fields) field.show(settings);
  };
  show(store.current());
  store.subscribe(show, new AbortController().signal);

  const resetAll = element(document, 'button', 'action reset-all', translate('optionsResetAll'));
  resetAll.type = 'button';
  resetAll.addEventListener('click', () => {
    const before = store.current();
    void tell(
      store.reset(),
      () => translate('optionsResetAllDone'),
      () => {
        // The button that was pressed goes away.
        resetAll.focus();
        const changed = SETTING_IDS.filter((id) => before[id] !== SETTINGS[id].default);
        const restored = Promise.all(changed.map((id) => store.change(id, before[id])));
        void tell(restored, () => translate('optionsUndone'));
      },
    );
  });

  return {
    root: element(document, 'div', 'form', ...groups, resetAll, status.root),
    reportReading() {
      const { unreadable, problems } = store.report();
      const sentences = problems.map(({ id }) => translate('optionsValueUnusable', translate(SETTINGS[id].label)));
      if (unreadable) sentences.unshift(translate('optionsUnreadable'));
      if (sentences.length > 0) status.show(sentences.join(' '), 'problem');
    },
  };

  function saved(id: SettingId): () => string {
    return () => {
      const value = describeValue(ports, id, store.current()[id]);
      return translate('optionsSaved', translate(SETTINGS[id].label), value);
    };
  }

  async function tell(stored: Promise<unknown>, done: () => string, undo: (() => void) | null = null): Promise<void> {
    latest += 1;
    const turn = latest;
    try {
      await stored;
      if (turn === latest) status.show(done(), 'done', undo);
    } catch (error) {
      const failure = error instanceof SettingsWriteError ? error.failure : 'unavailable';
      if (turn === latest) status.show(translate(FAILURES[failure]), 'problem');
    }
  }
}
