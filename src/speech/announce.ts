import type { Span } from '../text/span.ts';

/** Words that somebody said as they are written. */
export interface SpokenQuotation {
  span: Span;
  /** As the article names them; null where it does not. */
  speaker: string | null;
}

const PARTICLE = /^\p{Ll}/u;
/** What may stand between a sentence's start and the words that are quoted. */
const OPENING = /^[\s\p{P}\p{S}]*$/u;

/** Tells before a quotation who is heard in it, where a listener could not know. */
export class Announcer {
  readonly #text: string;
  readonly #names = new Map<string, string>();
  #last: string | null = null;

  /** `text`: all of the article, which tells how people are called in it. */
  constructor(text: string) {
    this.#text = text;
  }

  /**
   * What to say before a sentence, such as "Kerry:", or null. `quotations` are those of its block that begin in it, in order;
   * `start` and `text` say where it stands in its block.
   */
  announce(quotations: readonly SpokenQuotation[], start: number, text: string): string | null {
    let announced: string | null = null;
    for (const { span, speaker } of quotations) {
      if (speaker === null) continue;
      const before = text.slice(0, Math.max(0, span.start - start));
      if (OPENING.test(before) && speaker !== this.#last) announced = `${this.#nameOf(speaker)}:`;
      this.#last = speaker;
    }
    return announced;
  }

  /** The part of a name that the article uses alone, the last one if it can be; else all of it. */
  #nameOf(speaker: string): string {
    const known = this.#names.get(speaker);
    if (known !== undefined) return known;
    const words = speaker.split(/\s+/u);
    const particle = words.findIndex((word, index) => index > 0 && PARTICLE.test(word));
    const last = words.slice(particle === -1 ? -1 : particle).join(' ');
    const whole = countOf(this.#text, speaker);
    const name = [last, words[0] ?? ''].find((part) => part.length > 1 && countOf(this.#text, part) > whole) ?? speaker;
    this.#names.set(speaker, name);
    return name;
  }
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length))
    if (!isLetter(text, at - 1) && !isLetter(text, at + part.length)) count++;
  return count;
}

function isLetter(text: string, index: number): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(text.charAt(index));
}
