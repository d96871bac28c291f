import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allBut, type Channels, dimmingOf } from '../../src/reader/focus-layer.ts';
import { contrastRatio } from '../../src/settings/contrast.ts';

const SHEET = readFileSync(new URL('../../src/reader/styles/themes.css', import.meta.url), 'utf8');
const full = (color: string) => (color.length === 4 ? color.replace(/[0-9a-f]/g, '$&$&') : color);
const channels = (color: string) =>
  [1, 3, 5].map((at) => Number.parseInt(full(color).slice(at, at + 2), 16)) as unknown as Channels;
const PAIRS = [...SHEET.matchAll(/--paper: (#[0-9a-f]+);\s*--text: (#[0-9a-f]+);/g)].map(
  ([, paper = '', text = '']) => [text, paper] as const,
);

/** What a colour has of contrast left where so much paper lies over it. */
const contrastUnder = (strength: number, color: string, paper: string) => {
  const back = channels(paper);
  const mixed = channels(color).map((value, index) => Math.round(value + ((back[index] ?? 0) - value) * strength));
  return contrastRatio(`#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`, full(paper));
};

const dimmed = (text: string, paper: string) => {
  const strength = dimmingOf(channels(text), channels(paper));
  return { strength, contrast: contrastUnder(strength, text, paper) };
};

it('reads the colours of every theme', () => {
  expect(PAIRS.length).toBeGreaterThanOrEqual(5);
});

it.each(PAIRS)('dims %s on %s so that it is seen, and leaves a contrast of 3 to 1', (text, paper) => {
  const { strength, contrast } = dimmed(text, paper);
  expect(strength).toBeGreaterThan(0.35);
  expect(contrast).toBeGreaterThan(2.95);
  expect(contrast).toBeLessThan(6);
});

it('leaves quieter text and links of every theme a contrast of 2.2 to 1', () => {
  const quieter = [
    ...SHEET.matchAll(
      /--paper: (#[0-9a-f]+);\s*--text: (#[0-9a-f]+);\s*--quiet: (#[0-9a-f]+);\s*--link: (#[0-9a-f]+);/g,
    ),
  ];
  expect(quieter).toHaveLength(PAIRS.length);
  for (const [, paper = '', text = '', ...colors] of quieter)
    for (const color of colors) expect(contrastUnder(dimmed(text, paper).strength, color, paper)).toBeGreaterThan(2.2);
});

it('takes nothing from colours that are hard to tell apart as they are', () => {
  expect(dimmed('#999999', '#ffffff').strength).toBe(0);
});

it('cuts holes out of a box, counted from its corner', () => {
  const box = { left: 10, top: -100, right: 110, bottom: 100 };
  expect(allBut([{ left: 10, top: -50, right: 110, bottom: -30 }], box)).toBe(
    'M0.0 0.0H100.0V200.0H0.0ZM0.0 50.0H100.0V70.0H0.0Z',
  );
});
