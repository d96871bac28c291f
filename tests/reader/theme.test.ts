import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { applySettings } from '../../src/reader/theme.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';

function dress(...changes: Partial<Settings>[]): HTMLElement {
  const root = new JSDOM('').window.document.createElement('div');
  for (const change of changes) applySettings(root, { ...defaultSettings(), ...change });
  return root;
}

describe('applySettings', () => {
  it.each<[Partial<Settings>, string, string]>([
    [{ fontSize: 128 }, '--font-size', '128px'],
    [{ fontWeight: 700 }, '--font-weight', '700'],
    [{ lineHeight: 180 }, '--line-height', '1.8'],
    [{ letterSpacing: 12 }, '--letter-spacing', '0.12em'],
    [{ letterSpacing: 0 }, '--letter-spacing', ''],
    [{ wordSpacing: 16 }, '--word-spacing', '0.16em'],
    [{ paragraphSpacing: 150 }, '--paragraph-spacing', '1.5'],
    [{ lineWidth: 45 }, '--line-width', '45'],
    [{ imageDimming: 30 }, '--image-brightness', '0.7'],
    [{ imageDimming: 0 }, '--image-brightness', ''],
    [{ typeface: 'serif' }, '--typeface', ''],
    [{ typeface: 'sans' }, '--typeface', 'var(--sans)'],
    [{ typeface: 'lexend' }, '--typeface', '"Lectern Lexend", var(--sans)'],
    [{ typeface: 'installed', installedFont: 'Comic Neue' }, '--typeface', '"Comic Neue", var(--serif)'],
    [{ typeface: 'installed', installedFont: '' }, '--typeface', ''],
  ])('of %j gives the style sheet %s', (change, name, value) => {
    expect(dress(change).style.getPropertyValue(name)).toBe(value);
  });

  it.each<[Partial<Settings>, string, string]>([
    [{ theme: 'blue' }, 'data-theme', 'blue'],
    [{ alignment: 'justify' }, 'data-alignment', 'justify'],
    [{ hyphenation: 'on' }, 'data-hyphenation', 'on'],
    [{ columns: 'two' }, 'data-columns', 'two'],
    [{ images: 'hidden' }, 'data-images', 'hidden'],
    [{ links: 'plain' }, 'data-links', 'plain'],
  ])('of %j gives the style sheet the attribute %s', (change, name, value) => {
    expect(dress(change).getAttribute(name)).toBe(value);
  });

  it('gives colours of the reader’s own, and whether they are dark, and takes them away with that theme', () => {
    const own = { theme: 'own', ownPaper: '#0e1b12', ownText: '#e8f5e0', ownLink: '#9ad0ff' } as const;
    const { style } = dress(own);
    expect(style.getPropertyValue('--own-paper')).toBe('#0e1b12');
    expect(style.getPropertyValue('--own-quiet')).toMatch(/^#[0-9a-f]{6}$/);
    expect(style.getPropertyValue('color-scheme')).toBe('dark');
    expect(dress({ theme: 'own' }).style.getPropertyValue('color-scheme')).toBe('light');
    const after = dress(own, { theme: 'sepia' }).style;
    expect(after.getPropertyValue('--own-paper')).toBe('');
    expect(after.getPropertyValue('color-scheme')).toBe('');
  });
});
