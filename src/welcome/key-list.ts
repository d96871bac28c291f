import type { MessageKey } from '../../assets/message-key.ts';
import { element } from '../reader/element.ts';
import type { KEY_SETTINGS } from '../settings/key-settings.ts';
import { SETTINGS } from '../settings/settings.ts';
import type { WelcomePorts } from './ports.ts';

const LISTED = [
  'keyListen',
  'keyGlossary',
  'keySpeakers',
  'keyAppearance',
] as const satisfies readonly (keyof typeof KEY_SETTINGS)[];

/** Makes a short list of the keys of the reading view that one needs first, as they are set. */
export function createKeyList({
  document,
  translate,
  store,
}: Pick<WelcomePorts, 'document' | 'translate' | 'store'>): HTMLElement {
  const root = element(document, 'dl', 'shortcuts-list');
  store.subscribe(fill, new AbortController().signal);
  fill();
  return root;

  function fill(): void {
    const settings = store.current();
    const singles = LISTED.map((id) => row(SETTINGS[id].label, settings.singleKeys === 'on' ? settings[id] : ''));
    root.replaceChildren(...singles, row('welcomeKeyLeave', translate('optionsFixedEscapeKeys')));
  }

  function row(what: MessageKey, key: string): HTMLElement {
    const shown =
      key === ''
        ? translate('welcomeKeyOff')
        : element(document, 'kbd', '', key.length === 1 ? key.toUpperCase() : key);
    return element(
      document,
      'div',
      'shortcut',
      element(document, 'dt', '', translate(what)),
      element(document, 'dd', '', shown),
    );
  }
}
