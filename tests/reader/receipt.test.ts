import { describe, expect, it, vi } from 'vitest';
import { createReceiptPart, type ReceiptMemory } from '../../src/reader/receipt.ts';
import { PARAGRAPHS } from '../article/page.ts';
import { english, mountView } from './mounted-view.ts';
import { type ReceiptStage, showPage, textsOf } from './receipt-stage.ts';
import { clickAsPerson, clickAsScript } from './trusted-click.ts';

const LETTER = '<div class="newsletter-signup"><p>Sign up for our letter about the wall.</p></div>';
const ADVERTISEMENTS = '<p>Advertisement</p><p>Share this story</p><p>Advertisement</p>';
const ARCHIVE =
  'In 1931 the first wall was built by hand in nineteen weeks by forty men who had never seen the sea, and it held.';
const REST_OF_PAGE = `<section><h2>Archive</h2><p>${ARCHIVE}</p></section>`;

function setUp(inside: string, after = '', { isPrivate = false, isFull = false } = {}) {
  const stage = showPage(inside, after);
  const store = async () => {
    if (isFull) throw new Error('the disk is full');
  };
  const memory = {
    isPrivate,
    keep: vi.fn<ReceiptMemory['keep']>(store),
    forget: vi.fn<ReceiptMemory['forget']>(store),
  };
  const part = createReceiptPart({ document: stage.mounted.document, translate: english }, memory);
  const { find } = stage.mounted;
  const named = (name: string) => {
    const found = [...stage.mounted.view.root.querySelectorAll('.receipt button, .receipt a')].filter((one) =>
      one.getAttribute('aria-label')?.startsWith(name),
    );
    const [first] = found;
    if (!first || found.length > 1) throw new Error(`${found.length} controls named ${name}`);
    return first as HTMLElement;
  };
  return { ...stage, part, memory, find, named, open: () => part.toggle(stage.subject) };
}

const headings = ({ mounted }: ReceiptStage) =>
  [...mounted.view.root.querySelectorAll('.receipt h3')].map(({ textContent }) => textContent);

describe('the button under the headline', () => {
  it('tells how much was taken out, in words for one and for more', () => {
    expect(setUp('<p>Advertisement</p>').find('.receipt-button').textContent).toBe('1 thing was taken out');
    expect(setUp(ADVERTISEMENTS).find('.receipt-button').textContent).toBe('3 things were taken out');
  });

  it('is not there where nothing was', () => {
    const { mounted, subject } = showPage('');
    expect(mounted.view.root.querySelector('.receipt-button')).toBeNull();
    expect(subject.shown.receiptButton).toBeNull();
  });

  it('obeys a person and no script', () => {
    const { mounted, find } = setUp('<p>Advertisement</p>');
    clickAsScript(find('.receipt-button'));
    expect(mounted.togglePart).not.toHaveBeenCalled();
    clickAsPerson(find('.receipt-button'));
    expect(mounted.togglePart.mock.calls).toEqual([['receipt']]);
  });

  it('says whether the list is open, and which it opens', () => {
    const { find, open } = setUp('<p>Advertisement</p>');
    const state = () => [find('.receipt-button').getAttribute('aria-expanded'), find('.receipt').hidden];
    expect(find('.receipt-button').getAttribute('aria-expanded')).toBe('false');
    open();
    expect(state()).toEqual(['true', false]);
    expect(find('.receipt-button').getAttribute('aria-controls')).toBe(find('.receipt').id);
    open();
    expect(state()).toEqual(['false', true]);
  });
});

describe('the list', () => {
  it('is a named region with the reasons as headings and each text once', () => {
    const { mounted, find, open, ...stage } = setUp(LETTER + ADVERTISEMENTS);
    open();
    expect(find('.receipt').localName).toBe('section');
    expect(find(`#${find('.receipt').getAttribute('aria-labelledby')}`).textContent).toBe('What was taken out');
    expect(headings({ mounted, ...stage })).toEqual([
      'A mark or box for advertising (2)',
      'An invitation to sign up, subscribe or follow (1)',
      'Buttons for sharing the article (1)',
    ]);
    expect([...mounted.view.root.querySelectorAll('.receipt-entry')].map((one) => one.textContent)).toEqual([
      'Advertisement2 timesPut backShow in the article',
      'Sign up for our letter about the wall.Put backShow in the article',
      'Share this storyPut backShow in the article',
    ]);
  });

  it('shows the start of a long text and holds the rest behind it, with no word lost', () => {
    const words = Array.from({ length: 90 }, (_, index) => `word${index}`).join(' ');
    const { find, open } = setUp(LETTER.replace('our letter', `our ${words}`));
    open();
    const start = find('.receipt-text summary').textContent ?? '';
    const rest = find('.receipt-text > p').textContent ?? '';
    expect(start.length).toBeLessThanOrEqual(181);
    expect(`${start.slice(0, -1)}${rest.slice(1)}`).toBe(`Sign up for our ${words} about the wall.`);
    expect(find('.receipt-text').lang).toBe('en');
  });

  it('ends with prose of the page that nobody decided about, where the page still stands', () => {
    const { subject, part, named, ...stage } = setUp('<p>Advertisement</p>', REST_OF_PAGE);
    part.toggle(subject);
    expect(headings({ subject, ...stage })).toEqual([
      'A mark or box for advertising (1)',
      'Left behind with the rest of the page (1)',
    ]);
    clickAsPerson(named('Put back: In 1931'));
    expect(textsOf({ subject, ...stage })).toEqual([...PARAGRAPHS.slice(0, 1), ...PARAGRAPHS.slice(1), ARCHIVE]);

    const alone = setUp('<p>Advertisement</p>', REST_OF_PAGE);
    alone.part.toggle({ ...alone.subject, source: null });
    expect(headings(alone)).toEqual(['A mark or box for advertising (1)']);
  });

  it('tells that a private window remembers nothing', () => {
    const { find, open } = setUp('<p>Advertisement</p>', '', { isPrivate: true });
    open();
    expect(find('.receipt').textContent).toContain('In a private window nothing of this is remembered.');
  });
});

describe('"Put back"', () => {
  it('puts every piece of a text back, marks it, and becomes "Take out again"', () => {
    const { find, open, named, mounted, ...stage } = setUp(ADVERTISEMENTS);
    open();
    const change = named('Put back: Advertisement');
    change.focus();
    clickAsPerson(change);
    expect(textsOf(stage).slice(0, 4)).toEqual([PARAGRAPHS[0], 'Advertisement', 'Advertisement', PARAGRAPHS[1]]);
    expect([change.textContent, change.getAttribute('aria-label')]).toEqual([
      'Take out again',
      'Take out again: Advertisement',
    ]);
    expect(mounted.document.activeElement).toBe(change);
    const labels = [...mounted.view.root.querySelectorAll('.put-back > .put-back-label')];
    expect(labels.map(({ textContent }) => textContent)).toEqual(['You put this back', 'You put this back']);
    const link = named('Show in the article: Advertisement');
    expect(link.hidden).toBe(false);
    expect(find(link.getAttribute('href') ?? '').classList.contains('put-back')).toBe(true);
    clickAsPerson(change);
    expect(textsOf(stage)).toEqual([...PARAGRAPHS]);
    expect([change.textContent, link.hidden]).toEqual(['Put back', true]);
    expect(mounted.view.root.querySelector('.put-back')).toBeNull();
  });

  it('tells those who listen what happened', async () => {
    const { open, named, mounted } = setUp('<p>Advertisement</p>');
    open();
    clickAsPerson(named('Put back: Advertisement'));
    const said = () => mounted.find('[role="status"]').textContent;
    await expect.poll(said).toBe('Put back into the article: Advertisement');
    clickAsPerson(named('Take out again: Advertisement'));
    await expect.poll(said).toBe('Taken out again: Advertisement');
  });

  it('obeys no script', () => {
    const { open, named, ...stage } = setUp('<p>Advertisement</p>');
    open();
    clickAsScript(named('Put back: Advertisement'));
    expect(textsOf(stage)).toEqual([...PARAGRAPHS]);
  });

  it('is remembered for the page until it is taken out again', () => {
    const { open, named, memory } = setUp('<p>Advertisement</p>');
    open();
    clickAsPerson(named('Put back: Advertisement'));
    expect(memory.keep).toHaveBeenCalledExactlyOnceWith(
      'https://bay.example/news/wall',
      expect.stringMatching(/^\w{16}$/),
    );
    clickAsPerson(named('Take out again: Advertisement'));
    expect(memory.forget.mock.calls).toEqual(memory.keep.mock.calls);
  });

  it('stays in the article where it cannot be remembered, and says so', async () => {
    const { open, named, find, ...stage } = setUp('<p>Advertisement</p>', '', { isFull: true });
    open();
    clickAsPerson(named('Put back: Advertisement'));
    await expect.poll(() => find('.receipt-trouble').hidden).toBe(false);
    expect(find('.receipt-trouble').textContent).toContain('did not let Lectern remember it');
    expect(textsOf(stage)).toContain('Advertisement');
    await expect
      .poll(() => stage.mounted.find('[role="status"]').textContent)
      .toMatch(/^Put back into the article: Advertisement This shows/);
  });
});

describe('what is kept for a page', () => {
  /** The name of the one piece that a person put back on an earlier visit. */
  async function keptOf(inside: string, after: string, name: string): Promise<string> {
    const { open, named, memory } = setUp(inside, after);
    open();
    clickAsPerson(named(name));
    return memory.keep.mock.calls[0]?.[1] ?? '';
  }

  it.each([
    ['a line of the article', 'Put back: Advertisement'],
    ['a box of the page', 'Put back: Sign up'],
    ['text that was left behind', 'Put back: In 1931'],
  ])('is there again at the next visit, %s', async (_, name) => {
    const inside = `${LETTER}<p>Advertisement</p>`;
    const piece = await keptOf(inside, REST_OF_PAGE, name);
    const { part, subject, named, memory, mounted, ...stage } = setUp(inside, REST_OF_PAGE);
    part.restore(subject, { address: 'https://bay.example/news/wall#top', pieces: [piece, 'of another day'] });
    expect(textsOf({ subject, ...stage })).toHaveLength(6);
    expect(mounted.find('.put-back > .put-back-label').textContent).toBe('You put this back');
    expect(memory.keep).not.toHaveBeenCalled();
    part.toggle(subject);
    clickAsPerson(named(name.replace('Put back', 'Take out again')));
    expect(textsOf({ subject, ...stage })).toEqual([...PARAGRAPHS]);
    expect(memory.forget).toHaveBeenCalledExactlyOnceWith('https://bay.example/news/wall', piece);
  });

  it('is there once where another view takes the article over, marked as before', async () => {
    const piece = await keptOf('<p>Advertisement</p>', '', 'Put back: Advertisement');
    const { part, subject, article } = setUp('<p>Advertisement</p>');
    const kept = { address: subject.address, pieces: [piece] };
    part.restore(subject, kept);
    const other = mountView();
    const next = { shown: other.view.showArticle(article), address: subject.address, source: null };
    const memory = { isPrivate: false, keep: vi.fn<ReceiptMemory['keep']>(), forget: vi.fn<ReceiptMemory['forget']>() };
    createReceiptPart({ document: other.document, translate: english }, memory).restore(next, kept);
    expect(textsOf({ article, subject: next }).filter((text) => text === 'Advertisement')).toHaveLength(1);
    expect(other.find('.put-back').textContent).toBe('You put this backAdvertisement');
  });

  it('is not put into another page', async () => {
    const piece = await keptOf('<p>Advertisement</p>', '', 'Put back: Advertisement');
    const { part, subject, ...stage } = setUp('<p>Advertisement</p>');
    part.restore(subject, { address: 'https://bay.example/news/ferry', pieces: [piece] });
    expect(textsOf({ subject, ...stage })).toEqual([...PARAGRAPHS]);
  });
});
