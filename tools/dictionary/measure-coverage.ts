// Measures how many of the words of texts the dictionary explains.
//   npx tsx tools/dictionary/measure-coverage.ts FILE
// FILE  JSON objects with "text", one a line, gzipped or not
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { lookUp, readDictionary } from '../../src/glossary/dictionary.ts';
import { compileUnpackedDictionary } from '../compile-dictionary.ts';

/** Words in lower case, also with hyphens and apostrophes in them: not a part of a name, an address or a number. */
const LOWER_CASE_WORD = /(?<![\p{L}\p{N}'’.@/-])[a-z]+(?:[-'’][a-z]+)*(?![\p{L}\p{N}@/-])/gu;

function main() {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error('Which file of texts?');
  const bytes = readFileSync(file);
  const content = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const words = new Set<string>();
  for (const line of content.split('\n'))
    if (line !== '')
      for (const [word] of (JSON.parse(line) as { text: string }).text.matchAll(LOWER_CASE_WORD)) words.add(word);
  const unpacked = compileUnpackedDictionary(process.cwd());
  const opening = performance.now();
  const dictionary = readDictionary(unpacked);
  const opened = performance.now();
  const found = [...words].filter((word) => lookUp(dictionary, word) !== null);
  const looked = performance.now();
  const share = (part: readonly string[], whole: readonly string[]) =>
    `${part.length} of ${whole.length} (${((100 * part.length) / whole.length).toFixed(1)} %)`;
  const isPlain = (word: string) => /^[a-z]+$/.test(word);
  console.log(`distinct words in lower case that are found: ${share(found, [...words])}`);
  console.log(`of those without hyphen and apostrophe: ${share(found.filter(isPlain), [...words].filter(isPlain))}`);
  console.log(
    `opening: ${(opened - opening).toFixed(1)} ms; a look-up: ${((looked - opened) / words.size).toFixed(3)} ms`,
  );
}

main();
