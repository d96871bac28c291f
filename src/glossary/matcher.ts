import type { GlossaryEntry } from './entry.ts';
import { type FormKind, formsOf } from './forms.ts';
import { type WordWeights, weighWords } from './related-words.ts';
import { createTrie, type Trie } from './trie.ts';

/** One meaning that a form may have. */
export interface Sense {
  entry: GlossaryEntry;
  source: 'reader' | 'glossary';
}

/** A form of a sense, as the trie holds it. */
export interface SenseForm {
  sense: Sense;
  kind: FormKind;
}

/** What terms are found with, and their senses weighed. */
export interface Matcher {
  forms: Trie<SenseForm>;
  /** How telling the words are that explain the entries. */
  weights: WordWeights;
}

/** Acronyms of fewer letters are written in capitals by everyone: "Nato", but not "Eu". */
const SHORTEST_SPOKEN_ACRONYM = 4;

/** Builds the matcher. The reader's own entries hide Lectern's of the same form. */
export function createMatcher(entries: readonly GlossaryEntry[], own: readonly GlossaryEntry[] = []): Matcher {
  const forms = createTrie<SenseForm>();
  const taken = new Set<string>();
  const add = (sense: Sense) => {
    // One of each, so that the same form of two entries gives the same two values wherever it stands.
    const made: Partial<Record<FormKind, SenseForm>> = {};
    const formOf = (kind: FormKind) => {
      made[kind] ??= { sense, kind };
      return made[kind];
    };
    for (const { keys, kind } of formsOf(sense.entry)) {
      const name = keys.join(' ');
      if (sense.source === 'reader') taken.add(name);
      else if (taken.has(name)) continue;
      forms.add(keys, formOf(kind));
      if (kind === 'word') for (const key of otherCapitals(keys, sense.entry)) forms.add([key], formOf(kind));
    }
  };
  for (const entry of own) add({ entry, source: 'reader' });
  for (const entry of entries) add({ entry, source: 'glossary' });
  return { forms, weights: weighWords(entries) };
}

/** Papers differ in capitals: "UNICEF" and "Unicef", "WikiLeaks" and "Wikileaks". */
function otherCapitals(keys: readonly string[], { match, kind }: GlossaryEntry): string[] {
  const [key] = keys;
  if (key === undefined || keys.length > 1 || key.length < SHORTEST_SPOKEN_ACRONYM || match !== null) return [];
  const upper = key.toUpperCase();
  if (!/^\p{Lu}+$/u.test(upper) || key === key.toLowerCase()) return [];
  const spoken = key.charAt(0) + key.slice(1).toLowerCase();
  // A paper writes its own name in capitals: that is a stamp, not a word of the article.
  return (kind === 'news outlet' ? [spoken] : [spoken, upper]).filter((other) => other !== key);
}
