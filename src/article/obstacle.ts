import type { PageKind } from './page-kind.ts';

/** Why there is no article to show, or perhaps none. Each has a notice that says so and what to do next. */
export type Obstacle =
  | Exclude<PageKind, 'html' | 'text' | 'frameset'>
  | 'front-page'
  | 'too-short'
  | 'no-article'
  | 'foreign-frame'
  | 'empty-selection'
  | 'browser-page'
  | 'store-page'
  | 'file-access'
  | 'closed-page'
  | 'expired';

const STORES: readonly RegExp[] = [
  /^https:\/\/chromewebstore\.google\.com\//,
  /^https:\/\/chrome\.google\.com\/webstore\b/,
  /^https:\/\/microsoftedge\.microsoft\.com\/addons\b/,
  /^https:\/\/addons\.mozilla\.org\//,
];

/**
 * Tells from its address why a browser lets no extension into a page. `address` is null where the browser does not
 * say: Firefox hides the addresses of its own pages.
 */
export function obstacleOfAddress(address: string | null): Obstacle {
  if (address === null) return 'browser-page';
  if (STORES.some((store) => store.test(address))) return 'store-page';
  // Firefox shows a PDF in a viewer of its own, which is closed to extensions but keeps the file's address.
  if (/^(https?|file):[^?#]*\.pdf([?#]|$)/i.test(address)) return 'pdf';
  if (address.startsWith('file:')) return 'file-access';
  return /^https?:/.test(address) ? 'closed-page' : 'browser-page';
}
