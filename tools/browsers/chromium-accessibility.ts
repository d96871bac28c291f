import type { CDPSession } from 'playwright-core';
import type { AccessibleNode } from './accessible-node.ts';

type AXNode = Awaited<ReturnType<typeof listNodes>>[number];

/** Chromium's names for what ARIA has no role for, or another. */
const ROLES: Readonly<Record<string, string>> = {
  StaticText: 'text',
  LineBreak: 'line break',
  RootWebArea: 'document',
  none: 'generic',
  DescriptionList: 'generic',
  DescriptionListTerm: 'term',
  DescriptionListDetail: 'definition',
  Figcaption: 'caption',
  DisclosureTriangle: 'button',
  DisclosureTriangleGrouped: 'button',
  ColorWell: 'button',
  searchbox: 'textbox',
  spinbutton: 'textbox',
  img: 'image',
  radiogroup: 'group',
  sectionheader: 'generic',
  sectionfooter: 'generic',
};

/** Drawn, or said by what holds them already. */
const SILENT = new Set(['InlineTextBox', 'ListMarker', 'MenuListPopup', 'option']);

async function listNodes(session: CDPSession) {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes;
}

/** The accessibility tree of a page: Chromium lists its nodes, each with the numbers of its children. */
export async function readAccessibleTree(session: CDPSession): Promise<AccessibleNode> {
  const nodes = await listNodes(session);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const [root] = nodes;
  if (!root) throw new Error('the page has no accessibility tree');
  const childrenOf = (node: AXNode): AccessibleNode[] =>
    (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      if (!child || SILENT.has(String(child.role?.value))) return [];
      return child.ignored ? childrenOf(child) : [accessibleOf(child, childrenOf(child))];
    });
  return accessibleOf(root, childrenOf(root));
}

function accessibleOf(node: AXNode, children: AccessibleNode[]): AccessibleNode {
  const role = String(node.role?.value ?? '');
  const properties = new Map(node.properties?.map(({ name, value }) => [name as string, value.value as unknown]));
  const text = (name: string) => String(properties.get(name) ?? '');
  const states: string[] = [];
  if (properties.has('expanded')) states.push(properties.get('expanded') === true ? 'expanded' : 'collapsed');
  for (const state of ['checked', 'pressed']) if (text(state) === 'true') states.push(state);
  if (!['', 'false'].includes(text('current'))) states.push('current');
  for (const state of ['disabled', 'busy']) if (properties.get(state) === true) states.push(state);
  return {
    role: ROLES[role] ?? role,
    name: String(node.name?.value ?? ''),
    description: String(node.description?.value ?? ''),
    level: role === 'heading' ? Number(properties.get('level')) : null,
    value: text('valuetext') || String(node.value?.value ?? ''),
    states,
    shortcut: text('keyshortcuts'),
    popup: text('hasPopup').replace('false', ''),
    live: text('live').replace('off', ''),
    children,
  };
}
