import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastRatio } from '../../src/settings/contrast.ts';
import { themeOf } from '../../src/settings/own-theme.ts';
import { SETTINGS } from '../../src/settings/settings.ts';

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

/** Contrast ratio of two tokens, WCAG 2.2. */
function contrast(tokens: Tokens, front: string, back: string): number {
  return contrastRatio(tokens[front] ?? '', tokens[back] ?? '');
}

const OWN = {
  paper: SETTINGS.ownPaper.default,
  text: SETTINGS.ownText.default,
  link: SETTINGS.ownLink.default,
};
const more = atRule('@media (prefers-contrast: more)');
const THEMES: [name: string, tokens: Tokens][] = [
  ['light', tokensOf(SHEET, '.lectern')],
  ['sepia', tokensOf(SHEET, '.lectern[data-theme="sepia"]')],
  ['dark', tokensOf(SHEET, '.lectern[data-theme="dark"]')],
  ...(['white', 'black', 'yellow', 'blue'] as const).map((name): [string, Tokens] => [
    name,
    tokensOf(SHEET, `.lectern[data-theme="${name}"]`),
  ]),
  ['own colours, as they are at first', themeOf(OWN)],
  ['own colours, black on white', themeOf({ paper: '#ffffff', text: '#000000', link: '#00408a' })],
  ['own colours, dark', themeOf({ paper: '#0e1b12', text: '#e8f5e0', link: '#9ad0ff' })],
  ['more contrast, light', tokensOf(more, '.lectern.lectern')],
  ['more contrast, dark', tokensOf(more, '.lectern[data-theme="dark"]')],
  ['print', tokensOf(atRule('@media print'), '.lectern.lectern')],
];

describe.each(THEMES)('%s', (name, tokens) => {
  it.each(['paper', 'tint'])('has text, quieter text and links of at least 7:1 on %s', (back) => {
    expect(contrast(tokens, 'text', back)).toBeGreaterThanOrEqual(7);
    expect(contrast(tokens, 'quiet', back)).toBeGreaterThanOrEqual(7);
    expect(contrast(tokens, 'link', back)).toBeGreaterThanOrEqual(7);
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

describe('own colours of little contrast', () => {
  it.each([
    { paper: '#ffffff', text: '#767676', link: '#767676' },
    { paper: '#777777', text: '#ffffff', link: '#888888' },
    { paper: '#000000', text: '#000000', link: '#000000' },
  ])('are not made paler still: $text on $paper', (own) => {
    const tokens = themeOf(own);
    const ofText = contrast(tokens, 'text', 'paper');
    expect(contrast(tokens, 'quiet', 'paper')).toBeGreaterThanOrEqual(Math.min(4.5, ofText));
    for (const name of ['edge', 'focus'])
      expect(contrast(tokens, name, 'paper')).toBeGreaterThanOrEqual(Math.min(3, ofText));
  });
});
