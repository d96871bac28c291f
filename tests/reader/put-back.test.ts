import { describe, expect, it } from 'vitest';
import type { Article, Removal } from '../../src/article/article.ts';
import { PutBack } from '../../src/reader/put-back.ts';
import { PARAGRAPHS } from '../article/page.ts';
import { mountView } from './mounted-view.ts';
import { showPage, textsOf } from './receipt-stage.ts';

const [FIRST, SECOND, ...REST] = PARAGRAPHS;

function putBackOf(stage: ReturnType<typeof showPage>) {
  return new PutBack(stage.mounted.document, stage.subject.shown, stage.source);
}

/** The one removal with this text. */
function removalOf({ removed }: Article, text: string): Removal {
  const found = removed.filter((removal) => removal.text.includes(text));
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${found.length} removals with ${text}`);
  return first;
}

describe('a line taken out of the article', () => {
  it('comes back at its place as a block of its own, and goes again without a trace', () => {
    const stage = showPage('<p class="promo">Advertisement</p>');
    const before = [stage.article.blocks.map(({ id }) => id), stage.subject.shown.content.innerHTML];
    const pieces = putBackOf(stage);
    const removal = removalOf(stage.article, 'Advertisement');
    pieces.putBack(removal);
    expect(textsOf(stage)).toEqual([FIRST, 'Advertisement', SECOND, ...REST]);
    const back = stage.subject.shown.content.querySelector('[data-block^="back-"]');
    expect([back?.localName, back?.getAttribute('data-kind'), back?.hasAttribute('class')]).toEqual([
      'p',
      'paragraph',
      false,
    ]);
    expect(new Set(stage.article.blocks.map(({ id }) => id)).size).toBe(stage.article.blocks.length);
    pieces.takeOut(removal);
    expect([stage.article.blocks.map(({ id }) => id), stage.subject.shown.content.innerHTML]).toEqual(before);
    expect(textsOf(stage)).toEqual(PARAGRAPHS.slice());
  });

  it('is put back once, however often it is asked for', () => {
    const stage = showPage('<p>Advertisement</p>');
    const pieces = putBackOf(stage);
    const removal = removalOf(stage.article, 'Advertisement');
    pieces.putBack(removal);
    pieces.putBack(removal);
    expect(textsOf(stage)).toHaveLength(6);
  });

  it('stands after a list, not in it, where it was a paragraph', () => {
    const stage = showPage(
      '<ul><li>Two new ramps at the quay</li><li>One new bench there</li></ul><p>Advertisement</p>',
    );
    putBackOf(stage).putBack(removalOf(stage.article, 'Advertisement'));
    expect(stage.subject.shown.content.querySelectorAll('ul [data-block^="back-"]')).toHaveLength(0);
    expect(textsOf(stage)[3]).toBe('Advertisement');
  });

  it('stands after the frame of a table, not in it', () => {
    const table = '<table><tr><th>Year</th><th>Metres</th></tr><tr><td>1931</td><td>400</td></tr></table>';
    const stage = showPage(`${table}<p>Advertisement</p>`);
    putBackOf(stage).putBack(removalOf(stage.article, 'Advertisement'));
    expect(stage.subject.shown.content.querySelector('.table-frame')?.children).toHaveLength(1);
    expect(stage.article.blocks.map(({ text }) => text).indexOf('Advertisement')).toBe(2);
  });
});

describe('several pieces at one place', () => {
  it('stand in their order, whichever comes back first', () => {
    const stage = showPage('<p>Advertisement</p><p>Share this story</p>');
    const pieces = putBackOf(stage);
    pieces.putBack(removalOf(stage.article, 'Share'));
    pieces.putBack(removalOf(stage.article, 'Advertisement'));
    expect(textsOf(stage).slice(0, 4)).toEqual([FIRST, 'Advertisement', 'Share this story', SECOND]);
  });

  it('stand in the order of the page when they come from there', () => {
    const box = (text: string) => `<div class="newsletter-signup"><p>${text}</p></div>`;
    const stage = showPage(`${box('Our letter on Monday')}${box('Our letter on Friday')}`);
    const pieces = putBackOf(stage);
    pieces.putBack(removalOf(stage.article, 'Friday'));
    pieces.putBack(removalOf(stage.article, 'Monday'));
    expect(textsOf(stage).slice(0, 4)).toEqual([FIRST, 'Our letter on Monday', 'Our letter on Friday', SECOND]);
  });
});

describe('pieces side by side', () => {
  it('do not stand in one another, and each goes alone', () => {
    const list = '<div><ul><li>One letter</li><li>Another letter</li></ul></div>';
    const stage = showPage(
      `<div class="newsletter-signup">${list}</div><div class="share-bar">${list.replaceAll('letter', 'button')}</div>`,
    );
    const pieces = putBackOf(stage);
    const letters = removalOf(stage.article, 'One letter');
    for (const text of ['One letter', 'One button']) pieces.putBack(removalOf(stage.article, text));
    expect(textsOf(stage).slice(0, 6)).toEqual([
      FIRST,
      'One letter',
      'Another letter',
      'One button',
      'Another button',
      SECOND,
    ]);
    pieces.takeOut(letters);
    expect(textsOf(stage).slice(0, 4)).toEqual([FIRST, 'One button', 'Another button', SECOND]);
    pieces.putBack(letters);
    expect(textsOf(stage).slice(0, 3)).toEqual([FIRST, 'One letter', 'Another letter']);
  });
});

describe('a box of the live page', () => {
  const LETTER =
    '<div class="newsletter-signup"><h3>Our letter</h3><p onclick="steal()">Sign up <a href="/letter">here</a>.</p>' +
    '<script>steal()</script><img src="x" onerror="steal()"></div>';

  it('comes back sanitised, in blocks of its own, where it stood on the page', () => {
    const stage = showPage(LETTER);
    const pieces = putBackOf(stage);
    pieces.putBack(removalOf(stage.article, 'Our letter'));
    expect(textsOf(stage)).toEqual([FIRST, 'Our letter', 'Sign up here.', SECOND, ...REST]);
    expect(stage.article.blocks.slice(1, 3).map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
    const { content } = stage.subject.shown;
    expect(content.querySelectorAll('script, [onclick], [onerror]')).toHaveLength(0);
    expect(content.querySelector('a')?.getAttribute('href')).toBe('https://bay.example/letter');
    expect(stage.page.document.querySelectorAll('.newsletter-signup')).toHaveLength(1);
  });

  it('comes back as its text where it cannot be read any more', () => {
    const stage = showPage(LETTER);
    const broken = { ...stage.source, readPart: () => Reflect.get({}, 'missing').content };
    new PutBack(stage.mounted.document, stage.subject.shown, broken).putBack(removalOf(stage.article, 'Our letter'));
    expect(textsOf(stage)[1]).toBe('Our letter Sign up here .');
  });

  it('comes back at the end where the page has taken it away', () => {
    const stage = showPage(LETTER);
    stage.page.document.querySelector('.newsletter-signup')?.remove();
    putBackOf(stage).putBack(removalOf(stage.article, 'Our letter'));
    expect(textsOf(stage).slice(-2)).toEqual(['Our letter', 'Sign up here.']);
  });
});

describe('an article without its page', () => {
  const removal = (text: string, changes: Partial<Removal>): Removal => ({
    rule: 'advertisement',
    reason: 'removedAdvertisement',
    text,
    element: null,
    origin: 'article',
    after: null,
    ...changes,
  });

  function shown(removed: Removal[], html: string, ids: string[]) {
    const mounted = mountView();
    const blocks = ids.map((id) => ({
      id,
      kind: id === 'b0' ? ('standfirst' as const) : ('paragraph' as const),
      text: id,
    }));
    const article = mounted.article(html, { blocks, removed });
    const part = mounted.view.showArticle(article);
    return { mounted, article, shown: part, pieces: new PutBack(mounted.document, part, null) };
  }

  const PARAGRAPHS_OF_IDS = ['b0', 'b2', 'b5'];
  const HTML = PARAGRAPHS_OF_IDS.map((id) => `<p data-block="${id}">${id}</p>`).join('');

  it.each([
    ['under the standfirst, which stands with the headline', { after: null }, ['b0', 'back-0-0', 'b2', 'b5']],
    ['after its block', { after: 'b2' }, ['b0', 'b2', 'back-0-0', 'b5']],
    ['after the one before, where its block is gone', { after: 'b4' }, ['b0', 'b2', 'back-0-0', 'b5']],
    ['at the end, when it stood elsewhere on the page', { origin: 'page' as const }, ['b0', 'b2', 'b5', 'back-0-0']],
  ])('puts a line back %s', (_, changes, ids) => {
    const lines = [removal('Advertisement', changes)];
    const { article, shown: part, pieces } = shown(lines, HTML, PARAGRAPHS_OF_IDS);
    pieces.putBack(lines[0] ?? removal('', {}));
    expect(article.blocks.map(({ id }) => id)).toEqual(ids);
    const inView = [...part.content.querySelectorAll('[data-block]')].map((one) => one.getAttribute('data-block'));
    expect(inView).toEqual(ids.filter((id) => id !== 'b0'));
  });

  it.each([
    ['between two items', 'b2', ['b2', 'back-0-0', 'b5']],
    ['after the last item', 'b5', ['b2', 'b5', 'back-0-0']],
  ])('puts an item back into its list, %s', (_, after, ids) => {
    const { implementation } = mountView().document;
    const item = implementation.createHTMLDocument('').createElement('li');
    item.className = 'promoted';
    item.textContent = 'Advertisement';
    const lines = [removal('Advertisement', { element: item, after })];
    const list = '<ul><li data-block="b2">b2</li><li data-block="b5">b5</li></ul>';
    const { article, shown: part, pieces } = shown(lines, `<p data-block="b0">b0</p>${list}`, PARAGRAPHS_OF_IDS);
    pieces.putBack(lines[0] ?? removal('', {}));
    for (const root of [part.content, article.content]) {
      const items = [...root.querySelectorAll('ul > li')].map((one) => one.querySelector('*') ?? one);
      expect(items.map((one) => one.getAttribute('data-block'))).toEqual(ids);
      expect(root.querySelectorAll('ul > :not(li), .promoted')).toHaveLength(0);
    }
    expect(article.blocks.find(({ id }) => id === 'back-0-0')?.kind).toBe('list-item');
    expect(item.className).toBe('promoted');
  });

  it('knows what was already put back when the page still stood, and takes it out again', () => {
    const lines = [removal('Other', {}), removal('Letter', { origin: 'page' })];
    const html = `${HTML}<div><h2 data-block="back-1-0">Letter</h2><p data-block="back-1-1">Sign up</p></div>`;
    const ids = [...PARAGRAPHS_OF_IDS, 'back-1-0', 'back-1-1'];
    const { article, shown: part, pieces } = shown(lines, html, ids);
    expect([...pieces.placed.keys()]).toEqual([lines[1]]);
    expect(pieces.placed.get(lines[1] ?? removal('', {}))?.inView.localName).toBe('div');
    pieces.takeOut(lines[1] ?? removal('', {}));
    expect(article.blocks.map(({ id }) => id)).toEqual(PARAGRAPHS_OF_IDS);
    expect(part.content.textContent).toBe('b2b5');
    expect(article.content.textContent).toBe('b0b2b5');
  });
});
