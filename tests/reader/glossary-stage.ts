import { vi } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import type { Meaning, Term } from '../../src/glossary/term.ts';
import { createGlossaryPart } from '../../src/reader/glossary.ts';
import type { GlossaryQuestions, TermsAnswer } from '../../src/reader/glossary-ports.ts';
import { createGlossarySubject } from '../../src/reader/glossary-subject.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { english, mountView } from './mounted-view.ts';
import { blocksOf, fakeHighlights, fakeReadAloud, fakeSettings, spanOf } from './speakers-stage.ts';

const CONVOY = `
  <p data-block="b0">The lorries of the Skerrow Relief Trust (SRT) were loaded with the help of <b>OCHA</b> on Monday.</p>
  <p data-block="b1">According to <a href="#top">OCHA</a>, the envoy of the UN was perfidious. The ceasefire holds.</p>
  <p data-block="b2">OCHA and SRT wait for the PLO.
    The baker of Tarnwick brings bread in the mornings, and he does not charge for any of it.</p>`;

function meaning(changes: Partial<Meaning>): Meaning {
  return {
    source: 'glossary',
    fullName: null,
    kind: null,
    definition: '',
    place: null,
    asOf: '2025-01',
    wikipedia: null,
    ...changes,
  };
}

/** The terms of the article about the lorries, as the background would find them. */
function termsOf({ blocks }: Pick<Article, 'blocks'>): Term[] {
  const term = (id: string, mentions: Term['mentions'], meanings: Meaning[], changes: Partial<Term> = {}): Term => ({
    id,
    term: id,
    level: 1,
    meanings,
    maybe: false,
    shortForm: null,
    mentions,
    ...changes,
  });
  return [
    term(
      'SRT',
      [spanOf(blocks, 'SRT', 'b0'), spanOf(blocks, 'SRT', 'b2')],
      [
        meaning({
          source: 'article',
          fullName: 'Skerrow Relief Trust',
          place: spanOf(blocks, 'Skerrow Relief Trust'),
          asOf: null,
        }),
      ],
      { shortForm: spanOf(blocks, 'SRT', 'b0') },
    ),
    term(
      'OCHA',
      ['b0', 'b1', 'b2'].map((block) => spanOf(blocks, 'OCHA', block)),
      [
        meaning({
          fullName: 'UN Office for the Coordination of Humanitarian Affairs',
          kind: 'UN body',
          definition: 'The UN office that <b>organises</b> aid.',
          wikipedia: 'UN_Office',
        }),
      ],
    ),
    term('UN', [spanOf(blocks, 'UN', 'b1')], [meaning({ definition: 'A body of most countries.' })], { level: 0 }),
    term(
      'PLO',
      [spanOf(blocks, 'PLO')],
      [
        meaning({ fullName: 'Palestine Liberation Organization', definition: 'A Palestinian body.' }),
        meaning({ fullName: 'port logistics officer', definition: 'A person in a port.' }),
      ],
      { maybe: true },
    ),
  ];
}

/** The article about the lorries in a view with its glossary, and a background that a test can speak for. */
export function showConvoy(
  changes: Partial<Settings> = {},
  answers?: (found: Exclude<TermsAnswer, string>) => Exclude<TermsAnswer, 'no-answer'>[],
) {
  const mounted = mountView({ url: 'https://bay.example/news/convoy' });
  const window = mounted.document.defaultView;
  if (!window) throw new Error('the document is in no window');
  const highlights = fakeHighlights(window);
  const scrolledTo = vi.fn<(this: Element) => void>();
  window.Element.prototype.scrollIntoView = scrolledTo;
  // jsdom lays nothing out.
  window.Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  const bare = mounted.article(CONVOY, { title: 'Lorries wait', url: 'https://bay.example/news/convoy' });
  const article: Article = { ...bare, blocks: blocksOf(bare.content) };
  const found = { terms: termsOf(article), known: [] };
  const pending = answers?.(found) ?? [found];
  const questions = {
    askTerms: vi.fn<GlossaryQuestions['askTerms']>(
      async () => (pending.length > 1 ? pending.shift() : pending[0]) ?? found,
    ),
    tellKnown: vi.fn<GlossaryQuestions['tellKnown']>(async () => undefined),
    keepOwnTerm: vi.fn<GlossaryQuestions['keepOwnTerm']>(async () => 'kept'),
    lookUpWord: vi.fn<GlossaryQuestions['lookUpWord']>(async () => 'not-found'),
    lookUpPage: vi.fn<GlossaryQuestions['lookUpPage']>(async () => ({ status: 'offline' })),
  };
  const shown = mounted.view.showArticle(article);
  const readAloud = fakeReadAloud();
  const subject = createGlossarySubject(shown, questions, readAloud);
  const settings = fakeSettings({ ...defaultSettings(), ...changes });
  const part = createGlossaryPart({ document: mounted.document, translate: english, locale: 'en-GB', settings });

  /** Selects words as a person does, and waits until the browser has told of it. */
  const select = async (words: string, block = 'b1') => {
    const [range] = rangesOf(mounted.view.root.querySelector(`[data-block="${block}"]`), words);
    const selection = mounted.document.getSelection();
    if (!range || !selection) throw new Error(`${block} does not say ${words}`);
    selection.removeAllRanges();
    selection.addRange(range);
    mounted.document.dispatchEvent(new window.Event('selectionchange'));
    await vi.waitFor(() => mounted.find('.explain'));
  };
  return {
    ...mounted,
    article,
    found,
    questions,
    shown,
    subject,
    settings,
    readAloud,
    part,
    highlights,
    scrolledTo,
    select,
  };
}

export type ConvoyStage = ReturnType<typeof showConvoy>;

/** Where words stand in one text node of an element. */
function rangesOf(element: Element | null, words: string): Range[] {
  if (!element) return [];
  const { ownerDocument } = element;
  const walker = ownerDocument.createTreeWalker(element, 4);
  const ranges: Range[] = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const start = (text as Text).data.indexOf(words);
    if (start < 0) continue;
    const range = ownerDocument.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + words.length);
    ranges.push(range);
  }
  return ranges;
}

export async function markTerms(stage: ConvoyStage): Promise<ConvoyStage> {
  await stage.part.markTerms(stage.subject);
  return stage;
}

export const marksIn = ({ view }: ConvoyStage) =>
  [...view.root.querySelectorAll<HTMLElement>('.term-mark:not(.unmarked)')].map(
    (mark) => `${mark.closest('[data-block]')?.getAttribute('data-block')} ${mark.textContent}`,
  );
export const markOf = ({ view }: ConvoyStage, words: string) => {
  const mark = [...view.root.querySelectorAll<HTMLElement>('.term-mark')].find((one) => one.textContent === words);
  if (!mark) throw new Error(`no mark on ${words}`);
  return mark;
};
export const cardOf = ({ view }: ConvoyStage) => view.root.querySelector<HTMLElement>('[role="dialog"]');
export const textsIn = (element: Element | null, selector: string) =>
  [...(element?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent);
export const said = ({ find }: ConvoyStage) => find('[role="status"]').textContent;
