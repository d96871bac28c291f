/** Listens to what a person does, until `signal` is aborted; `run` is not called for events that a script has made. */
export function listenToPerson<Type extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  type: Type,
  signal: AbortSignal,
  run: (event: HTMLElementEventMap[Type]) => void,
): void {
  const hear = (event: HTMLElementEventMap[Type]) => {
    if (event.isTrusted) run(event);
  };
  target.addEventListener(type, hear, { passive: true });
  // Not as an option: a signal of the content script's own world is none to the page's elements.
  signal.addEventListener('abort', () => target.removeEventListener(type, hear));
}
