import { unclobbered } from '../article/unclobbered.ts';
import type { LiveSettings } from '../settings/settings.ts';
import { isPackagedTypeface, type PackagedFont, type PackagedTypeface } from './packaged-font.ts';

export interface FontsOptions {
  document: Document;
  settings: LiveSettings;
  /** May reject: the text then stands in the next font of its list. */
  loadFont(typeface: PackagedTypeface): Promise<PackagedFont>;
}

/**
 * Sees to it that the font of the settings can be used in a document, as long as `signal` is not aborted. As bytes: a page's
 * policy may allow fonts from nowhere, and `@font-face` in a shadow root is ignored.
 */
export function followTypeface({ document, settings, loadFont }: FontsOptions, signal: AbortSignal): void {
  const asked = new Set<PackagedTypeface>();
  const follow = async () => {
    const { typeface } = settings.current();
    if (!isPackagedTypeface(typeface) || asked.has(typeface)) return;
    asked.add(typeface);
    try {
      const font = await loadFont(typeface);
      if (!signal.aborted) register(document, font, signal);
    } catch {
      // At the next change it is asked for again.
      asked.delete(typeface);
    }
  };
  void follow();
  settings.subscribe(() => void follow(), signal);
}

function register(document: Document, { family, faces }: PackagedFont, signal: AbortSignal): void {
  const fonts = unclobbered(document, 'fonts');
  for (const { weight, style, unicodeRange, data } of faces) {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    const face = new FontFace(family, bytes.buffer, { weight, style, unicodeRange });
    fonts.add(face);
    signal.addEventListener('abort', () => fonts.delete(face), { once: true });
  }
}
