import { browser } from './browser.ts';

/** Reads a file of the extension's own package. Rejects where it is not there. */
export async function readPackagedFile(path: string): Promise<Uint8Array> {
  const answer = await fetch(browser.runtime.getURL(path));
  if (!answer.ok) throw new Error(`${path} is not in the package`);
  return new Uint8Array(await answer.arrayBuffer());
}
