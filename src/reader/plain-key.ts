type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'getModifierState'>;

/**
 * Whether a key is pressed by itself, rather than as part of a shortcut of the page's, the browser's or the system's. Many
 * signs, and on some keyboards the digits, are typed with Shift or AltGr: those belong to the sign.
 */
export function isPlainKey(event: Pressed): boolean {
  const isSign = [...event.key].length === 1 && !/[\p{L}\s]/u.test(event.key);
  // On Windows AltGr is told of as Ctrl and Alt together.
  const isGraph = isSign && event.getModifierState('AltGraph');
  if (event.metaKey || ((event.ctrlKey || event.altKey) && !isGraph)) return false;
  return isSign || !event.shiftKey;
}
