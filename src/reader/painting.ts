/** How long painting is waited for, in milliseconds; in a tab in the background nothing is painted. */
const LONGEST_WAIT = 200;

/** Lets the page and its painting have their turn between two steps of work. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Resolves after the next painting, or soon where nothing is painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST_WAIT);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
