import type { MessageKey, Translate } from '../../assets/message-key.ts';
import type { WikipediaPermission } from '../platform/wikipedia-permission.ts';
import { element } from '../reader/element.ts';

/** What the page needs from the world around it. */
export interface PermissionPorts {
  document: Document;
  translate: Translate;
  permission: Pick<WikipediaPermission, 'request'>;
  /** Leads back to where the person came from. */
  leave(): Promise<void>;
}

const EXPLANATION: readonly MessageKey[] = ['permissionWhat', 'permissionNotSent', 'permissionBrowserAsks'];

/** Makes the page that tells what goes to Wikipedia, and asks whether it may. */
export function createPermissionPage({ document, translate, permission, leave }: PermissionPorts): HTMLElement {
  const status = element(document, 'p', 'permission-status');
  status.setAttribute('role', 'status');
  const allow = button('permissionAllow', async () => {
    status.textContent = '';
    try {
      // Nothing may be awaited before: the browser would no longer take it for an answer to the press.
      if (await permission.request()) await leave();
      else status.textContent = translate('permissionRefused');
    } catch {
      status.textContent = translate('permissionFailed');
    }
  });
  return element(
    document,
    'main',
    'page permission',
    element(document, 'h1', '', translate('permissionTitle')),
    ...EXPLANATION.map((key) => element(document, 'p', '', translate(key))),
    element(document, 'div', 'permission-answers', allow, button('permissionDecline', leave)),
    status,
  );

  function button(key: MessageKey, press: () => Promise<void>): HTMLButtonElement {
    const made = element(document, 'button', 'action', translate(key));
    made.type = 'button';
    made.addEventListener('click', () => void press());
    return made;
  }
}
