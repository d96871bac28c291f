import { readFileSync, writeFileSync } from 'node:fs';

/**
 * A document with other figures between `<!-- NAME: … -->` and `<!-- end of NAME -->`; throws where it has no such place,
 * or more than one.
 */
export function withFigures(document: string, name: string, figures: string): string {
  const place = new RegExp(`(<!-- ${name}: [^\\n]*-->\\n).*?(<!-- end of ${name} -->)`, 'gs');
  if ([...document.matchAll(place)].length !== 1) throw new Error(`there is no one place for ${name}`);
  return document.replace(place, (_, head: string, foot: string) => `${head}\n${figures}\n\n${foot}`);
}

/** Writes figures into a document of the project, as `withFigures` does. */
export function writeFigures(file: string, name: string, figures: string): void {
  try {
    writeFileSync(file, withFigures(readFileSync(file, 'utf8'), name, figures));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
