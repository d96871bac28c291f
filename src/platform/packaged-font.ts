import fonts from '../../assets/fonts/fonts.json';
import type { Settings } from '../settings/settings.ts';

/** A typeface that Lectern brings along. */
export type PackagedTypeface = Settings['typeface'] & keyof typeof fonts;

/** One cut of a font, for some of all characters. */
interface PackagedFace {
  weight: string;
  style: string;
  /** As the CSS descriptor `unicode-range`. */
  unicodeRange: string;
  /** WOFF2, in base64: messages between the scripts of an extension are JSON in Chromium. */
  data: string;
}

export interface PackagedFont {
  /** A name that no font of a page or machine has. */
  family: string;
  faces: readonly PackagedFace[];
}

export function isPackagedTypeface(typeface: unknown): typeface is PackagedTypeface {
  return typeof typeface === 'string' && Object.hasOwn(fonts, typeface);
}

/** Reads a font of the extension's own package. Rejects where it is not there. */
export async function readPackagedFont(
  typeface: PackagedTypeface,
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<PackagedFont> {
  return JSON.parse(new TextDecoder().decode(await readFile(`fonts/${typeface}.json`))) as PackagedFont;
}
