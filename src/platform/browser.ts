// The one door to the browser's extension API: promises in both browsers, and one place to replace in a test.
// Loading it outside an extension throws, so only entries and the files that make a default from it may import it.

export type { Menus, Runtime, Storage, Tabs } from 'webextension-polyfill';
export { default as browser } from 'webextension-polyfill';
