import { element } from './element.ts';
import type { ReaderPorts } from './ports.ts';
import { ADDED } from './text-range.ts';

/** Puts the words for a picture in the place of one that does not load; where there are no words, nothing is left of it. */
export function replaceMissingImages({ document, translate }: ReaderPorts, content: HTMLElement): void {
  for (const image of content.querySelectorAll('img'))
    image.addEventListener(
      'error',
      () => {
        image.hidden = true;
        const description = image.alt.trim();
        if (!description) return;
        const label = element(document, 'span', 'missing-label', translate('imageMissing'));
        label.lang = translate('languageOfMessages');
        label.dir = translate('directionOfMessages');
        const words = element(document, 'span', 'missing', label, ' ', description);
        words.toggleAttribute(ADDED, true);
        image.after(words);
      },
      { once: true },
    );
}
