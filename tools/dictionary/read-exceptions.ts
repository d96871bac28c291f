import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARTS_OF_SPEECH, type PartOfSpeech } from '../../src/glossary/dictionary-format.ts';
import { WORDNET_NAMES } from './read-wordnet.ts';

/** An irregular form of a word. */
export interface Exception {
  form: string;
  lemma: string;
  part: PartOfSpeech;
}

/** Reads WordNet's exception lists, *.exc of morphy(7WN): a form a line, and what it may be of. */
export function readExceptions(folder: string): Exception[] {
  return PARTS_OF_SPEECH.flatMap((part) =>
    readFileSync(join(folder, `${WORDNET_NAMES[part]}.exc`), 'latin1')
      .split('\n')
      .flatMap((line) => {
        const [form = '', ...lemmas] = line
          .trim()
          .split(/\s+/)
          .map((word) => word.replaceAll('_', ' '));
        return lemmas.map((lemma) => ({ form, lemma, part }));
      }),
  );
}
