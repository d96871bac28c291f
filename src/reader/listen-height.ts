/**
 * Tells the style sheet how high the bar is, so that what has the focus, the panels and the way back stay above it: it turns
 * over on narrow screens, and grows with what it says.
 * @returns what ends that.
 */
export function tellHeight(bar: HTMLElement, view: HTMLElement): () => void {
  const tell = () => view.style.setProperty('--listen', `${bar.offsetHeight}px`);
  tell();
  const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(tell);
  observer?.observe(bar);
  return () => {
    observer?.disconnect();
    view.style.removeProperty('--listen');
  };
}
