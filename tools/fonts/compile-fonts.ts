import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fonts from '../../assets/fonts/fonts.json' with { type: 'json' };
import type { PackagedFont } from '../../src/platform/packaged-font.ts';

const WEIGHTS = ['400', '700'];

/**
 * Makes the fonts that Lectern brings along, by their path in the package: of each one file with all its faces, and its
 * licence beside it. They come from the @fontsource packages. @param root the project's folder
 */
export function compileFonts(root: string): Record<string, Uint8Array> {
  const made: Record<string, Uint8Array> = {};
  for (const [typeface, { family, source, subsets, styles }] of Object.entries(fonts)) {
    const folder = join(root, 'node_modules/@fontsource', source);
    const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
    const faces = subsets.flatMap((subset) =>
      WEIGHTS.flatMap((weight) =>
        styles.map((style) => ({
          weight,
          style,
          unicodeRange: ranges[subset] ?? 'U+0-10FFFF',
          data: readFileSync(join(folder, `files/${source}-${subset}-${weight}-${style}.woff2`)).toString('base64'),
        })),
      ),
    );
    const font: PackagedFont = { family, faces };
    made[`fonts/${typeface}.json`] = new TextEncoder().encode(JSON.stringify(font));
    made[`fonts/LICENSE-${source}.txt`] = readFileSync(join(folder, 'LICENSE'));
  }
  return made;
}
