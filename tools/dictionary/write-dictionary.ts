import {
  END_OF_PIECE,
  END_OF_TEXT,
  FIRST_SEPARATOR,
  GROUP,
  HEADWORD,
  IN_TEXTS,
  PARTS_OF_SPEECH,
  SECTIONS,
  type SectionName,
  SIGNATURE,
} from '../../src/glossary/dictionary-format.ts';
import { BitWriter, ByteWriter } from './byte-writer.ts';
import { type ChosenEntry, exampleChooser } from './choose-entries.ts';
import { codeLengths, codesOf } from './code-lengths.ts';
import { pairSymbols } from './pair-symbols.ts';
import type { Exception } from './read-exceptions.ts';
import type { Meaning } from './read-wordnet.ts';
import { textSymbols } from './text-symbols.ts';

type Sections = Record<SectionName, ByteWriter>;

/** A pair that stands three times or less often costs more in the list of pairs than it saves in the texts. */
const LEAST_COUNT = 4;
const LONGEST_PREFIX = 255;

/** The file of the dictionary, unpacked, from entries sorted by word. The same input gives the same bytes. */
export function writeDictionary(entries: readonly ChosenEntry[], exceptions: readonly Exception[]): Uint8Array {
  const sections = Object.fromEntries(SECTIONS.map((name) => [name, new ByteWriter()])) as Sections;
  const meanings = writeSenses(sections, entries);
  const chooseExamples = exampleChooser(exceptions);
  const texts = [...meanings].map(([meaning, words]) => [meaning.definition, ...chooseExamples(meaning, words)]);
  const textWords = writeTexts(sections, texts);
  writeWords(sections, new Set(entries.map(({ word }) => word)), new Set(textWords));
  writeForms(sections, entries, exceptions);
  const file = new ByteWriter();
  for (const byte of SIGNATURE) file.byte(byte);
  for (const name of SECTIONS) {
    const { bytes } = sections[name];
    file.varint(bytes.length);
    file.append(bytes);
  }
  return file.bytes;
}

/**
 * Numbers the meanings as the headwords come to them, so that most senses need no number; gives them in this order with their
 * headwords.
 */
function writeSenses(sections: Sections, entries: readonly ChosenEntry[]): Map<Meaning, string[]> {
  const numbers = new Map<Meaning, number>();
  const words = new Map<Meaning, string[]>();
  for (const { word, meanings } of entries) {
    sections.senseCounts.varint(meanings.length);
    for (const meaning of meanings) {
      const number = numbers.get(meaning);
      sections.senseMeanings.varint(number === undefined ? 0 : numbers.size - number);
      words.set(meaning, [...(words.get(meaning) ?? []), word]);
      if (number !== undefined) continue;
      numbers.set(meaning, numbers.size);
      sections.meaningParts.byte(PARTS_OF_SPEECH.indexOf(meaning.part));
    }
  }
  return words;
}

function writeTexts(sections: Sections, texts: readonly (readonly string[])[]): readonly string[] {
  const { separators, words, symbols } = textSymbols(texts);
  for (const separator of separators) sections.separators.line(separator);
  const firstPair = FIRST_SEPARATOR + separators.length + words.length;
  const paired = pairSymbols(symbols, firstPair, LEAST_COUNT, new Set([END_OF_TEXT, END_OF_PIECE]));
  for (const [first, second] of paired.pairs) {
    sections.pairFirsts.varint(first);
    sections.pairSeconds.varint(second);
  }
  const counts = new Int32Array(firstPair + paired.pairs.length);
  for (const symbol of paired.symbols) counts[symbol] = (counts[symbol] ?? 0) + 1;
  const lengths = codeLengths(counts);
  const codes = codesOf(lengths);
  for (const length of lengths) sections.codeLengths.byte(length);
  const bits = new BitWriter();
  let groupStart = 0;
  let count = 0;
  for (const symbol of paired.symbols) {
    bits.bits(codes[symbol] ?? 0, lengths[symbol] ?? 0);
    if (symbol !== END_OF_TEXT || (++count % GROUP !== 0 && count !== texts.length)) continue;
    sections.groupLengths.varint(bits.length - groupStart);
    groupStart = bits.length;
  }
  sections.texts.append(bits.bytes);
  return words;
}

function writeWords(sections: Sections, headwords: ReadonlySet<string>, textWords: ReadonlySet<string>): void {
  let before = '';
  for (const word of [...new Set([...headwords, ...textWords])].sort()) {
    const shared = sharedLength(before, word);
    sections.wordPrefixes.byte(shared);
    sections.wordEndings.line(word.slice(shared));
    sections.wordUses.byte((headwords.has(word) ? HEADWORD : 0) | (textWords.has(word) ? IN_TEXTS : 0));
    before = word;
  }
}

/** Only those of headwords, also where the rules find the headword: what the lists know comes first. */
function writeForms(sections: Sections, entries: readonly ChosenEntry[], exceptions: readonly Exception[]): void {
  const byLemma = new Map<string, Exception[]>();
  for (const exception of exceptions)
    byLemma.set(exception.lemma, [...(byLemma.get(exception.lemma) ?? []), exception]);
  let last = 0;
  entries.forEach(({ word, meanings }, headword) => {
    for (const { form, part } of byLemma.get(word) ?? []) {
      if (form === word || !meanings.some((meaning) => meaning.part === part)) continue;
      const shared = sharedLength(word, form);
      sections.formHeadwords.varint(headword - last);
      sections.formParts.byte(PARTS_OF_SPEECH.indexOf(part));
      sections.formPrefixes.byte(shared);
      sections.formEndings.line(form.slice(shared));
      last = headword;
    }
  });
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < LONGEST_PREFIX && length < one.length && one[length] === other[length]) length++;
  return length;
}
