/** Gives the button in the toolbar the name of what it does now; its drawing stays. */
export function showListenLabel(listenButton: HTMLButtonElement, label: string): void {
  const words = listenButton.querySelector('span');
  if (words) words.textContent = label;
}
