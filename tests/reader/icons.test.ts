import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as icons from '../../src/reader/icons.ts';

it.each(Object.entries(icons))('%s is the icon of that name in Lucide', (name, paths) => {
  const file = new URL(
    `../../node_modules/lucide-static/icons/${name.toLowerCase().replaceAll('_', '-')}.svg`,
    import.meta.url,
  );
  const drawing = readFileSync(file, 'utf8');
  expect(Array.from(drawing.matchAll(/ d="([^"]+)"/g), (match) => match[1])).toEqual(paths);
  // Whatever is no path would be missing here.
  expect(drawing).not.toMatch(/<(circle|rect|line|poly\w+|ellipse)\b/);
});
