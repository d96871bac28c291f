import { browser } from './browser.ts';
import { type PartName, type ReaderMessage, symbolOfPart } from './messages.ts';

/** Under this symbol a part leaves what it offers in the extension's own world, where no page can reach it. */
const keyOf = (name: PartName) => Symbol.for(symbolOfPart(name));

/** Offers a part to the content script; the first of a name stays, since a press may inject its file again. */
export function registerPart(name: PartName, part: object): void {
  if (!Object.hasOwn(globalThis, keyOf(name))) Object.defineProperty(globalThis, keyOf(name), { value: part });
}

/** What a part offers, where it has come already. `Part` must be what its file registers. */
export function findPart<Part extends object>(name: PartName): Part | null {
  return (Reflect.get(globalThis, keyOf(name)) as Part | undefined) ?? null;
}

/** The same; has the background inject it where it has not come. Null where that fails (the extension was reloaded). */
export async function loadPart<Part extends object>(name: PartName): Promise<Part | null> {
  try {
    if (!findPart(name)) await browser.runtime.sendMessage({ type: 'load-part', part: name } satisfies ReaderMessage);
  } catch {
    // Told by the null.
  }
  return findPart<Part>(name);
}
