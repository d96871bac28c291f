import type { Speaker } from '../speakers/attribution.ts';
import type { Span } from '../text/span.ts';
import { button, element, icon } from './element.ts';
import type { ShownArticle } from './ports.ts';
import { createSaidList, inLanguageOf, placeLink, type SpeakerListOptions } from './said-list.ts';
import type { SpeakerEntry } from './speaker-entries.ts';

const CROSS = 'M6 6 18 18M18 6 6 18';
/** Between the name and the card, and between the card and the edge of the view, in CSS pixels. */
const GAP = 8;

export interface SpeakerCardOptions extends SpeakerListOptions {
  shown: ShownArticle;
  /** The name in the text that was pressed. */
  name: HTMLElement;
  showMention(mention: Span, link: HTMLElement): void;
  showInList(speaker: Speaker): void;
  /** The card is gone. */
  onClosed(): void;
}

/** The card that says who somebody in the text is. */
export interface SpeakerCard {
  /** Moves the focus to a link on the card, by its number; to its heading where there is none of that number. */
  focus(link: number): void;
  /** The number of a link on the card, from 0. */
  numberOf(link: HTMLElement): number;
  /** Takes the card away; the focus goes from it back to the name. */
  close(): void;
}

/**
 * Opens the card under a name in the text: role, first mention, and all that the speaker says. It is no modal dialog:
 * whoever goes on with Tab comes back to the text, and a press beside it closes it.
 */
export function createSpeakerCard(options: SpeakerCardOptions, entry: SpeakerEntry): SpeakerCard {
  const { shown, name } = options;
  const { card, heading } = makeCard(options, entry, () => close());
  shown.stage.append(card);
  placeUnder(name, card, shown.stage);

  card.addEventListener('focusout', ({ relatedTarget }) => {
    // Not at once: the focus is on its way, and would go on to where it was going.
    if (relatedTarget && !card.contains(relatedTarget as Node)) setTimeout(close, 0, true);
  });
  const closeFromOutside = ({ target }: Event) => {
    if (!card.contains(target as Node)) close();
  };
  shown.stage.addEventListener('pointerdown', closeFromOutside);
  return {
    focus(number) {
      const focused = links()[number] ?? heading;
      focused.focus({ preventScroll: true });
      card.scrollIntoView({ block: 'nearest' });
    },
    numberOf: (link) => links().indexOf(link),
    close,
  };

  function links(): HTMLElement[] {
    return [...card.querySelectorAll<HTMLElement>('.place-link')];
  }

  function close(hasLeft = false): void {
    if (!card.isConnected) return;
    shown.stage.removeEventListener('pointerdown', closeFromOutside);
    const hadFocus = hasLeft || card.matches(':focus-within');
    card.remove();
    options.onClosed();
    if (hadFocus && name.isConnected) name.focus({ preventScroll: true });
  }
}

function makeCard(
  options: SpeakerCardOptions,
  { speaker, said }: SpeakerEntry,
  close: () => void,
): { card: HTMLElement; heading: HTMLElement } {
  const { document, translate, article } = options;
  const heading = inLanguageOf(article, element(document, 'h2', 'card-heading', speaker.name));
  heading.id = 'speaker-card-heading';
  heading.tabIndex = -1;
  const question = element(document, 'p', 'card-question', translate('speakerCardLabel'));
  question.id = 'speaker-card-question';
  const closeButton = button(document, 'card-close', '', close);
  closeButton.replaceChildren(icon(document, CROSS));
  closeButton.setAttribute('aria-label', translate('speakerCardClose'));
  const card = element(document, 'div', 'speaker-card', question, heading, closeButton);
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-labelledby', `${question.id} ${heading.id}`);
  card.lang = translate('languageOfMessages');
  card.dir = translate('directionOfMessages');

  if (speaker.role !== null) card.append(inLanguageOf(article, element(document, 'p', 'speaker-role', speaker.role)));
  const [first] = speaker.mentions;
  if (first) {
    const link = placeLink(document, translate('speakerFirstMention'), (made) => options.showMention(first, made));
    card.append(element(document, 'p', 'card-mention', link));
  }
  card.append(
    element(document, 'h3', 'card-says', translate('speakerSays')),
    createSaidList(options, said),
    button(document, 'action', translate('speakerShowInList'), () => options.showInList(speaker)),
  );
  return { card, heading };
}

/** Puts the card under the line of the name, within the sides of the stage. */
function placeUnder(name: HTMLElement, card: HTMLElement, stage: HTMLElement): void {
  const line = name.getClientRects()[0] ?? name.getBoundingClientRect();
  const around = stage.getBoundingClientRect();
  const most = Math.max(GAP, around.width - card.offsetWidth - GAP);
  card.style.top = `${line.bottom - around.top + GAP}px`;
  card.style.left = `${Math.min(Math.max(GAP, line.left - around.left), most)}px`;
}
