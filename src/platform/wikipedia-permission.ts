/** Whether Lectern may fetch from Wikipedia. The browser keeps the answer, and shows it among its own settings too. */
export interface WikipediaPermission {
  isAllowed(): Promise<boolean>;
  /**
   * Has the browser ask the person. Only while a press is being answered in a page of Lectern's own, before anything is awaited.
   * @returns whether it is allowed now. Rejects where the browser does not ask.
   */
  request(): Promise<boolean>;
  withdraw(): Promise<void>;
}

/** What is asked for. Firefox asks with it whether data may be sent; Chrome refuses questions with that field. */
interface Asked {
  origins: string[];
  data_collection?: 'websiteContent'[];
}

/** What is needed of `browser.permissions`. */
interface Permissions {
  contains(asked: Asked): Promise<boolean>;
  request(asked: Asked): Promise<boolean>;
  remove(asked: Asked): Promise<boolean>;
}

/** What is needed of the manifest. */
interface Manifest {
  optional_host_permissions?: string[];
  browser_specific_settings?: { gecko?: { data_collection_permissions?: { optional?: 'websiteContent'[] } } };
}

/** Whether a match pattern is Wikipedia's as the manifest has it; other hosts of the manifest are for opening by itself. */
export function isWikipediaOrigin(origin: string): boolean {
  return origin === 'https://*.wikipedia.org/*';
}

/** Asks for what the manifest has of Wikipedia as optional, and for nothing else that it has. */
export function createWikipediaPermission(permissions: Permissions, manifest: object): WikipediaPermission {
  const { optional_host_permissions: hosts = [], browser_specific_settings: settings }: Manifest = manifest;
  const origins = hosts.filter(isWikipediaOrigin);
  const data = settings?.gecko?.data_collection_permissions?.optional;
  const asked: Asked = { origins, ...(data && { data_collection: data }) };
  return {
    // `contains` is true of nothing at all.
    isAllowed: async () => origins.length > 0 && (await permissions.contains(asked)),
    request: () => permissions.request(asked),
    async withdraw() {
      await permissions.remove(asked);
    },
  };
}
