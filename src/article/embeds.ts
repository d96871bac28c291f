import { collapseWhiteSpace } from '../text/white-space.ts';
import { elementsNamed } from './elements.ts';
import { type EmbedRules, type EmbedTarget, hostOf } from './embed-rules.ts';

const PLAYERS = new Set(['iframe', 'video', 'audio', 'object', 'embed']);

/** A quotation with less text than this beside its links, in UTF-16 units, only leads to a post. */
const SHORTEST_POST = 25;

/** A box with more text, in UTF-16 units, does more than ask for consent. */
const LONGEST_NOTICE = 600;

/**
 * What is shown in the place of a frame, a player, a box that waits for consent or an embedded post: a link that carries
 * `data-embed`, or a quotation of the post. They would run scripts of others inside the reading view. Null where the
 * element is none of these; "nothing" where it is one that shows nothing of the article.
 */
export function embedOf(element: Element, baseAddress: string, rules: EmbedRules): Element | 'nothing' | null {
  const name = element.localName;
  if (name === 'blockquote') return postOf(element, baseAddress, rules);
  const isPlayer = PLAYERS.has(name);
  if (!isPlayer && !mayWait(element)) return null;
  const target = targetIn(element, baseAddress, rules);
  if (target !== null) return isPlayer || target.kind !== 'other' ? linkTo(target, element, rules) : null;
  const isMedium = name === 'video' || name === 'audio';
  if (isMedium || (isPlayer && element.closest('figure') !== null)) {
    const holders = [element, ...elementsNamed(element, 'source')];
    const address = holders.flatMap((holder) => addressesIn(holder, baseAddress, rules))[0];
    if (address !== undefined)
      return linkTo({ address, kind: isMedium ? name : 'other', words: hostOf(address) }, element, rules);
  }
  return isPlayer ? 'nothing' : null;
}

/** True where attributes may hold the address of what a script or consent puts here later; never around text. */
function mayWait(element: Element): boolean {
  const name = element.localName;
  return (
    (name.includes('-') ||
      (name === 'div' && element.getAttributeNames().some((other) => other.startsWith('data-')))) &&
    (element.textContent ?? '').length <= LONGEST_NOTICE &&
    elementsNamed(element, 'blockquote').length === 0
  );
}

/** The post that a quotation quotes: as it is where it has the post's words, a link where it only leads there. */
function postOf(quote: Element, baseAddress: string, rules: EmbedRules): Element | null {
  const links = elementsNamed(quote, 'a');
  const targets = [quote, ...links].map((holder) => targetIn(holder, baseAddress, rules));
  const target = targets.find((found) => found?.kind === 'post');
  if (target == null) return null;
  const texts = links.map((link) => collapseWhiteSpace(link.textContent ?? ''));
  const words = collapseWhiteSpace(quote.textContent ?? '');
  if (words.length - texts.join('').length < SHORTEST_POST) {
    const named = texts.sort((one, other) => other.length - one.length)[0];
    return linkTo({ ...target, words: named || target.words }, quote, rules);
  }
  const post = quote.cloneNode(true) as Element;
  // An attribute alone holds the address: nothing in the quotation leads to the post.
  if (!targets.slice(1).some((found) => found?.address === target.address)) post.append(linkTo(target, quote, rules));
  return post;
}

function targetIn(element: Element, baseAddress: string, rules: EmbedRules): EmbedTarget | null {
  for (const address of addressesIn(element, baseAddress, rules)) {
    const target = rules.targetOf(address);
    if (target !== null) return target;
  }
  return null;
}

/** The addresses that the attributes of an element hold. */
function addressesIn(element: Element, baseAddress: string, rules: EmbedRules): string[] {
  const found: string[] = [];
  const prefixes = rules.elements[element.localName];
  for (const name of element.getAttributeNames()) {
    const prefix = prefixes?.[name];
    if (prefix === undefined && !/^(?:src|data|data-.*|href|cite)$/.test(name)) continue;
    const value = (prefix ?? '') + (element.getAttribute(name) ?? '').trim();
    if (!/^(?:https?:)?\/|^[^\s:]+\/\S*$/.test(value) || !URL.canParse(value, baseAddress)) continue;
    const { href } = new URL(value, baseAddress);
    if (/^https?:/.test(href)) found.push(href);
  }
  return found;
}

/** A frame without a title of its own is called by its caption, which then need not be read twice. */
function linkTo({ address, kind, words }: EmbedTarget, embed: Element, rules: EmbedRules): Element {
  const link = embed.ownerDocument.createElement('a');
  let name = collapseWhiteSpace(embed.getAttribute('title') ?? '');
  if (rules.isEmptyTitle(name)) {
    const figure = kind === 'post' ? null : embed.closest('figure');
    const caption = figure && elementsNamed(figure, 'figcaption')[0];
    name = collapseWhiteSpace(caption?.textContent ?? '') || words;
    caption?.remove();
  }
  link.href = address;
  link.setAttribute('data-embed', kind);
  link.textContent = name;
  return link;
}
