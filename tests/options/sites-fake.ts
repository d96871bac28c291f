import type { SitesPermission } from '../../src/platform/sites-permission.ts';

/** A browser in which Lectern opens by itself nowhere. */
export function noSites(): SitesPermission {
  return {
    list: async () => [],
    covers: async () => false,
    ask: async () => false,
    withdraw: async () => {},
    subscribe: () => {},
  };
}
