// Plays a page that wants to get into the reading view. What it reached stands in window.loot as { how, what };
// how many things it tried stands in window.attempts. overlay-attacker.html?move also moves the host about.
window.loot = [];
window.attempts = 0;

const HOST = '[data-lectern-reader]';
const LIMIT = 500;
const seenRoots = new WeakSet();
const original = { attachShadow: Element.prototype.attachShadow, find: window.find };

function take(how, what) {
  if (window.loot.length < LIMIT) window.loot.push({ how, what: String(what).slice(0, 300) });
}

function attempt(act) {
  window.attempts += 1;
  try {
    act();
  } catch {
    // A refusal is what the attacker expects; it goes on with the next attempt.
  }
}

function forgeEvents(target) {
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'])
    attempt(() => target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true })));
  for (const key of ['Escape', 'Enter', ' ', 'Tab', 'ArrowDown'])
    for (const type of ['keydown', 'keyup'])
      attempt(() =>
        target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true })),
      );
  for (const type of ['input', 'change', 'submit', 'cancel', 'close', 'toggle', 'pagehide'])
    attempt(() => target.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true })));
}

function attackRoot(root, how) {
  if (!(root instanceof ShadowRoot) || !root.host.matches(HOST) || seenRoots.has(root)) return;
  seenRoots.add(root);
  take(how, `shadow root: ${root.textContent}`);
  for (const control of root.querySelectorAll('button, a, summary, input, select, textarea, dialog')) {
    take('control', control.getAttribute('aria-label') ?? control.textContent ?? control.localName);
    if ('value' in control) attempt(() => Object.assign(control, { value: '99', checked: true }));
    forgeEvents(control);
    attempt(() => control.click());
  }
}

function searchPath(event) {
  for (const target of event.composedPath()) attackRoot(target, `composedPath of ${event.type}`);
}

function attackHost(host) {
  take('host', host.localName);
  attempt(() => host.shadowRoot && attackRoot(host.shadowRoot, 'shadowRoot'));
  attempt(() => attackRoot(host.openOrClosedShadowRoot, 'openOrClosedShadowRoot'));
  attempt(() => attackRoot(globalThis.chrome.dom.openOrClosedShadowRoot(host), 'chrome.dom'));
  attempt(() => attackRoot(host.attachInternals().shadowRoot, 'attachInternals'));
  attempt(() => attackRoot(host.attachShadow({ mode: 'open' }), 'attachShadow'));
  attempt(() => take('innerHTML', host.getHTML({ serializableShadowRoots: true })));
  forgeEvents(host);
  attempt(() => host.click());
  for (const name of [...host.getAttributeNames()]) attempt(() => host.removeAttribute(name));
  for (const [name, value] of [
    ['hidden', ''],
    ['inert', ''],
    ['aria-hidden', 'true'],
    ['popover', 'manual'],
    ['class', 'taken'],
    ['style', 'display: none !important; opacity: 0 !important'],
  ])
    attempt(() => host.setAttribute(name, value));
  if (new URLSearchParams(location.search).has('move')) attempt(() => document.body.append(host));
}

Element.prototype.attachShadow = function attachShadow(options) {
  window.attempts += 1;
  const root = original.attachShadow.call(this, { ...options, mode: 'open' });
  take('wrapped attachShadow', this.localName);
  attackRoot(root, 'wrapped attachShadow');
  return root;
};

attempt(() => {
  customElements.define = (name) => take('customElements.define', name);
  customElements.get = () => class extends HTMLElement {};
});

for (const type of ['click', 'pointerdown', 'focusin', 'keydown', 'input', 'change', 'wheel'])
  window.addEventListener(type, searchPath, { capture: true });

new MutationObserver((records) => {
  for (const record of records)
    for (const node of record.addedNodes) if (node instanceof Element && node.matches(HOST)) attackHost(node);
}).observe(document.documentElement, { childList: true, subtree: true });

setInterval(() => {
  const host = document.querySelector(HOST);
  attempt(() => {
    for (const [name, highlight] of CSS.highlights)
      for (const range of highlight) {
        take('highlight', `${name}: ${range.toString()}`);
        attackRoot(range.startContainer.getRootNode(), 'highlight');
      }
  });
  attempt(() => {
    for (const animation of document.getAnimations())
      attackRoot(animation.effect?.target?.getRootNode(), 'getAnimations');
  });
  if (!host) return;
  attempt(() => {
    if (original.find.call(window, 'Fernhill') && host.contains(getSelection().anchorNode))
      take('window.find', getSelection().toString());
  });
  attempt(() =>
    attackRoot(document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.getRootNode(), 'elementFromPoint'),
  );
  attempt(() => attackRoot(document.activeElement?.shadowRoot, 'activeElement'));
}, 50);

// The shapes that an extension's own messages might have: a listener that trusts the page would act on them.
setInterval(() => {
  if (!document.querySelector(HOST)) return;
  for (const type of ['open', 'close', 'settings', 'set-setting', 'saveSettings', 'analyse', 'show-article']) {
    const message = { type, kind: type, source: 'lectern', key: 'fontSize', value: 99, settings: { fontSize: 99 } };
    attempt(() => window.postMessage(message, '*'));
    attempt(() => globalThis.chrome.runtime.sendMessage(message));
    attempt(() => globalThis.browser.runtime.sendMessage(message));
    attempt(() => document.dispatchEvent(new CustomEvent(`lectern:${type}`, { detail: message })));
    attempt(() => new BroadcastChannel('lectern').postMessage(message));
  }
}, 200);
