import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const READER = new URL('../../src/reader/', import.meta.url);
const SHEET = readdirSync(READER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(new URL(name, READER), 'utf8'))
  .join('\n');

type Tokens = Record<string, string>;

/** The colours that the rules of a selector set, outside of at-rules. */
function tokensOf(sheet: string, selector: string): Tokens {
  const bodies = sheet.split(`\n${selector} {`).slice(1);
  const colours = bodies.flatMap((body) => [
    ...body.slice(0, body.indexOf('}')).matchAll(/--([a-z]+): (#[0-9a-f]+);/g),
  ]);
  if (colours.length === 0) throw new Error(`no colours for ${selector}`);
  return Object.fromEntries(colours.map(([, name = '', colour = '']) => [name, colour]));
}

/** The rules in all at-rules of a kind, by the text before the first brace. */
function atRule(prelude: string): string {
  const [, ...found] = SHEET.split(`\n${prelude} {`);
  if (found.length === 0) throw new Error(`no at-rule ${prelude}`);
  return found.map((rules) => rules.slice(0, rules.indexOf('\n}')).replaceAll('\n  ', '\n')).join('\n');
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, WCAG 2.2. */
function contrast(tokens: Tokens, front: string, back: string): number {
  const [light = 0, dark = 0] = [front, back]
    .map((name) => luminance(tokens[name] ?? ''))
    .sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

const more = atRule('@media (prefers-contrast: more)');
const THEMES: [name: string, tokens: Tokens][] = [
  ['light', tokensOf(SHEET, '.lectern')],
  ['sepia', tokensOf(SHEET, '.lectern[data-theme="sepia"]')],
  ['dark', tokensOf(SHEET, '.lectern[data-theme="dark"]')],
  ['more contrast, light', tokensOf(more, '.lectern.lectern')],
  ['more contrast, dark', tokensOf(more, '.lectern[data-theme="dark"]')],
  ['print', tokensOf(atRule('@media print'), '.lectern.lectern')],
];

describe('the measure itself', () => {
  it('knows the ratios that WCAG gives', () => {
    const tokens = { white: '#fff', black: '#000000', grey: '#767676' };
    expect(contrast(tokens, 'white', 'black')).toBeCloseTo(21);
    expect(contrast(tokens, 'grey', 'white')).toBeCloseTo(4.54, 2);
  });
});

describe.each(THEMES)('%s', (name, tokens) => {
  it.each(['paper', 'tint'])('has text of at least 7:1 and quieter text of at least 4.5:1 on %s', (back) => {
    expect(contrast(tokens, 'text', back)).toBeGreaterThanOrEqual(7);
    expect(contrast(tokens, 'quiet', back)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens, 'link', back)).toBeGreaterThanOrEqual(4.5);
  });

  it('has marked text of at least 7:1', () => {
    expect(contrast(tokens, 'text', 'mark')).toBeGreaterThanOrEqual(7);
    expect(contrast(tokens, 'text', 'spoken')).toBeGreaterThanOrEqual(7);
  });

  it('has edges of controls of at least 3:1', () => {
    expect(contrast(tokens, 'edge', 'paper')).toBeGreaterThanOrEqual(3);
  });

  it('shows where the focus is', () => {
    if (name === 'print') expect(tokens.focus).toBeUndefined();
    else for (const back of ['paper', 'tint']) expect(contrast(tokens, 'focus', back)).toBeGreaterThanOrEqual(3);
  });
});

describe('the theme of the system', () => {
  it.each([
    ['@media (prefers-color-scheme: dark)', SHEET],
    ['@media (prefers-contrast: more) and (prefers-color-scheme: dark)', more],
  ])('is the dark theme: %s', (prelude, dark) => {
    const tokens = tokensOf(atRule(prelude), '.lectern[data-theme="system"]');
    expect(Object.keys(tokens)).toHaveLength(10);
    expect(tokens).toEqual(tokensOf(dark, '.lectern[data-theme="dark"]'));
  });
});
