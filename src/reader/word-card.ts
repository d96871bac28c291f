import type { MessageKey } from '../../assets/message-key.ts';
import { isEnglish } from '../text/is-english.ts';
import { createSenses } from './dictionary-senses.ts';
import { element } from './element.ts';
import type { GlossarySubject, KeepAnswer, WordAnswer } from './glossary-ports.ts';
import { createOwnTermForm } from './own-term-form.ts';
import { inLanguageOf } from './place-link.ts';
import type { ReaderPorts } from './ports.ts';
import { isName, type SelectedWords } from './selected-words.ts';
import { type CardAnchor, createTextCard, type TextCard } from './text-card.ts';

const TROUBLE: Readonly<Record<Extract<WordAnswer, string>, MessageKey>> = {
  'not-found': 'wordNotFound',
  'no-dictionary': 'wordNoDictionary',
  'no-answer': 'wordNoAnswer',
};

export interface WordCardOptions extends Pick<ReaderPorts, 'document' | 'translate'> {
  subject: GlossarySubject;
  anchor: CardAnchor;
  /** Adds to the reader's own glossary. Never rejects. */
  keep(term: string, definition: string): Promise<KeepAnswer>;
}

/** Makes the card of words that are no term of the article: what the dictionary says of them, or why it says nothing. */
export function createWordCard(options: WordCardOptions, selected: SelectedWords): TextCard {
  const { document, translate, anchor, keep } = options;
  const { shown, lookUpWord } = options.subject;
  const { article, announce } = shown;
  const { words, opensSentence } = selected;
  const subject = inLanguageOf(article, element(document, 'span', '', words));
  const card = createTextCard({ document, translate, shown, anchor, question: 'wordCardLabel', subject });
  const answer = element(document, 'div', 'word-answer');
  card.element.append(answer, createOwnTermForm({ document, translate, keep, announce }, words));
  void fill();
  return card;

  async function fill(): Promise<void> {
    const text = article.blocks.map((block) => block.text).join('\n');
    if (!isEnglish(text, article.language)) return say('wordEnglishOnly');
    if (isName(selected)) return say('wordIsName');
    say('wordSearching');
    const found = await lookUpWord(words, opensSentence);
    if (typeof found === 'string') {
      say(TROUBLE[found]);
      if (card.element.isConnected) announce(translate(TROUBLE[found]));
      return;
    }
    answer.replaceChildren(
      ...found.entries.map((entry) => createSenses(options, entry, words)),
      element(document, 'p', 'meaning-source', translate('wordSource')),
    );
    card.settle();
    // The focus is on the heading: what came after it would go unheard.
    const [sense] = found.entries[0]?.parts[0]?.senses ?? [];
    if (sense && card.element.isConnected) announce(sense.definition);
  }

  function say(message: MessageKey): void {
    answer.replaceChildren(element(document, 'p', '', translate(message)));
  }
}
