import { elementsNamed, elementsUnder } from './elements.ts';

/** What an embed shows; the reader names it in front of the link. */
export type EmbedKind = 'video' | 'audio' | 'chart';

const KINDS: readonly [pattern: RegExp, kind: EmbedKind][] = [
  [/soundcloud\.com|spotify\.com/i, 'audio'],
  [/datawrapper\.dwcdn\.net|flo\.uri\.sh/i, 'chart'],
];

const PLAYERS = new Set(['iframe', 'video', 'audio', 'object', 'embed']);

const LATE_SOURCES = ['src', 'data-src', 'data-lazy-src', 'data-litespeed-src', 'data'];

/**
 * Puts a link to what it shows in the place of each frame and player that Readability left: they would run scripts of
 * others inside the reading view. The link carries `data-embed`, and its words are the frame's title or the host. Comes
 * before the sanitiser, which throws such elements away.
 */
export function linkEmbeds(element: Element, baseAddress: string) {
  for (const embed of elementsUnder(element)) {
    if (!PLAYERS.has(embed.localName)) continue;
    const address = addressOf(embed, baseAddress);
    if (address === null) embed.remove();
    else embed.replaceWith(linkTo(address, embed));
  }
}

function addressOf(embed: Element, baseAddress: string): URL | null {
  const holders = [embed, ...elementsNamed(embed, 'source')];
  for (const holder of holders)
    for (const name of LATE_SOURCES) {
      const value = holder.getAttribute(name)?.trim();
      if (!value || !URL.canParse(value, baseAddress)) continue;
      const address = new URL(value, baseAddress);
      if (/^https?:$/.test(address.protocol)) return address;
    }
  return null;
}

function linkTo(address: URL, embed: Element): Element {
  const link = embed.ownerDocument.createElement('a');
  link.href = address.href;
  const kind = embed.localName === 'audio' ? 'audio' : KINDS.find(([pattern]) => pattern.test(address.host))?.[1];
  link.setAttribute('data-embed', kind ?? 'video');
  link.textContent = embed.getAttribute('title')?.trim() || address.host.replace(/^www\./, '');
  return link;
}
