// Runs in Firefox's own scope, where its accessibility service is; nothing of this file is seen there but the function.
import type { AccessibleNode } from './accessible-node.ts';

/** What is used of Firefox's nsIAccessible. */
interface Accessible {
  role: number;
  name: string | null;
  description: string | null;
  value: string | null;
  attributes: { enumerate(): Iterable<{ key: string; value: string }> } | null;
  firstChild: Accessible | null;
  nextSibling: Accessible | null;
  getState(state: { value?: number }, extra: { value?: number }): void;
}

interface AccessibilityService {
  getAccessibleFor(node: unknown): Accessible;
  getStringRole(role: number): string;
  getStringStates(state: number, extra: number): Iterable<string> & { length: number; item(index: number): string };
}

declare const gBrowser: { selectedBrowser: unknown };
declare const Cc: Record<string, { getService(kind: unknown): AccessibilityService }>;
declare const Ci: Record<string, unknown>;

/** The accessibility tree of the page in front; null while Firefox has none of it yet. */
export function readAccessibleTree(): AccessibleNode | null {
  const roles: Record<string, string> = {
    pushbutton: 'button',
    'toggle button': 'button',
    summary: 'button',
    'text leaf': 'text',
    statictext: 'text',
    graphic: 'image',
    whitespace: 'line break',
    'non-native document': 'document',
    grouping: 'group',
    entry: 'textbox',
    'password text': 'textbox',
    spinbutton: 'textbox',
    searchbox: 'textbox',
    radiobutton: 'radio',
    checkbutton: 'checkbox',
    statusbar: 'status',
    listitem: 'listitem',
    'content deletion': 'deletion',
    'content insertion': 'insertion',
  };
  const silent = ['listitem marker', 'option', 'combobox option', 'combobox list'];
  const service = Cc['@mozilla.org/accessibilityService;1']?.getService(Ci.nsIAccessibilityService);
  if (!service) return null;
  const read = (accessible: Accessible): AccessibleNode => {
    const [state, extra]: { value?: number }[] = [{}, {}];
    accessible.getState(state ?? {}, extra ?? {});
    const list = service.getStringStates(state?.value ?? 0, extra?.value ?? 0);
    const all = new Set(Array.from({ length: list.length }, (_, index) => list.item(index)));
    const attributes: Record<string, string> = {};
    for (const { key, value } of accessible.attributes?.enumerate() ?? []) attributes[key] = value;
    const children: AccessibleNode[] = [];
    for (let child = accessible.firstChild; child; child = child.nextSibling)
      if (!silent.includes(service.getStringRole(child.role))) children.push(read(child));
    const states: string[] = [];
    if (all.has('expanded') || all.has('collapsed')) states.push(all.has('expanded') ? 'expanded' : 'collapsed');
    for (const name of ['checked', 'pressed']) if (all.has(name)) states.push(name);
    if (all.has('current')) states.push('current');
    if (all.has('unavailable')) states.push('disabled');
    if (all.has('busy')) states.push('busy');
    const own = service.getStringRole(accessible.role);
    const [aria = ''] = (attributes['xml-roles'] ?? '').split(' ');
    const landmark = ['landmark', 'section', 'region', 'text', 'text container'].includes(own) ? aria : '';
    return {
      role: landmark || roles[own] || own,
      name: accessible.name ?? '',
      description: accessible.description ?? '',
      level: own === 'heading' ? Number(attributes.level) : null,
      value: attributes.valuetext ?? accessible.value ?? '',
      states,
      shortcut: attributes.keyshortcuts ?? '',
      popup: attributes.haspopup ?? '',
      live: (attributes.live ?? '').replace('off', ''),
      children,
    };
  };
  const browser = service.getAccessibleFor(gBrowser.selectedBrowser);
  return browser?.firstChild ? read(browser.firstChild) : null;
}
