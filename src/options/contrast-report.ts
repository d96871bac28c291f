import type { MessageKey } from '../../assets/message-key.ts';
import { element } from '../reader/element.ts';
import { contrastRatio, LEAST_TEXT_CONTRAST } from '../settings/contrast.ts';
import type { Settings } from '../settings/settings.ts';
import type { OptionsPorts } from './ports.ts';

/** WCAG 2.2, 1.4.6 Contrast (Enhanced), level AAA. */
const GOOD_TEXT_CONTRAST = 7;

/** How far the reader's own colours stand out from each other. */
export interface ContrastReport {
  root: HTMLElement;
  /** Works the contrast out anew; hidden where other colours are chosen. */
  show(settings: Settings): void;
}

/** Makes the lines that tell the contrast of text and of links, and warn where it is too weak to be read well. */
export function createContrastReport({
  document,
  translate,
}: Pick<OptionsPorts, 'document' | 'translate'>): ContrastReport {
  const text = element(document, 'p', 'contrast');
  const link = element(document, 'p', 'contrast');
  const root = element(document, 'div', 'contrast-report', text, link);
  // Polite: it waits until the change itself was told.
  root.setAttribute('role', 'status');
  const language = translate('languageOfMessages');
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return {
    root,
    show({ theme, ownPaper, ownText, ownLink }) {
      root.hidden = theme !== 'own';
      if (root.hidden) return;
      showRatio(text, 'optionsContrastText', contrastRatio(ownText, ownPaper));
      showRatio(link, 'optionsContrastLink', contrastRatio(ownLink, ownPaper));
    },
  };

  function showRatio(line: HTMLElement, key: MessageKey, ratio: number): void {
    // Rounded down: 4.49 is not enough, and must not be shown as if it were.
    const shown = number.format(Math.floor(ratio * 10) / 10);
    const sentence = translate(key, shown, verdictOn(ratio));
    // A live region that is filled with the same words again is read again.
    if (line.textContent !== sentence) line.textContent = sentence;
    line.classList.toggle('warning', ratio < LEAST_TEXT_CONTRAST);
  }

  function verdictOn(ratio: number): string {
    if (ratio >= GOOD_TEXT_CONTRAST) return translate('optionsContrastVeryGood');
    if (ratio >= LEAST_TEXT_CONTRAST) return translate('optionsContrastGood');
    return translate('optionsContrastWeak', number.format(LEAST_TEXT_CONTRAST));
  }
}
