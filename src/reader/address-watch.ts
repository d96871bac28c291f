/** Between two looks at the page's address, in milliseconds: no event tells a content script of pushState. */
const INTERVAL = 500;

/** Tells of each change of the page's address, but for its fragment, until `signal` is aborted. */
export function watchAddress(window: Window, changed: () => void, signal: AbortSignal): void {
  const addressNow = () => window.location.href.split('#')[0];
  let address = addressNow();
  const timer = window.setInterval(() => {
    if (addressNow() === address) return;
    address = addressNow();
    changed();
  }, INTERVAL);
  signal.addEventListener('abort', () => window.clearInterval(timer));
}
