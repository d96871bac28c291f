/**
 * Reads a property of a document or a form as its prototype defines it. `<img name="createElement">` shadows
 * `document.createElement`, in content scripts too (HTML: named properties with [LegacyOverrideBuiltIns]), so
 * nothing may be read from a page's Document or HTMLFormElement directly. Methods come bound to their object.
 */
export function unclobbered<Target extends object, Key extends keyof Target>(target: Target, key: Key): Target[Key] {
  const value: unknown = Reflect.get(Object.getPrototypeOf(target), key, target);
  return (typeof value === 'function' ? value.bind(target) : value) as Target[Key];
}

/** The local name of an element that may be a form: what shadows it there is an element or a list, never a string. */
export function localNameOf(element: Element): string {
  const name: unknown = element.localName;
  return typeof name === 'string' ? name : unclobbered(element, 'localName');
}
