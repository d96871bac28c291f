import type { JSDOM } from 'jsdom';
import type { Article } from '../../src/article/article.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { readFragments } from '../../src/article/read-selection.ts';
import type { ArticleSource, ReceiptSubject } from '../../src/reader/ports.ts';
import { articlePage, pageOf } from '../article/page.ts';
import { toolsFor } from '../article/reading-tools.ts';
import { type MountedView, mountView } from './mounted-view.ts';

/** A page, the article that was read from it, and the view that shows it. */
export interface ReceiptStage {
  page: JSDOM['window'];
  mounted: MountedView;
  article: Article;
  source: ArticleSource;
  subject: ReceiptSubject;
}

/** Reads and shows an article of five paragraphs; `inside` stands after the first of them, `after` behind the article. */
export function showPage(inside: string, after = ''): ReceiptStage {
  const page = pageOf(articlePage(inside).replace('</article>', `</article>${after}`));
  const tools = toolsFor(page);
  const reading = readArticle(page.document, tools);
  if (!reading) throw new Error('no article');
  const source: ArticleSource = {
    document: page.document,
    readPart: (element) => readFragments([element], page.document, tools, 'kept'),
  };
  const mounted = mountView();
  const shown = mounted.view.showArticle(reading.article);
  const subject = { shown, address: reading.article.url, source };
  return { page, mounted, article: reading.article, source, subject };
}

/** The texts of the article as they stand in its data, in its data's elements, and in the view: all three must agree. */
export function textsOf({ article, subject }: Pick<ReceiptStage, 'article' | 'subject'>): string[] {
  const data = article.blocks.map(({ id, text }) => `${id} ${text}`);
  const lines = (root: ParentNode) =>
    [...root.querySelectorAll('[data-block]')].map(
      (element) => `${element.getAttribute('data-block')} ${element.textContent?.replace(/\s+/g, ' ').trim()}`,
    );
  for (const root of [article.content, subject.shown.content])
    if (JSON.stringify(lines(root)) !== JSON.stringify(data))
      throw new Error(`not in step:\n${lines(root).join('\n')}\nand the blocks:\n${data.join('\n')}`);
  return article.blocks.map(({ text }) => text);
}
