/** The shortest name that can be a site's own; what is shorter before the country is a kind, as in "co.uk". */
const SHORTEST_NAME = 4;

/** True where an address (absolute) belongs to the same site as the page's, whichever of its hosts serves it. */
export function isSameSite(address: string | null, page: string): boolean {
  if (address === null || !URL.canParse(address) || !URL.canParse(page)) return false;
  return siteOf(new URL(address).hostname) === siteOf(new URL(page).hostname);
}

/** The name of the site that a host (lower case) belongs to: `bbc.co.uk` of `www.bbc.co.uk`. A host in numbers is its own. */
export function siteOf(host: string): string {
  // An address in numbers has no parts that would make a site: each machine is its own.
  if (/^[\d.]+$/.test(host)) return host;
  const labels = host.split('.');
  const isKind = labels.length > 2 && (labels.at(-2)?.length ?? 0) < SHORTEST_NAME && labels.at(-1)?.length === 2;
  return labels.slice(isKind ? -3 : -2).join('.');
}
