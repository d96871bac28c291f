/** What an embed shows; the reader names it in front of the link. */
export type EmbedKind = 'video' | 'audio' | 'chart' | 'map' | 'document' | 'poll' | 'post' | 'other';

/** A service that is embedded in pages, as assets/embeds.json lists them; the first that fits an address counts. */
export interface EmbedService {
  name: string;
  /** One of `EmbedKind`; the test of the data holds the file to that. */
  kind: string;
  /** A regular expression of the addresses, from the host on and without "www.". */
  address: string;
  /** The address for people, with `$1` for what the groups of `address` hold. */
  link?: string;
  /** What a link is called that has no name of its own. */
  words?: string;
}

export interface EmbedData {
  services: readonly EmbedService[];
  /** Addresses that show nothing of the article. */
  ignored: readonly string[];
  /** What stands before the value of an attribute to make an address of it, by element and attribute. */
  elements: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Titles of frames that say nothing about what the frame shows. */
  emptyTitles: readonly string[];
}

/** Where an embed leads and what is known of it. */
export interface EmbedTarget {
  address: string;
  kind: EmbedKind;
  words: string;
}

/** The rules of assets/embeds.json, made ready to be asked. */
export class EmbedRules {
  readonly #services: readonly (EmbedService & { pattern: RegExp })[];
  readonly #ignored: RegExp;
  readonly #emptyTitle: RegExp;
  readonly elements: EmbedData['elements'];

  constructor({ services, ignored, emptyTitles, elements }: EmbedData) {
    this.#services = services.map((service) => ({ ...service, pattern: fromHost(service.address) }));
    this.#ignored = fromHost(ignored.join('|'));
    this.#emptyTitle = new RegExp(`^(?:${emptyTitles.join('|')})?$`, 'i');
    this.elements = elements;
  }

  /** What an absolute address shows; null where it is of no service that is known. */
  targetOf(address: string): EmbedTarget | null {
    const service = this.#services.find(({ pattern }) => pattern.test(address));
    if (service === undefined || this.#ignored.test(address)) return null;
    const { pattern, name, kind, link = '', words = name } = service;
    const groups = pattern.exec(address) ?? [];
    const filled = (template: string) => template.replace(/\$(\d)/g, (_, group) => decoded(groups[group] ?? ''));
    const better = filled(link);
    return {
      address: /^https?:/.test(better) ? better : address,
      kind: kind as EmbedKind,
      words: filled(words) || hostOf(address),
    };
  }

  isEmptyTitle(title: string): boolean {
    return this.#emptyTitle.test(title);
  }
}

export function hostOf(address: string): string {
  return new URL(address).host.replace(/^www\./, '');
}

function fromHost(address: string): RegExp {
  return new RegExp(`^https?://(?:www\\.)?(?:${address})`, 'i');
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
