import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import fonts from '../../assets/fonts/fonts.json';
import { followTypeface } from '../../src/platform/fonts.ts';
import { isPackagedTypeface, readPackagedFont } from '../../src/platform/packaged-font.ts';
import { defaultSettings, SETTINGS, type Settings } from '../../src/settings/settings.ts';
import { compileFonts } from '../../tools/fonts/compile-fonts.ts';

const FILES = compileFonts('.');
const readFile = async (path: string) => {
  const file = FILES[path];
  if (!file) throw new Error(`${path} is not in the package`);
  return file;
};

/** The faces of a document, which jsdom does not have. */
function stage(typeface: Settings['typeface']) {
  class FontFaceFake {
    readonly family: string;
    readonly bytes: ArrayBuffer;
    constructor(family: string, bytes: ArrayBuffer) {
      this.family = family;
      this.bytes = bytes;
    }
  }
  vi.stubGlobal('FontFace', FontFaceFake);
  const { document, Document } = new JSDOM('').window;
  const faces = new Set<FontFaceFake>();
  // Not of the document itself: that a page may have put there.
  Object.defineProperty(Document.prototype, 'fonts', { get: () => faces });
  const listeners = new Set<(settings: Settings) => void>();
  let current: Settings = { ...defaultSettings(), typeface };
  const ended = new AbortController();
  const loadFont = vi.fn((wanted: Parameters<typeof readPackagedFont>[0]) => readPackagedFont(wanted, readFile));
  const settings = {
    current: () => current,
    subscribe: (listener: (settings: Settings) => void) => void listeners.add(listener),
  };
  followTypeface({ document, settings, loadFont }, ended.signal);
  return {
    faces,
    ended,
    loadFont,
    families: () => [...new Set([...faces].map(({ family }) => family))],
    choose(next: Settings['typeface']) {
      current = { ...current, typeface: next };
      for (const listener of listeners) listener(current);
    },
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('followTypeface', () => {
  it('registers the font that is chosen, and each once', async () => {
    const { choose, families, faces, loadFont } = stage('serif');
    expect(loadFont).not.toHaveBeenCalled();
    choose('lexend');
    await vi.waitFor(() => expect(families()).toEqual(['Lectern Lexend']));
    const { size } = faces;
    choose('openDyslexic');
    await vi.waitFor(() => expect(families()).toEqual(['Lectern Lexend', 'Lectern OpenDyslexic']));
    choose('lexend');
    expect(loadFont).toHaveBeenCalledTimes(2);
    expect([...faces].slice(0, size).every(({ family }) => family === 'Lectern Lexend')).toBe(true);
  });

  it('takes them away with the view', async () => {
    const { faces, ended } = stage('hyperlegible');
    await vi.waitFor(() => expect(faces.size).toBeGreaterThan(0));
    ended.abort();
    expect(faces.size).toBe(0);
  });

  it('brings none that came after the view was gone', async () => {
    const { faces, ended, loadFont, choose } = stage('serif');
    choose('lexend');
    expect(loadFont).toHaveBeenCalledTimes(1);
    ended.abort();
    // Nobody would take it away again.
    await loadFont.mock.results[0]?.value;
    await new Promise((resolve) => setTimeout(resolve));
    expect(faces.size).toBe(0);
  });

  it('asks again where the font did not come', async () => {
    const { loadFont, choose, families } = stage('serif');
    loadFont.mockRejectedValueOnce(new Error('gone'));
    choose('lexend');
    await vi.waitFor(() => expect(loadFont).toHaveBeenCalledTimes(1));
    await new Promise((resolve) => setTimeout(resolve));
    choose('lexend');
    await vi.waitFor(() => expect(families()).toEqual(['Lectern Lexend']));
  });
});

describe('the fonts of the package', () => {
  it.each(Object.entries(fonts))(
    'hold %s as WOFF2, regular and bold, with its licence',
    async (typeface, { family, source }) => {
      if (!isPackagedTypeface(typeface)) throw new Error(`${typeface} is no choice`);
      const font = await readPackagedFont(typeface, readFile);
      expect(font.family).toBe(family);
      expect(new Set(font.faces.map(({ weight }) => weight))).toEqual(new Set(['400', '700']));
      for (const { data, unicodeRange } of font.faces) {
        expect(Buffer.from(data, 'base64').subarray(0, 4).toString()).toBe('wOF2');
        expect(unicodeRange).toMatch(/^U\+/);
      }
      expect(new TextDecoder().decode(FILES[`fonts/LICENSE-${source}.txt`])).toMatch(/SIL Open Font License/i);
    },
  );

  it('are choices of the setting, and nothing else is one', () => {
    for (const typeface of Object.keys(fonts)) expect(Object.keys(SETTINGS.typeface.choices)).toContain(typeface);
    for (const other of ['serif', 'installed', 'constructor', 7, null]) expect(isPackagedTypeface(other)).toBe(false);
  });
});
