import type { AccessibleNode } from './accessible-node.ts';

/** Said by their name; what is in them is their name. */
const LEAVES = new Set([
  ...['button', 'link', 'image', 'textbox', 'slider', 'radio', 'checkbox', 'switch', 'combobox', 'progressbar', 'tab'],
]);
/** Said as a place that one enters; what is in them stands under it. */
const PLACES = new Set([
  ...[
    'dialog',
    'alertdialog',
    'document',
    'article',
    'main',
    'navigation',
    'region',
    'search',
    'form',
    'complementary',
  ],
  ...[
    'banner',
    'contentinfo',
    'group',
    'radiogroup',
    'list',
    'listitem',
    'figure',
    'blockquote',
    'table',
    'row',
    'note',
  ],
  ...['status', 'alert', 'log', 'toolbar'],
]);
/** Firefox names these after what is in them, which is read next. */
const NAMED_BY_CONTENT = new Set(['figure', 'listitem', 'row', 'blockquote', 'article']);
/** What names a field: said with the field. */
const LABELS = new Set(['label', 'LabelText', 'Legend']);
/** Text that is read in one go, with the links and buttons in it. */
const RUNS = new Set(['paragraph', 'caption', 'term', 'definition', 'cell', 'columnheader', 'rowheader', 'heading']);

/**
 * What a screen reader would say of a tree, a line for each stop, indented under the places that one enters. It follows
 * the order and the words of the tree, not the habits of one screen reader.
 */
export function spokenLines(tree: AccessibleNode): string[] {
  const transcript = new Transcript();
  transcript.read(tree);
  return transcript.end();
}

class Transcript {
  readonly #lines: string[] = [];
  #depth = 0;
  /** What is read in one go, so far. */
  #run = '';

  end(): string[] {
    this.#break();
    return this.#lines;
  }

  read(node: AccessibleNode, isInRun = false): void {
    const { role, name, children } = node;
    if (role === 'text') this.#run += name;
    else if (role === 'line break') this.#run += ' ';
    else if (LEAVES.has(role)) this.#readLeaf(node, isInRun);
    // A group without a name is none to the ear.
    else if (PLACES.has(role) && !(role === 'group' && name === '')) this.#readPlace(node);
    else if (LABELS.has(role)) for (const child of children) this.#readField(child);
    else if (RUNS.has(role)) {
      this.#break();
      if (role === 'heading') this.#run = `heading ${node.level}: `;
      for (const child of children) this.read(child, true);
      this.#break();
    } else for (const child of children) this.read(child, isInRun);
  }

  /** What is in a label, but for its words. */
  #readField(node: AccessibleNode): void {
    if (LEAVES.has(node.role)) this.read(node);
    else for (const child of node.children) this.#readField(child);
  }

  #readLeaf(node: AccessibleNode, isInRun: boolean): void {
    const { role, name, value, states, shortcut, popup, description } = node;
    const said = [`${role}: ${name || '(no name)'}`];
    // Firefox gives a link's address as its value; no screen reader says it unasked.
    if (value !== '' && value !== name && role !== 'link') said.push(value);
    said.push(...states);
    if (popup !== '' && role !== 'combobox') said.push(`opens a ${popup}`);
    if (shortcut !== '') said.push(`key ${shortcut}`);
    if (description !== '' && description !== name) said.push(`“${description}”`);
    if (isInRun) this.#run += `[${said.join(', ')}]`;
    else this.#say(said.join(', '));
  }

  #readPlace({ role, name, live, children }: AccessibleNode): void {
    this.#break();
    const items = children.filter((child) => child.role === 'listitem').length;
    const title = name === '' || NAMED_BY_CONTENT.has(role) ? '' : `: ${name}`;
    const said = [role, role === 'list' ? ` of ${items}` : '', title];
    if (live !== '') said.push(` (announced: ${live})`);
    this.#lines.push(`${'  '.repeat(this.#depth)}${said.join('')}`);
    this.#depth += 1;
    for (const child of children) this.read(child);
    this.#break();
    this.#depth -= 1;
  }

  #say(line: string): void {
    this.#break();
    this.#lines.push(`${'  '.repeat(this.#depth)}${line}`);
  }

  #break(): void {
    const run = this.#run.replace(/\s+/g, ' ').trim();
    this.#run = '';
    if (run !== '') this.#lines.push(`${'  '.repeat(this.#depth)}${run}`);
  }
}
