/**
 * Clicks as a person does. jsdom, like a browser, marks every event of a script as not trusted; only its own inside
 * can send one that is.
 */
export function clickAsPerson(target: Element, options: MouseEventInit = {}): MouseEvent {
  const { MouseEvent } = windowOf(target);
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...options });
  sendAsPerson(target, event);
  return event;
}

/** Sends any event as a person's doing, such as the `change` of a list. */
export function sendAsPerson(target: Element, event: Event): void {
  const inside = insideOf(event);
  Reflect.set(inside, 'isTrusted', true);
  const dispatch: unknown = Reflect.get(insideOf(target), '_dispatch');
  if (typeof dispatch !== 'function') throw new Error('jsdom has changed inside: no _dispatch');
  dispatch.call(insideOf(target), inside);
  if (!event.isTrusted) throw new Error('jsdom has changed inside: the event is not trusted');
}

/** Clicks as a script of a page can. */
export function clickAsScript(target: Element): MouseEvent {
  const { MouseEvent } = windowOf(target);
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
  target.dispatchEvent(event);
  return event;
}

function windowOf(target: Element): Window & typeof globalThis {
  const window = target.ownerDocument.defaultView;
  if (!window) throw new Error('the element is in no window');
  return window;
}

function insideOf(wrapper: object): object {
  const key = Object.getOwnPropertySymbols(wrapper).find(({ description }) => description === 'impl');
  const inside: unknown = key && Reflect.get(wrapper, key);
  if (typeof inside !== 'object' || inside === null) throw new Error('jsdom has changed inside: no impl');
  return inside;
}
