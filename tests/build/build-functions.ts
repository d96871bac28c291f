/** What build.mjs lends to its tests; it is plain JavaScript, so that it runs before anything is built. */
interface BuildFunctions {
  manifestFor(browser: 'chrome' | 'firefox', manifest: unknown, version: string): Record<string, unknown>;
  checkBudget(name: 'content.js' | 'reading.js', bytes: Uint8Array): { minified: number; gzipped: number };
  checkVoicesBudget(files: Record<string, Uint8Array>): string;
}

const address: string = new URL('../../build.mjs', import.meta.url).href;
export const { manifestFor, checkBudget, checkVoicesBudget } = (await import(address)) as BuildFunctions;
