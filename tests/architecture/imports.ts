import { posix } from 'node:path';
import { childNode, placeOf, type SourceFile, walk } from './source-file.ts';

/** One import, of values or of types alone. */
export interface ImportEdge {
  from: string;
  /** A path from the root of the project for a file of ours, the bare name for a package. */
  to: string;
  isPackage: boolean;
  /** The file and line, for the reader of a failing test. */
  place: string;
}

const WITH_SOURCE = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

/** Every import and re-export of a file: static, dynamic and in types. */
export function importsOf(file: SourceFile): ImportEdge[] {
  const edges: ImportEdge[] = [];
  walk(file, (node) => {
    const specifier = WITH_SOURCE.has(node.type) ? childNode(node, 'source')?.value : undefined;
    if (typeof specifier !== 'string') return;
    const isPackage = !specifier.startsWith('.');
    const to = isPackage ? packageName(specifier) : posix.join(posix.dirname(file.path), specifier);
    edges.push({ from: file.path, to, isPackage, place: placeOf(file, node) });
  });
  return edges;
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Every circle of imports once, as the paths around it, the first repeated at the end. */
export function findCircles(edges: ImportEdge[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to, isPackage } of edges) if (!isPackage) targets.set(from, [...(targets.get(from) ?? []), to]);
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) circles.push([...trail.slice(at), path]);
    if (at >= 0 || done.has(path)) return;
    for (const to of targets.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return circles;
}
