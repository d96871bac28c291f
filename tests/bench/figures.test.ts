import { expect, it } from 'vitest';
import { withFigures } from './figures.ts';

const DOCUMENT = 'Before\n\n<!-- time: `npm run bench` -->\n\n12 ms\n\n<!-- end of time -->\n\nBehind\n';

it('puts figures in the place of the old ones, and is done after once', () => {
  const written = withFigures(DOCUMENT, 'time', '| $1 |\n| $& |');
  expect(written).toBe(DOCUMENT.replace('12 ms', () => '| $1 |\n| $& |'));
  expect(withFigures(written, 'time', '12 ms')).toBe(DOCUMENT);
});

it('refuses a document without the place, or with two', () => {
  expect(() => withFigures(DOCUMENT, 'size', '1')).toThrow('no one place for size');
  expect(() => withFigures(DOCUMENT + DOCUMENT, 'time', '1')).toThrow('no one place for time');
});
