import type { MessageKey } from '../../assets/message-key.ts';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import type { Speaker, SpeakerId } from '../speakers/attribution.ts';
import { button, element, icon } from './element.ts';
import { createSaidList, inLanguageOf, type SpeakerListOptions } from './said-list.ts';
import type { SpeakerEntries, SpeakerEntry } from './speaker-entries.ts';
import { countsInWords, shareInWords, unattributedHeading } from './speaker-facts.ts';

const CROSS = 'M6 6 18 18M18 6 6 18';

export interface SpeakersPanelOptions extends SpeakerListOptions {
  close(): void;
  /** Marks all that a speaker says in the text, or takes the mark away. */
  toggleMark(speaker: Speaker): void;
  changeOrder(order: Settings['speakerOrder']): void;
  copy(format: 'text' | 'markdown'): void;
  tryAgain(): void;
}

/** What the panel says of an article in which somebody speaks. */
export interface SpeakersPanelContent {
  entries: SpeakerEntries;
  order: Settings['speakerOrder'];
  marked: SpeakerId | null;
}

/** The panel that says who speaks in the article. */
export interface SpeakersPanel {
  element: HTMLElement;
  heading: HTMLElement;
  /** Shows one sentence in place of the list; with `again`, a button to try again. */
  showMessage(message: MessageKey, again?: boolean): void;
  showEntries(content: SpeakersPanelContent): void;
  /** Shows the same in another order. */
  reorder(entries: SpeakerEntries, order: Settings['speakerOrder']): void;
  /** Shows which speaker's words are marked. */
  updateMark(marked: SpeakerId | null): void;
  /** Says what came of copying; where the browser refused, `byHand` is put into a field to be copied from. */
  reportCopy(byHand: string | null): void;
  /** The heading of a speaker, to be reached by a script. */
  headingOf(speaker: SpeakerId): HTMLElement | null;
}

/** Makes the panel, still empty. */
export function createSpeakersPanel(options: SpeakersPanelOptions): SpeakersPanel {
  const { document, translate } = options;
  const heading = element(document, 'h2', 'speakers-heading', translate('speakersHeading'));
  heading.id = 'speakers-heading';
  heading.tabIndex = -1;
  const closeButton = button(document, 'speakers-close', translate('speakersClose'), options.close);
  closeButton.prepend(icon(document, CROSS));
  const body = element(document, 'div', 'speakers-body');
  const panel = element(
    document,
    'section',
    'speakers',
    element(document, 'div', 'speakers-bar', heading, closeButton),
    body,
  );
  panel.id = 'speakers';
  panel.setAttribute('aria-labelledby', heading.id);
  let marks = new Map<SpeakerId, HTMLElement>();
  let headings = new Map<SpeakerId, HTMLElement>();
  const copyReport = element(document, 'div', 'copy-report');
  const list = element(document, 'div', 'speakers-list');
  let radios: HTMLInputElement[] = [];

  return {
    element: panel,
    heading,
    showMessage(message, again = false) {
      body.replaceChildren(element(document, 'p', 'speakers-message', translate(message)));
      if (again) body.append(button(document, 'action', translate('speakersTryAgain'), options.tryAgain));
    },
    showEntries,
    reorder(entries, order) {
      for (const radio of radios) radio.checked = radio.value === order;
      fillList(entries);
    },
    updateMark,
    reportCopy(byHand) {
      const report = translate(byHand === null ? 'speakersCopied' : 'speakersCopyByHand');
      copyReport.replaceChildren(element(document, 'p', '', report));
      if (byHand === null) return;
      const field = element(document, 'textarea', 'copy-field');
      field.value = byHand;
      field.readOnly = true;
      field.rows = 6;
      field.setAttribute('aria-label', translate('speakersCopyField'));
      copyReport.append(field);
      field.focus();
      field.select();
    },
    headingOf: (speaker) => headings.get(speaker) ?? null,
  };

  function showEntries({ entries, order, marked }: SpeakersPanelContent): void {
    const tools: HTMLElement[] = [];
    if (entries.extent === 'quotations')
      tools.push(element(document, 'p', 'speakers-message', translate('speakersQuotationsOnly')));
    // Two of a kind are needed for an order to choose.
    if (entries.named.length > 1 || entries.unnamed.length > 1) tools.push(createOrder(order));
    copyReport.replaceChildren();
    body.replaceChildren(...tools, createCopyButtons(), copyReport, list);
    fillList(entries);
    updateMark(marked);
  }

  function fillList(entries: SpeakerEntries): void {
    const pressed = [...marks].find(([, mark]) => mark.getAttribute('aria-pressed') === 'true')?.[0] ?? null;
    marks = new Map();
    headings = new Map();
    const made = entries.named.map((entry) => createSpeaker(entry, 'h3'));
    if (entries.unnamed.length > 0)
      made.push(
        element(document, 'h3', 'speakers-group', translate('speakersUnnamed')),
        ...entries.unnamed.map((entry) => createSpeaker(entry, 'h4')),
      );
    if (entries.unattributed.length > 0)
      made.push(
        element(document, 'h3', 'speakers-group', translate(unattributedHeading(entries))),
        createSaidList(options, entries.unattributed),
      );
    list.replaceChildren(...made);
    updateMark(pressed);
  }

  function updateMark(marked: SpeakerId | null): void {
    for (const [speaker, mark] of marks) mark.setAttribute('aria-pressed', String(speaker === marked));
  }

  function createOrder(order: Settings['speakerOrder']): HTMLElement {
    const choices = Object.entries(SETTINGS.speakerOrder.choices) as [Settings['speakerOrder'], MessageKey][];
    radios = choices.map(([value]) => {
      const radio = element(document, 'input');
      radio.type = 'radio';
      radio.name = 'speakers-order';
      radio.value = value;
      radio.checked = value === order;
      // Not `change`: that one is the browser's own, and trusted, also where a script presses.
      radio.addEventListener('click', (event) => {
        if (event.isTrusted) options.changeOrder(value);
      });
      return radio;
    });
    const labels = radios.map((radio, index) =>
      element(document, 'label', 'speakers-choice', radio, translate(choices[index]?.[1] ?? 'settingSpeakerOrder')),
    );
    const legend = element(document, 'legend', '', translate('settingSpeakerOrder'));
    return element(document, 'fieldset', 'speakers-order', legend, ...labels);
  }

  function createCopyButtons(): HTMLElement {
    return element(
      document,
      'div',
      'speakers-copy',
      button(document, 'action', translate('speakersCopyText'), () => options.copy('text')),
      button(document, 'action', translate('speakersCopyMarkdown'), () => options.copy('markdown')),
    );
  }

  function createSpeaker(entry: SpeakerEntry, level: 'h3' | 'h4'): HTMLElement {
    const { id, name, role } = entry.speaker;
    const title = inLanguageOf(options.article, element(document, level, 'speaker-heading', name));
    title.tabIndex = -1;
    headings.set(id, title);
    const made = element(document, 'div', 'speaker', title);
    if (role !== null) made.append(inLanguageOf(options.article, element(document, 'p', 'speaker-role', role)));
    const share = shareInWords(translate, entry);
    if (share !== null) made.append(createShare(share, entry.speaker.share));
    made.append(element(document, 'p', 'speaker-counts', countsInWords(translate, entry).join(' · ')));
    const label = translate('speakersMark');
    const mark = button(document, 'action mark-button', label, () => options.toggleMark(entry.speaker));
    // Without the name, a screen reader's list of buttons would hold the same words again and again.
    mark.setAttribute('aria-label', translate('speakersSubject', label, name));
    marks.set(id, mark);
    made.append(mark, createSaidList(options, entry.said));
    return made;
  }

  function createShare(inWords: string, share: number): HTMLElement {
    const filled = element(document, 'span', 'share-filled');
    filled.style.inlineSize = `${Math.round(share * 100)}%`;
    const bar = element(document, 'span', 'share-bar', filled);
    bar.setAttribute('role', 'img');
    bar.setAttribute('aria-label', inWords);
    const caption = element(document, 'span', 'share-caption', inWords);
    // The picture says the same.
    caption.setAttribute('aria-hidden', 'true');
    return element(document, 'p', 'share', bar, caption);
  }
}
