import type { Settings } from '../settings/settings.ts';

/** Puts the settings on the root of the reading view, where reader.css finds them: one attribute and two custom properties. */
export function applySettings(root: HTMLElement, settings: Settings): void {
  root.setAttribute('data-theme', settings.theme);
  root.style.setProperty('--font-size', `${settings.fontSize}px`);
  root.style.setProperty('--line-width', String(settings.lineWidth));
}
