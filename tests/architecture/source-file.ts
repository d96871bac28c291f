import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A node of the syntax tree, as far as the checks look at one. */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [property: string]: unknown;
}

/** A TypeScript file with its path from the root of the project, in forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
}

function isSyntaxNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Calls `visit` on every node of the file, outer ones first. */
export function walk(file: SourceFile, visit: (node: SyntaxNode) => void): void {
  const step = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) step(item);
    else if (isSyntaxNode(value)) {
      visit(value);
      for (const child of Object.values(value)) if (typeof child === 'object') step(child);
    }
  };
  step(parseAst(file.text, { lang: 'ts' }));
}

/** A node under `property`, or null. */
export function childNode(node: SyntaxNode, property: string): SyntaxNode | null {
  const child = node[property];
  return isSyntaxNode(child) ? child : null;
}

/** Where a node stands, as an editor shows it. */
export function placeOf(file: SourceFile, node: SyntaxNode): string {
  return `${file.path}:${file.text.slice(0, node.start).split('\n').length}`;
}

/** Every file under a folder of the project whose name ends in one of `endings`, sorted. */
export function filesUnder(folder: string, endings: string[]): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join(posix.sep))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}
