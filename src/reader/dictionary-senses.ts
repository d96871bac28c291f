import type { MessageKey } from '../../assets/message-key.ts';
import type { DictionaryEntry, DictionaryPart, DictionarySense, PartOfSpeech } from '../glossary/dictionary.ts';
import { counted } from './counted.ts';
import { element } from './element.ts';
import type { ReaderPorts } from './ports.ts';

/** So many senses of each part of speech are seen at once: the commonest come first, and "break" has sixty. */
const SENSES_AT_ONCE = 4;

const PARTS_OF_SPEECH: Readonly<Record<PartOfSpeech, MessageKey>> = {
  noun: 'wordNoun',
  verb: 'wordVerb',
  adjective: 'wordAdjective',
  adverb: 'wordAdverb',
};

/** The language of the dictionary. */
const LANGUAGE = 'en';

/**
 * Makes what the dictionary says of a headword: its senses by part of speech, numbered, the commonest first.
 * @param words what was looked up; a headword that is the same needs no heading.
 */
export function createSenses(
  { document, translate }: Pick<ReaderPorts, 'document' | 'translate'>,
  { lemma, parts }: DictionaryEntry,
  words: string,
): HTMLElement {
  const heading = element(document, 'h3', 'card-part', lemma);
  heading.lang = LANGUAGE;
  const isSame = lemma === words.toLowerCase();
  const label = isSame ? 'h3' : 'h4';
  return element(document, 'div', 'headword', ...(isSame ? [] : [heading]), ...parts.flatMap(createPart));

  function createPart({ partOfSpeech, senses }: DictionaryPart): HTMLElement[] {
    const name = element(document, label, 'part-of-speech', translate(PARTS_OF_SPEECH[partOfSpeech]));
    const rest = senses.slice(SENSES_AT_ONCE);
    const first = createList(senses.slice(0, SENSES_AT_ONCE), 1);
    if (rest.length === 0) return [name, first];
    const more = counted(translate, rest.length, 'wordMoreSensesOne', 'wordMoreSensesOther');
    const summary = element(document, 'summary', '', more);
    return [name, first, element(document, 'details', '', summary, createList(rest, SENSES_AT_ONCE + 1))];
  }

  function createList(senses: readonly DictionarySense[], start: number): HTMLElement {
    const list = element(document, 'ol', 'sense-list', ...senses.map(createSense));
    list.start = start;
    return list;
  }

  function createSense({ definition, example }: DictionarySense): HTMLElement {
    const meaning = element(document, 'p', '', definition);
    meaning.lang = LANGUAGE;
    const item = element(document, 'li', '', meaning);
    if (example !== null) item.append(createExample(example));
    return item;
  }

  function createExample(example: string): HTMLElement {
    const made = element(document, 'p', 'sense-example', translate('wordExample', example));
    made.lang = LANGUAGE;
    return made;
  }
}
