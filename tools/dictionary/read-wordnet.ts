import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARTS_OF_SPEECH, type PartOfSpeech } from '../../src/glossary/dictionary-format.ts';

/** What WordNet's files are called by, as in data.adj. */
export const WORDNET_NAMES: Readonly<Record<PartOfSpeech, string>> = {
  noun: 'noun',
  verb: 'verb',
  adjective: 'adj',
  adverb: 'adv',
};

/** One synset. */
export interface Meaning {
  part: PartOfSpeech;
  /** The number of the lexicographer file that it stands in: lexnames(5WN). */
  file: number;
  /** As they are written, capitals included, with spaces for underscores. */
  words: readonly string[];
  /** One person, place or event: it has an instance hypernym. */
  isName: boolean;
  definition: string;
  examples: readonly string[];
}

/** Every word of the four indices, in lower case, with its meanings by part of speech and in WordNet's order of senses. */
export type Wordnet = ReadonlyMap<string, readonly Meaning[]>;

const INSTANCE_HYPERNYM = '@i';
/** Where an adjective may stand, behind the word: "galore(ip)", wninput(5WN). */
const ADJECTIVE_PLACE = /\((?:a|p|ip)\)$/;

/** Reads a folder with data.* and index.* as wndb(5WN) tells of them. Throws where a sense has no synset. */
export function readWordnet(folder: string): Wordnet {
  const wordnet = new Map<string, Meaning[]>();
  for (const part of PARTS_OF_SPEECH) {
    const meanings = new Map<string, Meaning>();
    for (const line of linesOf(folder, `data.${WORDNET_NAMES[part]}`))
      meanings.set(line.slice(0, line.indexOf(' ')), readMeaning(line, part));
    for (const line of linesOf(folder, `index.${WORDNET_NAMES[part]}`)) {
      const [lemma = '', , count, ...rest] = line.trim().split(' ');
      const word = lemma.replaceAll('_', ' ');
      const own = rest.slice(-Number(count)).map((offset) => {
        const meaning = meanings.get(offset);
        if (meaning === undefined) throw new Error(`index.${WORDNET_NAMES[part]}: ${word} has no synset ${offset}`);
        return meaning;
      });
      wordnet.set(word, [...(wordnet.get(word) ?? []), ...own]);
    }
  }
  return wordnet;
}

/** The lines that are no licence: those of the licence begin with spaces. */
function linesOf(folder: string, file: string): string[] {
  return readFileSync(join(folder, file), 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));
}

function readMeaning(line: string, part: PartOfSpeech): Meaning {
  const bar = line.indexOf(' | ');
  const fields = line.slice(0, bar).split(' ');
  const count = Number.parseInt(fields[3] ?? '', 16);
  const words = Array.from({ length: count }, (_, index) =>
    (fields[4 + 2 * index] ?? '').replace(ADJECTIVE_PLACE, '').replaceAll('_', ' '),
  );
  const pointers = fields.slice(4 + 2 * count);
  return {
    part,
    file: Number(fields[1]),
    words,
    isName: pointers.includes(INSTANCE_HYPERNYM),
    ...readGloss(line.slice(bar + 3).trim()),
  };
}

/** Cuts a gloss into the definition and the examples, which stand in quotation marks behind it. */
function readGloss(gloss: string): Pick<Meaning, 'definition' | 'examples'> {
  const start = gloss.search(/[;:,]?\s*"/);
  const definition = start <= 0 ? gloss : gloss.slice(0, start);
  const quoted = start <= 0 ? '' : gloss.slice(start);
  // With an author behind it an example is a line of literature, and often an old one.
  const examples = Array.from(quoted.matchAll(/"([^"]+)"(?!\s*-)/g), ([, example = '']) => example);
  return { definition: tidy(definition), examples: examples.map(tidy) };
}

/** With quotation marks and dashes as they are printed, without white space that is too much. */
function tidy(text: string): string {
  return text
    .replace(/`([^`']*)'/g, '‘$1’')
    .replace(/\s*--\s*/g, ' – ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s;,]+|[\s;,]+$/g, '');
}
