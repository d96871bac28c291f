import type { KEY_SETTINGS } from '../settings/key-settings.ts';
import type { Settings } from '../settings/settings.ts';

/** The settings that name a single key. */
export type SingleKeyId = Exclude<keyof typeof KEY_SETTINGS, 'singleKeys'>;

/** Whether a person pressed the single key of a setting; `key` is that of `KeyboardEvent.key`. */
export function isSingleKey(settings: Settings, id: SingleKeyId, key: string): boolean {
  return singleKeyOf(settings, id) === key.toLowerCase();
}

/** Tells assistive technologies which single key does what the button does, if one does. */
export function showSingleKey(settings: Settings, id: SingleKeyId, button: HTMLElement): void {
  const key = singleKeyOf(settings, id);
  if (key === null) button.removeAttribute('aria-keyshortcuts');
  else button.setAttribute('aria-keyshortcuts', key.toUpperCase());
}

/** The key of a setting, in lower case; null where it, or every single key, is off. */
function singleKeyOf(settings: Settings, id: SingleKeyId): string | null {
  const key = settings[id];
  return settings.singleKeys === 'on' && key !== '' ? key : null;
}
