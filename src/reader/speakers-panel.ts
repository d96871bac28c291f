import type { Settings } from '../settings/settings.ts';
import type { Speaker, SpeakerId } from '../speakers/attribution.ts';
import { type CopyFormat, createCopyTools } from './copy-tools.ts';
import { button, element } from './element.ts';
import { createOrderChoice } from './order-choice.ts';
import { inLanguageOf } from './place-link.ts';
import type { ShownArticle } from './ports.ts';
import { createSaidList, type SpeakerListOptions } from './said-list.ts';
import type { SpeakerEntries, SpeakerEntry } from './speaker-entries.ts';
import { countsInWords, shareInWords, unattributedHeading } from './speaker-facts.ts';

export interface SpeakersPanelOptions extends SpeakerListOptions {
  shown: ShownArticle;
  /** Holds what is listed. */
  body: HTMLElement;
  /** Marks all that a speaker says in the text, or takes the mark away. */
  toggleMark(speaker: Speaker): void;
  changeOrder(order: Settings['speakerOrder']): void;
  /** Writes what is listed, to be copied. */
  write(format: CopyFormat): string;
}

/** What the panel says of an article in which somebody speaks. */
export interface SpeakersPanelContent {
  entries: SpeakerEntries;
  order: Settings['speakerOrder'];
  marked: SpeakerId | null;
}

/** What the panel of speakers holds. */
export interface SpeakersPanel {
  showEntries(content: SpeakersPanelContent): void;
  /** Shows the same in another order. */
  reorder(entries: SpeakerEntries, order: Settings['speakerOrder']): void;
  /** Shows which speaker's words are marked. */
  updateMark(marked: SpeakerId | null): void;
  /** The heading of a speaker, to be reached by a script. */
  headingOf(speaker: SpeakerId): HTMLElement | null;
}

/** Makes what the panel lists, of nobody yet. */
export function createSpeakersPanel(options: SpeakersPanelOptions): SpeakersPanel {
  const { document, translate, shown, body } = options;
  let marks = new Map<SpeakerId, HTMLElement>();
  let headings = new Map<SpeakerId, HTMLElement>();
  const list = element(document, 'div', 'speakers-list');
  const orderChoice = createOrderChoice(options, 'speakerOrder', options.changeOrder);

  return {
    showEntries,
    reorder(entries, order) {
      orderChoice.update(order);
      fillList(entries);
    },
    updateMark,
    headingOf: (speaker) => headings.get(speaker) ?? null,
  };

  function showEntries({ entries, order, marked }: SpeakersPanelContent): void {
    const tools: HTMLElement[] = [];
    if (entries.extent === 'quotations')
      tools.push(element(document, 'p', 'panel-message', translate('speakersQuotationsOnly')));
    // Two of a kind are needed for an order to choose.
    if (entries.named.length > 1 || entries.unnamed.length > 1) tools.push(orderChoice.element);
    orderChoice.update(order);
    body.replaceChildren(...tools, createCopyTools(options, shown, options.write), list);
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
        element(document, 'h3', 'panel-group', translate('speakersUnnamed')),
        ...entries.unnamed.map((entry) => createSpeaker(entry, 'h4')),
      );
    if (entries.unattributed.length > 0)
      made.push(
        element(document, 'h3', 'panel-group', translate(unattributedHeading(entries))),
        createSaidList(options, entries.unattributed),
      );
    list.replaceChildren(...made);
    updateMark(pressed);
  }

  function updateMark(marked: SpeakerId | null): void {
    for (const [speaker, mark] of marks) mark.setAttribute('aria-pressed', String(speaker === marked));
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
    mark.setAttribute('aria-label', translate('panelSubject', label, name));
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
