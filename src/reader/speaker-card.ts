import type { Speaker } from '../speakers/attribution.ts';
import type { Span } from '../text/span.ts';
import { button, element } from './element.ts';
import { inLanguageOf, placeLink } from './place-link.ts';
import type { ShownArticle } from './ports.ts';
import { createSaidList, type SpeakerListOptions } from './said-list.ts';
import type { SpeakerEntry } from './speaker-entries.ts';
import { anchorOn, createTextCard, type TextCard } from './text-card.ts';

export interface SpeakerCardOptions extends SpeakerListOptions {
  shown: ShownArticle;
  /** The name in the text that was pressed. */
  name: HTMLElement;
  showMention(mention: Span, link: HTMLElement): void;
  showInList(speaker: Speaker): void;
}

/** Makes the card that says who somebody in the text is: role, first mention, and all that the speaker says. */
export function createSpeakerCard(options: SpeakerCardOptions, { speaker, said }: SpeakerEntry): TextCard {
  const { document, translate, article, shown, name } = options;
  const subject = inLanguageOf(article, element(document, 'span', '', speaker.name));
  const anchor = anchorOn(name);
  const card = createTextCard({ document, translate, shown, anchor, question: 'speakerCardLabel', subject });
  if (speaker.role !== null)
    card.element.append(inLanguageOf(article, element(document, 'p', 'speaker-role', speaker.role)));
  const [first] = speaker.mentions;
  if (first) {
    const link = placeLink(document, translate('speakerFirstMention'), (made) => options.showMention(first, made));
    card.element.append(element(document, 'p', 'card-mention', link));
  }
  card.element.append(
    element(document, 'h3', 'card-part', translate('speakerSays')),
    createSaidList({ ...options, voice: { ...options.voice, signal: card.closed } }, said),
    button(document, 'action', translate('speakerShowInList'), () => options.showInList(speaker)),
  );
  return card;
}
