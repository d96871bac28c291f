import type { MessageKey } from '../../assets/message-key.ts';
import { element } from '../reader/element.ts';
import type { OptionsPorts } from './ports.ts';

/** Awnings over stalls and the sea behind them, drawn here: a picture of somebody else's would have to be credited. */
const PICTURE = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 260">',
  '<path fill="#f3c98b" d="M0 0h600v150H0z"/><circle cx="470" cy="96" r="44" fill="#fff3d6"/>',
  '<path fill="#3f7f93" d="M0 150h600v45H0z"/><path fill="#6a5140" d="M0 195h600v65H0z"/>',
  '<path fill="#b5412f" d="M40 110h150l18 40H22z"/><path fill="#2f6f4f" d="M225 110h150l18 40H207z"/>',
  '<path fill="#274b82" d="M410 110h150l18 40H392z"/>',
  '<path fill="#3a2c22" d="M34 150h8v70h-8zM188 150h8v70h-8zM219 150h8v70h-8zM373 150h8v70h-8zM404 150h8v70h-8zM558 150h8v70h-8z"/>',
  '<path fill="#e9ddc8" d="M46 185h138v26H46zM231 185h138v26H231zM416 185h138v26H416z"/>',
  '</svg>',
].join('');

/** The invented article of the preview, and the parts of it that settings show, hide or mark. */
export interface PreviewArticle {
  root: HTMLElement;
  progress: HTMLElement;
  outline: HTMLElement;
  term: HTMLElement;
  speaker: HTMLElement;
  /** How many words it has. */
  words: number;
}

/** Makes the article: with a picture, a heading, a link, a quotation, a term and a name that can be asked about. */
export function createPreviewArticle({
  document,
  translate,
}: Pick<OptionsPorts, 'document' | 'translate'>): PreviewArticle {
  const headline = element(document, 'h3', 'title', translate('optionsPreviewHeadline'));
  headline.id = 'preview-headline';
  const progress = element(document, 'p', 'preview-progress');
  const heading = element(document, 'h4', '', translate('optionsPreviewHeading'));
  const outline = element(
    document,
    'ul',
    'preview-outline',
    ...[headline, heading].map(({ textContent }) => element(document, 'li', '', textContent ?? '')),
  );

  const picture = element(document, 'img');
  picture.alt = translate('optionsPreviewPicture');
  picture.src = `data:image/svg+xml,${encodeURIComponent(PICTURE)}`;
  const figure = element(
    document,
    'figure',
    '',
    picture,
    element(document, 'figcaption', '', translate('optionsPreviewCaption')),
  );

  const speaker = element(document, 'span', 'text-button speaker-name', translate('optionsPreviewSpeaker'));
  const first = paragraphAround('optionsPreviewText', speaker);
  const term = element(document, 'span', 'text-button', translate('optionsPreviewTerm'));
  const second = paragraphAround('optionsPreviewMore', term);
  // Over it lies what leaves a few lines bright, or the whole paragraph.
  const focus = element(document, 'span', 'preview-focus');
  focus.setAttribute('aria-hidden', 'true');
  first.classList.add('preview-focused');
  first.append(focus);
  // It leads to somewhere that is in sight, and can be tried with the pointer and with Tab.
  const link = element(document, 'a', '', translate('optionsPreviewLink'));
  link.href = `#${headline.id}`;
  const quotation = element(
    document,
    'blockquote',
    '',
    element(document, 'p', '', translate('optionsPreviewQuotation')),
  );
  const content = element(
    document,
    'div',
    'document',
    progress,
    headline,
    outline,
    first,
    figure,
    heading,
    second,
    quotation,
    element(document, 'p', '', translate('optionsPreviewEnd'), ' ', link, '.'),
  );
  content.lang = translate('languageOfMessages');
  const words = (content.textContent ?? '').split(/\s+/).length;
  return { root: element(document, 'div', 'lectern preview', content), progress, outline, term, speaker, words };

  /** A paragraph in which `part` stands where the text has the same words. */
  function paragraphAround(key: MessageKey, part: HTMLElement): HTMLParagraphElement {
    const [before = '', ...after] = translate(key).split(part.textContent ?? '');
    const rest = after.length > 0 ? [part, after.join(part.textContent ?? '')] : [];
    return element(document, 'p', '', before, ...rest);
  }
}
