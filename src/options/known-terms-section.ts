import type { KnownTerm } from '../platform/known-terms.ts';
import { counted } from '../reader/counted.ts';
import { element } from '../reader/element.ts';
import { describeFailure, describePlace } from './kept-place.ts';
import { createLongList } from './long-list.ts';
import type { ListSection } from './own-glossary-section.ts';
import type { OptionsPorts } from './ports.ts';
import { createSection } from './section.ts';
import { createStatusLine } from './status-line.ts';

/** Makes the section of the terms that the reader knows, each with a button that has it explained again. */
export function createKnownTermsSection(ports: OptionsPorts): ListSection {
  const { document, translate, knownTerms } = ports;
  const status = createStatusLine(document, translate);
  const place = element(document, 'p', 'help');
  const count = element(document, 'h3');
  /** One reading after the other: an older one that took longer would be shown last. */
  let shownLast: Promise<void> = Promise.resolve();
  let shown: readonly KnownTerm[] = [];

  const list = createLongList<KnownTerm>(ports, {
    name: 'known',
    label: 'optionsKnown',
    filterLabel: 'optionsKnownFind',
    empty: 'optionsKnownEmpty',
    matches: { one: 'optionsKnownMatchesOne', other: 'optionsKnownMatches' },
    keyOf: ({ id }) => id,
    // The id tells two terms of one short form apart: "ICC (International Criminal Court)".
    titleOf: ({ id }) => id,
    textsOf: ({ id, term }) => [term, id],
    row: rowOf,
  });
  const all = element(document, 'button', 'action', translate('optionsKnownExplainAll'));
  all.type = 'button';
  all.addEventListener('click', () => void explainAll());
  const root = createSection(
    document,
    'known-terms',
    translate('optionsKnown'),
    element(document, 'p', 'help', translate('optionsKnownWhat')),
    place,
    count,
    list.root,
    all,
    status.root,
  );
  knownTerms.subscribe(() => void refresh(), new AbortController().signal);
  return { root, refresh };

  function refresh(): Promise<void> {
    shownLast = shownLast.then(showStored);
    return shownLast;
  }

  async function showStored(): Promise<void> {
    try {
      shown = await knownTerms.list();
      list.show(shown);
      all.hidden = shown.length === 0;
      count.textContent = counted(translate, shown.length, 'optionsKnownCountOne', 'optionsKnownCount');
      place.textContent = describePlace(translate, knownTerms.report());
    } catch {
      place.textContent = translate('optionsGlossaryUnreadable');
    }
  }

  function rowOf(known: KnownTerm): HTMLElement[] {
    const again = element(document, 'button', '', translate('optionsKnownExplain'));
    again.type = 'button';
    again.setAttribute('aria-label', translate('optionsGlossaryButtonFor', translate('optionsKnownExplain'), known.id));
    again.addEventListener('click', () => void explain(known));
    return [
      element(document, 'p', 'entry-term', element(document, 'bdi', '', known.id)),
      element(document, 'div', 'actions', again),
    ];
  }

  async function explain(known: KnownTerm): Promise<void> {
    try {
      await knownTerms.remove([known.id]);
      list.showGone(known, translate('optionsKnownExplained', known.id), () => void undo([known]));
      await refresh();
    } catch (error) {
      status.show(describeFailure(translate, error), 'problem');
    }
  }

  async function explainAll(): Promise<void> {
    const before = shown;
    try {
      await knownTerms.remove(before.map(({ id }) => id));
      status.show(translate('optionsKnownExplainedAll'), 'done', () => void undo(before));
      await refresh();
      // The button that was pressed goes away, and the way back is the next thing.
      status.focusUndo();
    } catch (error) {
      status.show(describeFailure(translate, error), 'problem');
    }
  }

  async function undo(terms: readonly KnownTerm[]): Promise<void> {
    try {
      await knownTerms.add(terms);
      await refresh();
      const [first] = terms;
      if (first === undefined || !list.focus(first.id)) all.focus();
      status.show(translate('optionsKnownUndone'), 'done');
    } catch (error) {
      status.show(describeFailure(translate, error), 'problem');
    }
  }
}
