/** What an assistive technology is told of a piece of a page, by the same words for every browser. */
export interface AccessibleNode {
  /** An ARIA role, or `text`, or `generic` where there is nothing to say of it. */
  role: string;
  name: string;
  description: string;
  /** Of a heading; null for all else. */
  level: number | null;
  /** Of a field or slider, as it is said; empty where it has none. */
  value: string;
  /** `expanded`, `collapsed`, `checked`, `pressed`, `current`, `disabled`, `busy`, in this order. */
  states: string[];
  /** The single key that does the same; empty where there is none. */
  shortcut: string;
  /** Whether it opens something (`dialog`, `menu` …); empty where it does not. */
  popup: string;
  /** `polite` or `assertive` where changes in it are announced. */
  live: string;
  children: AccessibleNode[];
}

/** The first node of a role, in reading order; null where there is none. */
export function findAccessible(tree: AccessibleNode, role: string): AccessibleNode | null {
  if (tree.role === role) return tree;
  for (const child of tree.children) {
    const found = findAccessible(child, role);
    if (found) return found;
  }
  return null;
}

/** Every node of a tree, in reading order. */
export function accessiblesIn(tree: AccessibleNode): AccessibleNode[] {
  return [tree, ...tree.children.flatMap(accessiblesIn)];
}
