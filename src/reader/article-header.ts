import type { Article } from '../article/article.ts';
import { unclobbered } from '../article/unclobbered.ts';
import { countWords, readingMinutes } from '../text/words.ts';
import { formatPublishedTime } from './dates.ts';
import { element, unseen } from './element.ts';
import type { ReaderPorts } from './ports.ts';
import { createReceiptButton } from './receipt-button.ts';

/**
 * Makes what stands over the article: site, headline, standfirst, who wrote it when, and how much was taken out. Words
 * of Lectern's own carry their own language, since they stand among words of the article's.
 * @param standfirst the element that holds the standfirst in the article, moved here; null where it has none.
 */
export function createArticleHeader(
  ports: ReaderPorts,
  article: Article,
  standfirst: HTMLElement | null,
): { element: HTMLElement; heading: HTMLElement; receiptButton: HTMLButtonElement | null } {
  const { document } = ports;
  const heading = element(document, 'h1', 'title', article.title);
  heading.tabIndex = -1;
  const header = element(document, 'header', 'head');
  if (article.siteName) header.append(element(document, 'p', 'site', article.siteName));
  header.append(heading);
  if (standfirst) header.append(standfirst);
  if (article.byline)
    header.append(
      element(
        document,
        'p',
        'byline',
        inLanguageOfMessages(ports, unseen(document, `${ports.translate('articleAuthor')} `)),
        article.byline,
      ),
    );
  const facts = [publishedTime(), readingTime(), originalPage()].filter((fact) => fact !== null);
  header.append(element(document, 'div', 'facts', ...facts));
  const receiptButton = createReceiptButton(ports, article);
  if (receiptButton) header.append(inLanguageOfMessages(ports, receiptButton));
  return { element: header, heading, receiptButton };

  function publishedTime(): HTMLElement | null {
    const text = article.publishedTime && formatPublishedTime(article.publishedTime, ports.locale);
    if (!article.publishedTime || !text) return null;
    const time = element(document, 'time', '', text);
    time.dateTime = article.publishedTime;
    time.lang = ports.locale;
    time.dir = 'auto';
    return element(
      document,
      'p',
      'fact',
      inLanguageOfMessages(ports, unseen(document, `${ports.translate('articlePublished')} `)),
      time,
    );
  }

  function readingTime(): HTMLElement | null {
    const text = article.blocks.map((block) => block.text).join('\n');
    if (countWords(text, article.language) === 0) return null;
    const minutes = new Intl.NumberFormat(ports.translate('languageOfMessages'), {
      style: 'unit',
      unit: 'minute',
      unitDisplay: 'long',
    }).format(readingMinutes(text, article.language, ports.settings.current().readingPace));
    return inLanguageOfMessages(ports, element(document, 'p', 'fact', ports.translate('articleReadingTime', minutes)));
  }

  /** In the overlay the original page lies right behind: there the way to it is to close. */
  function originalPage(): HTMLElement | null {
    if (!/^(https?|file):/i.test(article.url)) return null;
    const link = element(document, 'a', '', ports.translate('articleOriginal'));
    link.href = article.url;
    link.addEventListener('click', (event) => {
      const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (!isPlain || article.url !== unclobbered(document, 'URL')) return;
      event.preventDefault();
      if (event.isTrusted) ports.close();
    });
    return inLanguageOfMessages(ports, element(document, 'p', 'fact', link));
  }
}

function inLanguageOfMessages(ports: ReaderPorts, made: HTMLElement): HTMLElement {
  made.lang = ports.translate('languageOfMessages');
  made.dir = ports.translate('directionOfMessages');
  return made;
}
