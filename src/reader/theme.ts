import fonts from '../../assets/fonts/fonts.json';
import { relativeLuminance } from '../settings/contrast.ts';
import { themeOf } from '../settings/own-theme.ts';
import type { Settings } from '../settings/settings.ts';

/** Paper that is darker than this is dark: black and white have the same contrast to it (WCAG 2.2, "contrast ratio"). */
const DARK = 0.179;

const OWN_COLORS = ['paper', 'text', 'quiet', 'link', 'edge', 'hair', 'tint', 'mark', 'spoken', 'focus'] as const;

/** The settings that the style sheet finds as attributes of the root. */
const ATTRIBUTES = {
  theme: 'data-theme',
  alignment: 'data-alignment',
  hyphenation: 'data-hyphenation',
  columns: 'data-columns',
  images: 'data-images',
  links: 'data-links',
} as const satisfies Partial<Record<keyof Settings, string>>;

/** Puts the settings on the root of the reading view, where reader.css finds them: attributes and custom properties. */
export function applySettings(root: HTMLElement, settings: Settings): void {
  for (const [id, name] of Object.entries(ATTRIBUTES)) root.setAttribute(name, settings[id as keyof typeof ATTRIBUTES]);
  const set = (name: string, value: string | null) => {
    if (value === null) root.style.removeProperty(name);
    else root.style.setProperty(name, value);
  };
  set('--font-size', `${settings.fontSize}px`);
  set('--font-weight', String(settings.fontWeight));
  set('--line-height', String(settings.lineHeight / 100));
  set('--letter-spacing', settings.letterSpacing === 0 ? null : `${settings.letterSpacing / 100}em`);
  set('--word-spacing', settings.wordSpacing === 0 ? null : `${settings.wordSpacing / 100}em`);
  set('--paragraph-spacing', String(settings.paragraphSpacing / 100));
  set('--line-width', String(settings.lineWidth));
  set('--image-brightness', settings.imageDimming === 0 ? null : String(1 - settings.imageDimming / 100));
  set('--typeface', typefaceOf(settings));
  const own =
    settings.theme === 'own'
      ? themeOf({ paper: settings.ownPaper, text: settings.ownText, link: settings.ownLink })
      : null;
  for (const name of OWN_COLORS) set(`--own-${name}`, own?.[name] ?? null);
  // For what the browser draws itself: scroll bars, fields.
  set('color-scheme', own && (relativeLuminance(own.paper) < DARK ? 'dark' : 'light'));
}

/** A list of fonts; null for the style sheet's own, which differs by script. */
function typefaceOf({ typeface, installedFont }: Settings): string | null {
  switch (typeface) {
    case 'serif':
      return null;
    case 'sans':
      return 'var(--sans)';
    case 'installed':
      // The settings let no name pass that could end a CSS string.
      return installedFont === '' ? null : `"${installedFont}", var(--serif)`;
    default:
      return `"${fonts[typeface].family}", var(--sans)`;
  }
}
