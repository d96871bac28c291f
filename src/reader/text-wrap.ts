import { textsUnder } from '../article/elements.ts';
import { ADDED } from './text-range.ts';

/**
 * Puts elements around the text of a range that begins and ends in text nodes; one element for each text node that holds
 * some of it. The text itself, and so every offset into it, stays as it is; other ranges over the same nodes do not.
 */
export function wrapText(range: Range, make: () => HTMLElement): HTMLElement[] {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const texts = textsIn(range).map((text) => ({
    text,
    start: text === startContainer ? startOffset : 0,
    end: text === endContainer ? endOffset : text.data.length,
  }));
  return texts.flatMap(({ text, start, end }) => {
    if (!/\S/.test(text.data.slice(start, end))) return [];
    if (end < text.data.length) text.splitText(end);
    const wrapped = start > 0 ? text.splitText(start) : text;
    const wrapper = make();
    wrapped.replaceWith(wrapper);
    wrapper.append(wrapped);
    return [wrapper];
  });
}

/** Takes an element away from around its text. */
export function unwrapText(wrapper: HTMLElement): void {
  const parent = wrapper.parentNode;
  wrapper.replaceWith(...wrapper.childNodes);
  parent?.normalize();
}

/** The text nodes that hold some of a range which begins and ends in text nodes, but for those that the view has added. */
export function textsIn(range: Range): Text[] {
  const { startContainer, commonAncestorContainer } = range;
  if (startContainer === commonAncestorContainer) return [startContainer as Text];
  const texts = [...textsUnder(commonAncestorContainer as Element)];
  return texts.filter((text) => range.intersectsNode(text) && !text.parentElement?.closest(`[${ADDED}]`));
}
