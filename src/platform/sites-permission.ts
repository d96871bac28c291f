import { siteOf } from '../article/site.ts';
import { isWikipediaOrigin } from './wikipedia-permission.ts';

/** A site on which Lectern opens by itself. */
export interface Site {
  /** Its host without `www.`; null stands for every website, which only the browser's own settings can give. */
  host: string | null;
  /** The match patterns that the browser has granted for it. */
  origins: string[];
}

/**
 * The sites on which Lectern may open by itself. They are the hosts that the person has granted, and the browser keeps
 * them: nothing is stored beside.
 */
export interface SitesPermission {
  /** In the order of their names. */
  list(): Promise<Site[]>;
  /** Whether the page of that address is on one of the sites. */
  covers(address: string): Promise<boolean>;
  /**
   * Has the browser ask the person. Only while a press is being answered in a page of Lectern's own, before anything is
   * awaited.
   * @param host as `readSiteAddress` gives it
   * @returns whether it is allowed now. Rejects where the browser does not ask.
   */
  ask(host: string): Promise<boolean>;
  /** Rejects where the browser does not take it back. */
  withdraw(site: Site): Promise<void>;
  /** Calls `listener` after each change, here or in the browser's own settings, until `signal` is aborted. */
  subscribe(listener: () => void, signal?: AbortSignal): void;
}

interface PermissionsEvent {
  addListener(listener: () => void): void;
  removeListener(listener: () => void): void;
}

/** What is needed of `browser.permissions`. */
export interface HostPermissions {
  getAll(): Promise<{ origins?: string[] }>;
  request(asked: { origins: string[] }): Promise<boolean>;
  remove(asked: { origins: string[] }): Promise<boolean>;
  onAdded: PermissionsEvent;
  onRemoved: PermissionsEvent;
}

/** What a match pattern for websites is made of. */
interface Pattern {
  /** `http`, `https`, or `*` for both. */
  scheme: string;
  /** `*` for every host. */
  host: string;
  /** Whether the hosts under it are meant too. */
  withSubdomains: boolean;
}

export function createSitesPermission(permissions: HostPermissions): SitesPermission {
  async function origins(): Promise<string[]> {
    const { origins: granted = [] } = await permissions.getAll();
    return granted.filter((origin) => !isWikipediaOrigin(origin) && readPattern(origin) !== null);
  }

  return {
    async list() {
      const sites = new Map<string | null, string[]>();
      for (const origin of await origins()) {
        const name = nameOf(origin);
        sites.set(name, [...(sites.get(name) ?? []), origin]);
      }
      return [...sites]
        .map(([host, granted]) => ({ host, origins: granted }))
        .sort((one, other) => (one.host ?? '').localeCompare(other.host ?? ''));
    },
    async covers(address) {
      return URL.canParse(address) && (await origins()).some((origin) => matches(origin, new URL(address)));
    },
    ask: (host) => permissions.request({ origins: originsOf(host) }),
    async withdraw({ origins: granted }) {
      await permissions.remove({ origins: granted });
    },
    subscribe(listener, signal) {
      for (const event of [permissions.onAdded, permissions.onRemoved]) {
        event.addListener(listener);
        signal?.addEventListener('abort', () => event.removeListener(listener), { once: true });
      }
    },
  };
}

/** A site is reached with and without `www.`; a host under a site is that one host alone. */
function originsOf(host: string): string[] {
  const bare = host.replace(/^www\./, '');
  const hosts = bare !== host || siteOf(bare) === bare ? [bare, `www.${bare}`] : [bare];
  return hosts.map((each) => `*://${each}/*`);
}

function nameOf(origin: string): string | null {
  const host = readPattern(origin)?.host ?? '*';
  return host === '*' ? null : host.replace(/^www\./, '');
}

/** Null where the pattern is not for websites, such as one for files. */
function readPattern(origin: string): Pattern | null {
  if (origin === '<all_urls>') return { scheme: '*', host: '*', withSubdomains: true };
  const [, scheme = '', subdomains = '', host = ''] =
    /^(\*|https?):\/\/(\*\.)?([^/:]+)(?::[\d*]+)?\//.exec(origin) ?? [];
  return host === '' ? null : { scheme, host, withSubdomains: subdomains !== '' };
}

function matches(origin: string, { protocol, hostname }: URL): boolean {
  const pattern = readPattern(origin);
  if (pattern === null || !/^https?:$/.test(protocol)) return false;
  if (pattern.scheme !== '*' && protocol !== `${pattern.scheme}:`) return false;
  if (pattern.host === '*' || pattern.host === hostname) return true;
  return pattern.withSubdomains && hostname.endsWith(`.${pattern.host}`);
}
