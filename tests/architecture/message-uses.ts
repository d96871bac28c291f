import { childNode, placeOf, type SourceFile, type SyntaxNode, walk } from './source-file.ts';

/** A call `translate('key', …)` with its key written out. */
export interface TranslateCall {
  key: string;
  /** How many substitutions it hands over; null where the number is known only at run time. */
  substitutions: number | null;
  place: string;
}

function isString(node: SyntaxNode | undefined): node is SyntaxNode & { value: string } {
  return node?.type === 'Literal' && typeof node.value === 'string';
}

/** Every string literal of a file. */
export function stringsIn(file: SourceFile): string[] {
  const strings: string[] = [];
  walk(file, (node) => {
    if (isString(node)) strings.push(node.value);
  });
  return strings;
}

/** Every call of `translate` or of a method of that name whose key is written out. */
export function translateCallsIn(file: SourceFile): TranslateCall[] {
  const calls: TranslateCall[] = [];
  walk(file, (node) => {
    if (node.type !== 'CallExpression') return;
    const callee = childNode(node, 'callee');
    const name = callee?.type === 'MemberExpression' ? childNode(callee, 'property')?.name : callee?.name;
    if (name !== 'translate') return;
    const [key, ...rest] = node.arguments as SyntaxNode[];
    if (!isString(key)) return;
    const substitutions = rest.some(({ type }) => type === 'SpreadElement') ? null : rest.length;
    calls.push({ key: key.value, substitutions, place: placeOf(file, node) });
  });
  return calls;
}

/** The literals of a file that read like a sentence for people. What an error says is for developers. */
export function sentencesIn(file: SourceFile): string[] {
  const places: string[] = [];
  const errors: [number, number][] = [];
  walk(file, (node) => {
    if (node.type === 'NewExpression' || childNode(node, 'callee')?.type === 'Super')
      errors.push([node.start, node.end]);
    const text = isString(node) ? node.value : templateText(node);
    if (text === null || !/^[A-Z]\p{L}+ \p{L}/u.test(text)) return;
    if (errors.some(([start, end]) => node.start >= start && node.end <= end)) return;
    places.push(`${placeOf(file, node)}: ${text}`);
  });
  return places;
}

function templateText(node: SyntaxNode): string | null {
  if (node.type !== 'TemplateElement') return null;
  const value = node.value as { raw?: unknown } | undefined;
  return typeof value?.raw === 'string' ? value.raw : null;
}
