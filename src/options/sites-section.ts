import type { MessageKey } from '../../assets/message-key.ts';
import { readSiteAddress, type SiteProblem } from '../platform/site-address.ts';
import type { Site } from '../platform/sites-permission.ts';
import { element } from '../reader/element.ts';
import type { OptionsPorts } from './ports.ts';
import { createSection } from './section.ts';
import { createTextField } from './text-field.ts';

export interface SitesSection {
  root: HTMLElement;
  /** Shows the sites as they are now. */
  refresh(): Promise<void>;
  /** Leads the person to the field, with a host in it that only needs to be confirmed; empty where they are to type one. */
  suggest(host: string): void;
}

const PROBLEMS: Record<SiteProblem, MessageKey> = {
  empty: 'sitesProblemEmpty',
  'not-an-address': 'sitesProblemNotAnAddress',
  incomplete: 'sitesProblemIncomplete',
  numbers: 'sitesProblemNumbers',
  'browser-page': 'sitesProblemBrowserPage',
  'store-page': 'sitesProblemStorePage',
};

/** Longer than any address that has a host in it; a file dropped here by mistake would stop the page. */
const LONGEST_ADDRESS = 2000;

/** Makes the list of sites on which Lectern opens by itself, with a field that adds one and a button for each that takes it off. */
export function createSitesSection(ports: Pick<OptionsPorts, 'document' | 'translate' | 'sites'>): SitesSection {
  const { document, translate, sites } = ports;
  let shown: Site[] = [];
  const field = createTextField(ports, 'sites-address', {
    tag: 'input',
    label: 'sitesAddress',
    help: 'sitesAddressHelp',
  });
  const { control } = field;
  control.maxLength = LONGEST_ADDRESS;
  control.inputMode = 'url';
  control.setAttribute('autocapitalize', 'none');
  control.spellcheck = false;
  const add = element(document, 'button', 'action', translate('sitesAdd'));
  const form = element(document, 'form', 'sites-form', ...field.elements, add);
  form.noValidate = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  const status = element(document, 'p', 'sites-status');
  status.setAttribute('role', 'status');
  /** The host that was removed last, as long as that can be undone. */
  let removed: string | null = null;
  const undo = element(document, 'button', 'action', translate('optionsUndo'));
  undo.type = 'button';
  undo.hidden = true;
  undo.addEventListener('click', takeBack);
  const none = element(document, 'p', 'help', translate('sitesNone'));
  const list = element(document, 'ul', 'sites-list');
  const root = createSection(
    document,
    'sites',
    translate('sites'),
    element(document, 'p', 'help', translate('sitesExplanation')),
    element(document, 'p', 'help', translate('sitesPrivacy')),
    form,
    element(document, 'div', 'sites-said', status, undo),
    none,
    list,
  );
  list.hidden = true;
  sites.subscribe(() => void refresh());
  return {
    root,
    refresh,
    suggest(host) {
      control.value = host;
      (host === '' ? control : add).focus();
      root.scrollIntoView({ block: 'start' });
    },
  };

  /** Nothing may be awaited before the browser asks: it would no longer take it for an answer to the press. */
  function ask(): void {
    const read = readSiteAddress(control.value);
    field.showProblem('problem' in read ? translate(PROBLEMS[read.problem]) : null);
    say('');
    if ('problem' in read) {
      control.focus();
      return;
    }
    void request(read.host).then((isAllowed) => {
      if (isAllowed) control.value = '';
    });
  }

  /** As `ask`: within the press. */
  function request(host: string): Promise<boolean> {
    const name = host.replace(/^www\./, '');
    const isThere = shown.some((site) => site.host === name);
    say('');
    return sites.ask(host).then(
      async (isAllowed) => {
        const said = isAllowed ? (isThere ? 'sitesThere' : 'sitesAdded') : 'sitesRefused';
        await refresh();
        say(translate(said, name));
        return isAllowed;
      },
      () => {
        say(translate('sitesFailed'));
        return false;
      },
    );
  }

  /** @param host of the site that was removed: a button has the browser allow it anew. */
  function say(text: string, host: string | null = null): void {
    status.textContent = text;
    removed = host;
    undo.hidden = host === null;
  }

  function takeBack(): void {
    if (removed === null) return;
    const host = removed;
    const asked = request(host);
    // The button that was pressed is gone.
    control.focus();
    void asked.then(() => {
      const place = shown.findIndex((site) => site.host === host);
      if (place >= 0 && document.activeElement === control) list.querySelectorAll('button')[place]?.focus();
    });
  }

  async function withdraw(site: Site): Promise<void> {
    const place = shown.indexOf(site);
    try {
      await sites.withdraw(site);
      await refresh();
      // What the browser's own settings have given for every website is given back there alone.
      say(translate('sitesRemoved', nameOf(site)), site.host);
    } catch {
      say(translate('sitesFailed'));
    }
    // The button that was pressed is gone.
    const buttons = [...list.querySelectorAll('button')];
    (buttons[place] ?? buttons.at(-1) ?? control).focus();
  }

  async function refresh(): Promise<void> {
    const now = await sites.list();
    if (JSON.stringify(now) === JSON.stringify(shown)) return;
    shown = now;
    list.replaceChildren(...now.map(row));
    list.hidden = now.length === 0;
    none.hidden = !list.hidden;
  }

  function row(site: Site, place: number): HTMLElement {
    const name = element(document, 'span', 'sites-name', nameOf(site));
    const remove = element(document, 'button', 'action', translate('sitesRemove'));
    remove.type = 'button';
    name.id = `site-${place}`;
    remove.id = `site-${place}-remove`;
    remove.setAttribute('aria-labelledby', `${remove.id} ${name.id}`);
    remove.addEventListener('click', () => void withdraw(site));
    return element(document, 'li', 'sites-entry', name, remove);
  }

  function nameOf({ host }: Site): string {
    return host ?? translate('sitesEvery');
  }
}
