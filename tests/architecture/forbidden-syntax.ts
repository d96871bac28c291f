import { childNode, placeOf, type SourceFile, type SyntaxNode, walk } from './source-file.ts';

/** Each of these makes elements, and scripts, out of a string. */
const PARSING_PROPERTIES = new Set(['innerHTML', 'outerHTML', 'srcdoc']);
const PARSING_METHODS = new Set([
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'execCommand',
]);
const WRITING_METHODS = new Set(['write', 'writeln']);

const SILENCERS = /@ts-ignore|@ts-expect-error|@ts-nocheck|biome-ignore|eslint-disable/;

/** The name of the property in `object.name`, `object['name']` and their optional forms, or null. */
function memberName(node: SyntaxNode | null): string | null {
  if (node === null || node.type !== 'MemberExpression') return null;
  const property = childNode(node, 'property');
  const name = node.computed === true ? property?.value : property?.name;
  return typeof name === 'string' ? name : null;
}

/** True for `document`, `page.document`, `ownerDocument`: not for a stream. */
function isDocument(node: SyntaxNode | null): boolean {
  const name = node?.type === 'Identifier' ? node.name : memberName(node);
  return typeof name === 'string' && /document$/i.test(name);
}

function problemOf(node: SyntaxNode): string | null {
  if (node.type === 'TSAnyKeyword') return '`any`';
  if (node.type === 'TSNonNullExpression') return '`!` instead of a check for null';
  if (node.type === 'AssignmentExpression') {
    const name = memberName(childNode(node, 'left'));
    return name !== null && PARSING_PROPERTIES.has(name) ? `an assignment to ${name}` : null;
  }
  if (node.type === 'CallExpression') {
    const callee = childNode(node, 'callee');
    const name = memberName(callee);
    if (callee === null || name === null) return null;
    if (PARSING_METHODS.has(name)) return `a call of ${name}`;
    if (WRITING_METHODS.has(name) && isDocument(childNode(callee, 'object'))) return `a call of document.${name}`;
  }
  return null;
}

/** What a file must not hold, each with its place: markup from strings, `any`, and comments that silence a check. */
export function findForbiddenSyntax(file: SourceFile): string[] {
  const problems: string[] = [];
  walk(file, (node) => {
    const problem = problemOf(node);
    if (problem !== null) problems.push(`${placeOf(file, node)}: ${problem}`);
  });
  file.text.split('\n').forEach((line, index) => {
    const silencer = SILENCERS.exec(line);
    if (silencer !== null) problems.push(`${file.path}:${index + 1}: ${silencer[0]}`);
  });
  return problems;
}
