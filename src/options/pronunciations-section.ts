import type { MessageKey } from '../../assets/message-key.ts';
import {
  checkPronunciation,
  keyOfWriting,
  PRONUNCIATION_LIMITS,
  type PronunciationProblem,
  tidyPronunciation,
} from '../platform/own-pronunciations.ts';
import { counted } from '../reader/counted.ts';
import { element } from '../reader/element.ts';
import type { Pronunciation } from '../speech/pronunciation.ts';
import { createEntryForm } from './entry-form.ts';
import { createHearButton } from './hear-button.ts';
import { describeFailure, describePlace } from './kept-place.ts';
import { createLongList } from './long-list.ts';
import type { ListSection } from './own-glossary-section.ts';
import type { OptionsPorts } from './ports.ts';
import { formatNumber } from './row-problem.ts';
import { createSection } from './section.ts';
import { createStatusLine } from './status-line.ts';

const PROBLEMS: Record<PronunciationProblem, { field: keyof Pronunciation; key: MessageKey; limit?: number }> = {
  'no-written': { field: 'written', key: 'optionsSpokenNoWritten' },
  'long-written': { field: 'written', key: 'optionsSpokenLongWritten', limit: PRONUNCIATION_LIMITS.written },
  'no-spoken': { field: 'spoken', key: 'optionsSpokenNoSpoken' },
  'long-spoken': { field: 'spoken', key: 'optionsSpokenLongSpoken', limit: PRONUNCIATION_LIMITS.spoken },
};

/** Makes the section of the reader's own pronunciations: a form, and the list, each with a button to hear it. */
export function createPronunciationsSection(ports: OptionsPorts): ListSection {
  const { document, translate, ownPronunciations, speech } = ports;
  const status = createStatusLine(document, translate);
  const place = element(document, 'p', 'help');
  const count = element(document, 'h3');
  /** One reading after the other: an older one that took longer would be shown last. */
  let shownLast: Promise<void> = Promise.resolve();

  const hearWritten = hearButton(null, () => form.written());
  const form = createEntryForm<Pronunciation, keyof Pronunciation>(
    ports,
    {
      name: 'spoken',
      add: 'optionsSpokenAdd',
      change: 'optionsGlossaryChange',
      fields: {
        written: { tag: 'input', label: 'optionsSpokenWritten', help: 'optionsSpokenWrittenHelp' },
        spoken: { tag: 'input', label: 'optionsSpokenSpoken', help: 'optionsSpokenSpokenHelp' },
      },
      titleOf: ({ written }) => written,
      textsOf: (entry) => entry,
      entryOf: tidyPronunciation,
      problemOf(entry) {
        const problem = checkPronunciation(entry);
        if (problem === null) return null;
        const { field, key, limit } = PROBLEMS[problem];
        return { field, text: limit === undefined ? translate(key) : translate(key, formatNumber(translate, limit)) };
      },
    },
    {
      save: (entry, before) => void save(entry, before),
      cancel: (before) => void list.focus(keyOfWriting(before.written)),
    },
    hearWritten,
  );
  const list = createLongList<Pronunciation>(ports, {
    name: 'spoken',
    label: 'optionsSpoken',
    filterLabel: 'optionsSpokenFind',
    empty: 'optionsSpokenEmpty',
    matches: { one: 'optionsSpokenMatchesOne', other: 'optionsSpokenMatches' },
    keyOf: ({ written }) => keyOfWriting(written),
    titleOf: ({ written }) => written,
    textsOf: ({ written, spoken }) => [written, spoken],
    row: rowOf,
  });
  const root = createSection(
    document,
    'pronunciations',
    translate('optionsSpoken'),
    element(document, 'p', 'help', translate('optionsSpokenWhat')),
    place,
    element(
      document,
      'div',
      'own-columns',
      element(document, 'div', 'spoken-tools', form.root),
      element(document, 'div', 'spoken-list', count, list.root),
    ),
    status.root,
  );
  ownPronunciations.subscribe(() => void refresh(), new AbortController().signal);
  return { root, refresh };

  function refresh(): Promise<void> {
    shownLast = shownLast.then(showStored);
    return shownLast;
  }

  async function showStored(): Promise<void> {
    try {
      const entries = await ownPronunciations.list();
      list.show(entries);
      count.textContent = counted(translate, entries.length, 'optionsSpokenCountOne', 'optionsSpokenCount');
      place.textContent = describePlace(translate, ownPronunciations.report());
    } catch {
      place.textContent = translate('optionsGlossaryUnreadable');
    }
  }

  function rowOf(entry: Pronunciation): HTMLElement[] {
    const { written, spoken } = entry;
    const heard = element(document, 'p', 'entry-meaning', spoken);
    // It may run in another direction than the page.
    heard.dir = 'auto';
    return [
      element(document, 'p', 'entry-term', element(document, 'bdi', '', written)),
      heard,
      element(
        document,
        'div',
        'actions',
        rowButton('optionsGlossaryEdit', written, () => form.edit(entry)),
        rowButton('optionsGlossaryDelete', written, () => void remove(entry)),
        hearButton(written, () => entry),
      ),
    ];
  }

  function rowButton(key: MessageKey, written: string, run: () => void): HTMLButtonElement {
    const label = translate(key);
    const button = element(document, 'button', '', label);
    button.type = 'button';
    button.setAttribute('aria-label', translate('optionsGlossaryButtonFor', label, written));
    button.addEventListener('click', run);
    return button;
  }

  function hearButton(of: string | null, entry: () => Pronunciation): HTMLButtonElement {
    return createHearButton(ports, {
      label: 'optionsSpokenHear',
      of,
      status,
      hearing() {
        const { spoken } = entry();
        const language = speech.languages[0] ?? translate('languageOfMessages');
        return spoken === '' ? null : { text: spoken, language, voice: null };
      },
    });
  }

  async function save(entry: Pronunciation, before: Pronunciation | null): Promise<void> {
    const key = keyOfWriting(entry.written);
    const insteadOf = before === null || keyOfWriting(before.written) === key ? [] : [before.written];
    try {
      const { surplus, replaced } = await ownPronunciations.put([entry], insteadOf);
      if (surplus.length > 0) {
        const most = formatNumber(translate, PRONUNCIATION_LIMITS.entries);
        status.show(translate('optionsSpokenFull', most), 'problem');
        return;
      }
      form.clear();
      await refresh();
      // A pronunciation that the reader did not mean to change has given way to this one.
      const [lost] = before === null || insteadOf.length > 0 ? replaced : [];
      if (lost === undefined) status.show(translate('optionsGlossarySaved', entry.written), 'done');
      else {
        status.show(translate('optionsGlossaryTookPlace', entry.written), 'done', () => {
          void undo([lost, ...(before === null ? [] : [before])], key);
        });
      }
      if (before !== null) list.focus(key);
    } catch (error) {
      status.show(describeFailure(translate, error), 'problem');
    }
  }

  async function remove(entry: Pronunciation): Promise<void> {
    try {
      await ownPronunciations.remove([entry.written]);
      // What the line says could be taken back is older than this.
      status.show('', 'done');
      list.showGone(entry, translate('optionsGlossaryDeleted', entry.written), () => {
        void undo([entry], keyOfWriting(entry.written));
      });
      await refresh();
    } catch (error) {
      status.show(describeFailure(translate, error), 'problem');
    }
  }

  async function undo(entries: readonly Pronunciation[], key: string): Promise<void> {
    try {
      await ownPronunciations.put(entries);
      await refresh();
      list.focus(key);
      status.show(translate('optionsGlossaryUndone'), 'done');
    } catch (error) {
      status.show(describeFailure(translate, error), 'problem');
    }
  }
}
