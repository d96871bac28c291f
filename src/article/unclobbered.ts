/**
 * Reads a property of a document or a form as its prototype defines it. `<img name="createElement">` shadows
 * `document.createElement`, in content scripts too (HTML: named properties with [LegacyOverrideBuiltIns]), so
 * nothing may be read from a page's Document or HTMLFormElement directly. Methods come bound to their object.
 */
export function unclobbered<Target extends object, Key extends keyof Target>(target: Target, key: Key): Target[Key] {
  const name: unknown = Reflect.get(target, 'localName');
  // Of all elements only a form has properties shadowed, and then its name is no string.
  const isPlain = typeof name === 'string' && name !== 'form';
  const value: unknown = isPlain ? target[key] : Reflect.get(Object.getPrototypeOf(target), key, target);
  return (typeof value === 'function' ? value.bind(target) : value) as Target[Key];
}

/** The local name of an element that may be a form: what shadows it there is an element or a list, never a string. */
export function localNameOf(element: Element): string {
  const name: unknown = element.localName;
  return typeof name === 'string' ? name : unclobbered(element, 'localName');
}

/** True for a node under a document that may be a form: all others can be read directly, which costs much less. */
export function mayBeForm(node: Node): boolean {
  const name: unknown = (node as Element).localName;
  return name === 'form' || (name !== undefined && typeof name !== 'string');
}

/** The sibling after a node under a document that may be a form. */
export function nextSiblingOf(node: Node): Node | null {
  return mayBeForm(node) ? unclobbered(node, 'nextSibling') : node.nextSibling;
}

/** The first child of a node under a document that may be a form. */
export function firstChildOf(node: Node): Node | null {
  return mayBeForm(node) ? unclobbered(node, 'firstChild') : node.firstChild;
}
