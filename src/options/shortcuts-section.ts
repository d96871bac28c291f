import type { Shortcut } from '../platform/shortcuts.ts';
import { element } from '../reader/element.ts';
import type { OptionsPorts } from './ports.ts';
import { createSection } from './section.ts';

export interface ShortcutsSection {
  root: HTMLElement;
  /** Shows the shortcuts as they are now. */
  refresh(): Promise<void>;
}

/** Makes the list of keyboard shortcuts with a button that leads to the browser's own page for changing them. */
export function createShortcutsSection({ document, translate, shortcuts }: OptionsPorts): ShortcutsSection {
  const list = element(document, 'dl', 'shortcuts-list');
  const change = element(document, 'button', 'action', translate('optionsShortcutsChange'));
  change.type = 'button';
  const failed = element(document, 'p', 'help');
  failed.setAttribute('role', 'status');
  change.addEventListener('click', async () => {
    const opened = await shortcuts.openSettings();
    failed.textContent = opened ? '' : translate('optionsShortcutsFailed', shortcuts.settingsAddress);
  });
  const root = createSection(document, 'shortcuts', translate('optionsShortcuts'), list, change, failed);
  root.hidden = true;
  return {
    root,
    async refresh() {
      const all = await shortcuts.list();
      root.hidden = all.length === 0;
      list.replaceChildren(...all.map(row));
    },
  };

  function row({ command, description, keys }: Shortcut): HTMLElement {
    const what = command === '_execute_action' ? translate('optionsShortcutReadPage') : description;
    return element(
      document,
      'div',
      'shortcut',
      element(document, 'dt', '', what),
      element(
        document,
        'dd',
        '',
        keys === null ? translate('optionsShortcutNone') : element(document, 'kbd', '', keys),
      ),
    );
  }
}
