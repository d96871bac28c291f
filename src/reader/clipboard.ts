import { unclobbered } from '../article/unclobbered.ts';
import { element } from './element.ts';

/**
 * Copies text while a person's press is being answered. Where the page is not secure there is no clipboard for it, and a
 * page may forbid it; the old way by a field and a command still works there.
 * @param place where a field may stand for a moment; it must be shown.
 * @returns false where the browser allows neither.
 */
export async function copyText(document: Document, place: HTMLElement, text: string): Promise<boolean> {
  const clipboard = unclobbered(document, 'defaultView')?.navigator.clipboard;
  if (!clipboard) return copyByCommand(document, place, text);
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(document, place, text);
  }
}

function copyByCommand(document: Document, place: HTMLElement, text: string): boolean {
  const field = element(document, 'textarea', 'unseen');
  field.value = text;
  field.readOnly = true;
  const { activeElement } = place.getRootNode() as Document | ShadowRoot;
  place.append(field);
  field.select();
  let copied = false;
  try {
    copied = unclobbered(document, 'execCommand')('copy');
  } catch {
    // The same answer as where it is refused.
  }
  field.remove();
  (activeElement as HTMLElement | null)?.focus({ preventScroll: true });
  return copied;
}
