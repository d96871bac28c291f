import type { BrowserKind } from './browsers/browser.ts';
import { findBrowsers, type InstalledBrowser, thisMachine } from './browsers/find-browsers.ts';
import { aptGet, canInstall, hasAptGet } from './debian-packages.ts';

/** Debian's packages. */
const PACKAGES: Record<BrowserKind, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
const HOW_TO_GET: Record<BrowserKind, string> = {
  chromium: 'Chrome, Chromium or Edge (for instance from https://www.google.com/chrome)',
  firefox: 'Firefox (from https://www.mozilla.org/firefox)',
};

/** Which kinds of browser are wanted and not among those found. */
export function missingKinds(wanted: readonly BrowserKind[], found: readonly InstalledBrowser[]): BrowserKind[] {
  return wanted.filter((kind) => !found.some((browser) => browser.kind === kind));
}

/** One line that names what is missing and how to get it. */
export function adviceFor(missing: readonly BrowserKind[], hasApt: boolean): string {
  const names = missing.map((kind) => HOW_TO_GET[kind]).join(' and ');
  const command = `sudo apt-get install ${missing.map((kind) => PACKAGES[kind]).join(' ')}`;
  return `Missing: ${names}. ${hasApt ? `Install with: ${command}` : 'Install it, or name its program in CHROME or FIREFOX.'}`;
}

/**
 * Sees to it that a browser of each wanted kind is there, and gives what is still missing. It installs with apt-get
 * where that can be done without asking anybody: on Debian and its relatives, as root.
 */
export function ensureBrowsers(wanted: readonly BrowserKind[]): { missing: BrowserKind[]; advice: string } {
  let missing = missingKinds(wanted, findBrowsers(thisMachine()));
  if (missing.length > 0 && canInstall()) {
    const packages = missing.map((kind) => PACKAGES[kind]);
    console.error(`Installing ${packages.join(' and ')} …`);
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', ...packages);
    missing = missingKinds(wanted, findBrowsers(thisMachine()));
  }
  return { missing, advice: adviceFor(missing, hasAptGet()) };
}
