import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import languages from '../../assets/syllables/languages.json' with { type: 'json' };

const require = createRequire(import.meta.url);

/** Makes the files of patterns that the background reads, by their path in the package. @param root the project's folder */
export function compilePatterns(root: string): Record<string, Uint8Array> {
  const names = [...new Set(Object.values(languages))];
  const files = Object.fromEntries(
    names.map((name) => [`syllables/${name}.json`, JSON.stringify(require(`hyphen/patterns/${name}.js`))]),
  );
  const licence = readFileSync(join(root, 'assets/syllables/LICENSE-hyphenation.txt'), 'utf8');
  const encoder = new TextEncoder();
  return Object.fromEntries(
    Object.entries({ ...files, 'syllables/LICENSE-hyphenation.txt': licence }).map(([path, text]) => [
      path,
      encoder.encode(text),
    ]),
  );
}
