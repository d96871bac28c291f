import type { MessageKey } from '../../assets/message-key.ts';
import { element } from '../reader/element.ts';
import type { OptionsPorts } from './ports.ts';

/** What works in every page of the browser, and so in the reading view. */
const FIXED_KEYS: readonly (readonly [what: MessageKey, keys: MessageKey])[] = [
  ['optionsFixedTab', 'optionsFixedTabKeys'],
  ['optionsFixedEnter', 'optionsFixedEnterKeys'],
  ['optionsFixedArrows', 'optionsFixedArrowsKeys'],
  ['optionsFixedSpace', 'optionsFixedSpaceKeys'],
  ['optionsFixedEscape', 'optionsFixedEscapeKeys'],
];

/** Makes the list of the keys that stay as they are, with what they do in the reading view. */
export function createFixedKeys({ document, translate }: Pick<OptionsPorts, 'document' | 'translate'>): HTMLElement {
  const rows = FIXED_KEYS.map(([what, keys]) =>
    element(
      document,
      'div',
      'shortcut',
      element(document, 'dt', '', translate(what)),
      element(document, 'dd', '', element(document, 'kbd', '', translate(keys))),
    ),
  );
  return element(
    document,
    'div',
    'fixed-keys',
    element(document, 'h3', '', translate('optionsFixedKeys')),
    element(document, 'dl', 'shortcuts-list', ...rows),
  );
}
