import { element } from '../reader/element.ts';
import type { OptionsPorts } from './ports.ts';
import { createSection } from './section.ts';

export interface WikipediaSection {
  root: HTMLElement;
  /** Shows whether it is allowed now: the browser's own settings can change that too. */
  refresh(): Promise<void>;
}

/** Makes the section that tells whether Lectern may fetch from Wikipedia, with a button that allows it or takes it back. */
export function createWikipediaSection({
  document,
  translate,
  wikipedia,
}: Pick<OptionsPorts, 'document' | 'translate' | 'wikipedia'>): WikipediaSection {
  let isAllowed = false;
  const state = element(document, 'p', 'help');
  state.setAttribute('role', 'status');
  const change = element(document, 'button', 'action');
  change.type = 'button';
  change.addEventListener('click', async () => {
    try {
      // Nothing may be awaited before: the browser would no longer take it for an answer to the press.
      await (isAllowed ? wikipedia.withdraw() : wikipedia.request());
      await refresh();
    } catch {
      state.textContent = translate('permissionFailed');
    }
  });
  const explanation = [translate('permissionWhat'), translate('permissionNotSent')].join(' ');
  const root = createSection(
    document,
    'wikipedia',
    translate('optionsWikipedia'),
    element(document, 'p', 'help', explanation),
    state,
    change,
  );

  async function refresh(): Promise<void> {
    isAllowed = await wikipedia.isAllowed();
    state.textContent = translate(isAllowed ? 'optionsWikipediaAllowed' : 'optionsWikipediaNotAllowed');
    change.textContent = translate(isAllowed ? 'optionsWikipediaWithdraw' : 'optionsWikipediaAllow');
  }

  return { root, refresh };
}
