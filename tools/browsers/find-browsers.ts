import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { BrowserKind } from './browser.ts';

export const BROWSER_NAMES = ['chrome', 'chromium', 'edge', 'firefox'] as const;
export type BrowserName = (typeof BROWSER_NAMES)[number];

export interface InstalledBrowser {
  name: BrowserName;
  kind: BrowserKind;
  executable: string;
}

/** What the search looks at. */
export interface Machine {
  platform: NodeJS.Platform;
  environment: Readonly<Record<string, string | undefined>>;
  isProgram(path: string): boolean;
}

/** The names of each browser's program, and the variable by which a person names another. */
const PROGRAMS: Record<BrowserName, readonly string[]> = {
  chrome: ['google-chrome', 'google-chrome-stable'],
  chromium: ['chromium', 'chromium-browser'],
  edge: ['microsoft-edge', 'microsoft-edge-stable'],
  firefox: ['firefox', 'firefox-esr'],
};

const MAC_APPLICATIONS: Record<BrowserName, string> = {
  chrome: 'Google Chrome.app/Contents/MacOS/Google Chrome',
  chromium: 'Chromium.app/Contents/MacOS/Chromium',
  edge: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  firefox: 'Firefox.app/Contents/MacOS/firefox',
};

const WINDOWS_FOLDERS: Record<BrowserName, readonly string[]> = {
  chrome: ['Google', 'Chrome', 'Application', 'chrome.exe'],
  chromium: ['Chromium', 'Application', 'chrome.exe'],
  edge: ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  firefox: ['Mozilla Firefox', 'firefox.exe'],
};

export function kindOf(name: BrowserName): BrowserKind {
  return name === 'firefox' ? 'firefox' : 'chromium';
}

/** The machine that this runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    environment: process.env,
    isProgram(path) {
      try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
      } catch {
        return false;
      }
    },
  };
}

function candidates(name: BrowserName, { platform, environment }: Machine): string[] {
  if (platform === 'win32') {
    const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? [win32.join(root, ...WINDOWS_FOLDERS[name])] : []));
  }
  const onPath = (environment.PATH ?? '')
    .split(':')
    .filter((folder) => folder !== '')
    .flatMap((folder) => PROGRAMS[name].map((program) => posix.join(folder, program)));
  if (platform !== 'darwin') return onPath;
  const folders = ['/Applications', posix.join(environment.HOME ?? '/', 'Applications')];
  return [...folders.map((folder) => posix.join(folder, MAC_APPLICATIONS[name])), ...onPath];
}

/** The browser that the person names in CHROME (Chrome, Chromium or Edge) or FIREFOX; throws when no program lies there. */
function named(kind: BrowserKind, machine: Machine): InstalledBrowser | null {
  const variable = kind === 'firefox' ? 'FIREFOX' : 'CHROME';
  const executable = machine.environment[variable];
  if (!executable) return null;
  if (!machine.isProgram(executable)) throw new Error(`${variable} names ${executable}, and no program lies there`);
  return { name: kind === 'firefox' ? 'firefox' : 'chrome', kind, executable };
}

/** The browsers on a machine, one of each name at most: Chrome, Chromium, Edge, Firefox in this order. */
export function findBrowsers(machine: Machine): InstalledBrowser[] {
  const chosen = { chromium: named('chromium', machine), firefox: named('firefox', machine) };
  const found = BROWSER_NAMES.flatMap((name): InstalledBrowser[] => {
    const kind = kindOf(name);
    if (chosen[kind]) return [];
    const executable = candidates(name, machine).find((path) => machine.isProgram(path));
    return executable === undefined ? [] : [{ name, kind, executable }];
  });
  return [...(chosen.chromium ? [chosen.chromium] : []), ...found, ...(chosen.firefox ? [chosen.firefox] : [])];
}

/** The one to use: of a given name, or the first there is. A program named in CHROME serves for Chromium and Edge too. */
export function chooseBrowser(machine: Machine, wanted: BrowserName | null): InstalledBrowser | null {
  const found = findBrowsers(machine);
  if (wanted === null) return found[0] ?? null;
  const named = machine.environment.CHROME && kindOf(wanted) === 'chromium';
  return found.find(({ name, kind }) => (named ? kind === 'chromium' : name === wanted)) ?? null;
}
