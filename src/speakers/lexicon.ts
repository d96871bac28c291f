import irregular from '../../assets/speakers/irregular-forms.json' with { type: 'json' };
import { hashOf } from './hash.ts';
import { KEY_MASK } from './model.ts';

/** What is known of words. */
export interface Lexicon {
  /** How surely the word, given by its hash, reports speech: 0 (no) to 3. */
  cueStrength(hash: number): number;
  /** What the word in lower case means: 1 + the number of its WordNet lexicographer file, 0 where it is not known. */
  sense(word: string): number;
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries(irregular).flatMap(([base, forms]) => forms.map((form): [string, string] => [form, base])),
);
/** Beyond so many words the memory is emptied: a background lives for days. */
const MOST_REMEMBERED = 20_000;

export function createLexicon(cues: ReadonlyMap<number, number>, senses: ReadonlyMap<number, number>): Lexicon {
  const remembered = new Map<string, number>();
  return {
    cueStrength: (hash) => cues.get(hash) ?? 0,
    sense: (word) => {
      const known = remembered.get(word);
      if (known !== undefined) return known;
      if (remembered.size > MOST_REMEMBERED) remembered.clear();
      const found = baseForms(word)
        .map((form) => senses.get(hashOf(form) & KEY_MASK))
        .find((sense) => sense !== undefined);
      remembered.set(word, found ?? 0);
      return found ?? 0;
    },
  };
}

/** What an English word may be a form of, the likeliest first: "said" → "say", "tried" → "try", "tri", "trie". */
export function baseForms(word: string): string[] {
  const forms = [word];
  const base = IRREGULAR.get(word);
  if (base !== undefined) forms.unshift(base);
  for (const ending of ['ies', 'ied']) if (word.endsWith(ending)) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('s')) forms.push(word.slice(0, -1));
  if (word.endsWith('ed')) forms.push(word.slice(0, -1), ...stems(word.slice(0, -2)));
  if (word.endsWith('ing')) forms.push(`${word.slice(0, -3)}e`, ...stems(word.slice(0, -3)));
  return forms;
}

function stems(stem: string): string[] {
  return stem.length > 3 && stem.at(-1) === stem.at(-2) ? [stem, stem.slice(0, -1)] : [stem];
}
