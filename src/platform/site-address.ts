import { obstacleOfAddress } from '../article/obstacle.ts';

/** Why what a person typed names no site that Lectern could be allowed on. */
export type SiteProblem = 'empty' | 'not-an-address' | 'incomplete' | 'numbers' | 'browser-page' | 'store-page';

/** The longest name that the domain name system has (RFC 1035, 2.3.4, as text). */
const LONGEST_HOST = 253;

const HOST = /^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/;

/** The host of an address or of a name that a person typed, as browsers write it, or what is wrong with it. */
export function readSiteAddress(typed: string): { host: string } | { problem: SiteProblem } {
  const text = typed.trim();
  if (text === '') return { problem: 'empty' };
  const scheme = /^([a-z][a-z\d+.-]*):(?!\d+(?:[/?#]|$))/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { problem: 'browser-page' };
  const address = scheme === undefined ? `https://${text.replace(/^\/\//, '')}` : text;
  if (!URL.canParse(address)) return { problem: 'not-an-address' };
  const host = new URL(address).hostname.replace(/\.$/, '');
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return { problem: 'numbers' };
  if (!HOST.test(host) || host.length > LONGEST_HOST) return { problem: 'not-an-address' };
  if (!host.includes('.')) return { problem: 'incomplete' };
  return obstacleOfAddress(`https://${host}/`) === 'store-page' ? { problem: 'store-page' } : { host };
}
