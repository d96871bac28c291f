import { createContext, runInContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { JSDOM } from 'jsdom';
import type { SourceFile } from './source-file.ts';

/** Of the language's surroundings, these are the same in a page, a worker and Node, and touch nothing outside. */
const ALLOWED = new Set(['AbortController', 'AbortSignal', 'TextDecoder', 'TextEncoder', 'URL', 'URLSearchParams']);

/** What a browser has and the DOM of the tests has not, and other ways to reach the outside. */
const MORE = [
  ...['browser', 'chrome', 'fetch', 'globalThis', 'global', 'process', 'Buffer', 'require', 'eval', 'Function'],
  ...['caches', 'clients', 'crypto', 'CSS', 'customElements', 'FontFace', 'Highlight', 'importScripts', 'indexedDB'],
  ...['matchMedia', 'Notification', 'requestAnimationFrame', 'requestIdleCallback', 'speechSynthesis', 'trustedTypes'],
  ...['setImmediate', 'structuredClone', 'Worker', 'WebAssembly', 'XMLHttpRequest', 'performance', 'console'],
];

/**
 * Every name that stands for something of the browser: `document`, `Node`, `setTimeout`, and also `name` or `event`, which a
 * forgotten declaration would pick up from the page. Timers are among them: a pure room is handed its clock.
 */
function browserGlobals(): string[] {
  const { window } = new JSDOM('', { url: 'https://news.example/' });
  const language = new Set(runInContext('Object.getOwnPropertyNames(globalThis)', createContext()) as string[]);
  const prototypes = [window, Object.getPrototypeOf(window) as object];
  const names = prototypes.flatMap((object) => Object.getOwnPropertyNames(object));
  return [...new Set([...names.filter((name) => !language.has(name)), ...MORE])].filter(
    (name) => /^[A-Za-z]\w*$/.test(name) && name !== 'constructor' && !ALLOWED.has(name),
  );
}

const MARK = 'browserGlobal$';
// The bundler replaces a name only where it is free: not a declared one, a property, a string, a comment or a type.
const define = Object.fromEntries(browserGlobals().map((name) => [name, MARK + name]));

/** The browser globals that a file uses as free names, sorted; uses in types do not count. */
export function findBrowserGlobals(file: SourceFile): string[] {
  const { code } = transformSync(file.text, { loader: 'ts', define });
  return [...new Set(Array.from(code.matchAll(/browserGlobal\$(\w+)/g), (match) => match[1] ?? ''))].sort();
}
