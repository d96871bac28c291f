/**
 * Stands in for webextension-polyfill in the content script (build.mjs puts it there): that script is parsed at every
 * click, and 10 KB of polyfill would do nothing in it. Under Manifest V3 `chrome.*` returns promises in both browsers.
 * Not `globalThis.browser`: in Chromium an element with the id "browser" answers to that name.
 */
export default Reflect.get(globalThis, 'chrome') as typeof import('webextension-polyfill');
