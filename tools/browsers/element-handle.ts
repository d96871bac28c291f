/** One element in a page, held from outside. */
export interface ElementHandle {
  /** Scrolls the element into sight and presses the mouse at its centre. */
  click(): Promise<void>;
}
