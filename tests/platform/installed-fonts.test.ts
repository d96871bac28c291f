import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { createInstalledFonts } from '../../src/platform/installed-fonts.ts';

/** A page on a machine with these fonts, by name the width of a letter; the first that is there is used, as by a browser. */
function machineWith(fonts: Record<string, number>) {
  const { document } = new JSDOM('').window;
  const context = {
    font: '',
    measureText(text: string) {
      const names = context.font.replace(/^\S+ /, '').split(', ');
      const found = names.map((name) => fonts[name.replaceAll('"', '')]).find((width) => width !== undefined);
      return { width: text.length * (found ?? 0) };
    },
  };
  document.createElement = () => ({ getContext: () => context }) as unknown as HTMLElement;
  return createInstalledFonts(document);
}

describe('createInstalledFonts', () => {
  const isInstalled = machineWith({ monospace: 10, serif: 8, Verdana: 9, 'DejaVu Sans Mono': 10, 'DejaVu Serif': 8 });

  it('knows a font that is there', () => {
    expect(isInstalled('Verdana')).toBe(true);
  });

  it('knows one that is not', () => {
    expect(isInstalled('Verdanna')).toBe(false);
  });

  it('knows the fonts that stand in for others', () => {
    expect(isInstalled('DejaVu Sans Mono')).toBe(true);
    expect(isInstalled('DejaVu Serif')).toBe(true);
  });

  it('warns of none where nothing can be measured', () => {
    const { document } = new JSDOM('').window;
    document.createElement = () => ({ getContext: () => null }) as unknown as HTMLElement;
    expect(createInstalledFonts(document)('Verdanna')).toBe(true);
  });
});
