import { afterEach, describe, expect, it, vi } from 'vitest';
import { mountView } from './mounted-view.ts';
import { clickAsPerson, clickAsScript } from './trusted-click.ts';

describe('the article', () => {
  it('is a document of its own in the language and direction of the article', () => {
    const { view, article, find } = mountView();
    view.showArticle(article('<p>نص</p>', { language: 'ar', direction: 'rtl' }));
    expect([find('[role="document"]').lang, find('[role="document"]').dir]).toEqual(['ar', 'rtl']);
    expect(find('.main > [role="document"] > article').contains(find('.content p'))).toBe(true);
  });

  it('says "unknown", not the language of the interface, where the page names none', () => {
    const { view, article, find } = mountView();
    view.showArticle(article('<p>Tekst</p>', { language: null }));
    expect(find('[role="document"]').getAttribute('lang')).toBe('');
  });

  it('has its headline as the one h1, which can take the focus and is no Tab stop', () => {
    const { view, article, find, document } = mountView();
    view.showArticle(article('<p>Text</p>'));
    view.focusStart();
    expect(document.activeElement).toBe(find('h1'));
    expect([find('h1').textContent, find('h1').tabIndex]).toEqual(['The headline', -1]);
  });

  it('keeps the blocks, and can be shown twice', () => {
    const { view, article, find } = mountView();
    const shown = article(
      '<h2 data-block="b1">Part</h2><p data-block="b2">Text <a href="https://e.example/">link</a></p>',
      {
        blocks: [
          { id: 'b1', kind: 'heading', text: 'Part' },
          { id: 'b2', kind: 'paragraph', text: 'Text link' },
        ],
      },
    );
    view.showArticle(shown);
    view.showNotice({ heading: 'Wait', sentences: [], actions: [], busy: true });
    view.showArticle(shown);
    expect(find('.content').innerHTML).toBe(
      '<h2 data-block="b1" data-kind="heading">Part</h2>' +
        '<p data-block="b2" data-kind="paragraph">Text <a href="https://e.example/">link</a></p>',
    );
  });

  it('names site, author, date and reading time, with its own words in its own language', () => {
    const { view, article, find } = mountView({ locale: 'de' });
    const text = 'word '.repeat(238 * 3);
    view.showArticle(
      article('<p>x</p>', {
        language: 'fr',
        siteName: 'Le Port',
        byline: 'Zoé Marin',
        publishedTime: '2024-03-14',
        blocks: [{ id: 'b1', kind: 'paragraph', text }],
      }),
    );
    expect(find('.site').textContent).toBe('Le Port');
    expect(find('.byline').textContent).toBe('Author: Zoé Marin');
    expect(find('.byline .unseen').lang).toBe('en');
    expect(find('time').textContent).toBe('14. März 2024');
    expect([find('time').getAttribute('datetime'), find('time').lang]).toEqual(['2024-03-14', 'de']);
    expect([...view.root.querySelectorAll<HTMLElement>('.fact')].map((fact) => [fact.textContent, fact.lang])).toEqual([
      ['Published: 14. März 2024', ''],
      ['3 minutes to read', 'en'],
      ['Original page', 'en'],
    ]);
  });

  it('leaves out what the page does not say', () => {
    const { view, article } = mountView();
    view.showArticle(article('<p>Text</p>', { publishedTime: 'yesterday', url: 'javascript:alert(1)' }));
    expect(view.root.querySelectorAll('.site, .byline, .standfirst, .fact, time')).toHaveLength(0);
  });

  it('puts the standfirst under the headline, once', () => {
    const { view, article, find } = mountView();
    const blocks = [{ id: 's', kind: 'standfirst' as const, text: 'In short.' }];
    view.showArticle(article('<p data-block="s">In short.</p><p>Text</p>', { standfirst: 'In short.', blocks }));
    expect(find('h1').nextElementSibling).toBe(find('[data-block="s"]'));
    expect(find('.content').textContent).toBe('Text');
    view.showArticle(article('<p>Text</p>', { standfirst: 'In short.', blocks }));
    expect(find('h1').nextElementSibling).toBe(find('.standfirst[data-block="s"]'));
  });
});

describe('the way to the original page', () => {
  const click = (url: string, press: (link: Element) => void) => {
    const { view, article, find, close } = mountView({ url });
    view.showArticle(article('<p>Text</p>'));
    let prevented = false;
    view.root.addEventListener('click', (event) => {
      prevented = event.defaultPrevented;
      event.preventDefault();
    });
    press(find('.facts a'));
    return { closed: close.mock.calls.length, prevented };
  };

  it('closes the view where that page lies behind', () => {
    expect(click('https://news.example/story', clickAsPerson)).toEqual({ closed: 1, prevented: true });
    expect(click('https://news.example/story', clickAsScript)).toEqual({ closed: 0, prevented: true });
  });

  it('is a plain link elsewhere, and where a new tab is asked for', () => {
    expect(click('https://other.example/', clickAsPerson)).toEqual({ closed: 0, prevented: false });
    const withControl = (link: Element) => clickAsPerson(link, { ctrlKey: true });
    expect(click('https://news.example/story', withControl)).toEqual({ closed: 0, prevented: false });
  });
});

describe('links within the article', () => {
  const HTML =
    '<p>Text<sup><a id="ref" href="#note-1%20a">1</a></sup></p><a name="old">Old</a><a href="#old">o</a>' +
    '<ol><li id="note-1 a">A note <a class="back" href="#ref">back</a></li></ol><a class="nowhere" href="#none">n</a>';

  it('lead to a note and back, with the focus, and leave the page alone', () => {
    const { view, article, find, document } = mountView();
    view.showArticle(article(HTML));
    const scrolled: string[] = [];
    const window = document.defaultView;
    if (!window) throw new Error('no window');
    window.Element.prototype.scrollIntoView = function scrollIntoView() {
      scrolled.push(this.id || this.getAttribute('name') || '');
    };
    expect(clickAsPerson(find('#ref')).defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(find('li'));
    expect(find('li').tabIndex).toBe(-1);
    clickAsPerson(find('.back'));
    expect(document.activeElement).toBe(find('#ref'));
    // A link is a Tab stop already and stays one.
    expect(find('#ref').hasAttribute('tabindex')).toBe(false);
    clickAsPerson(find('[href="#old"]'));
    expect(scrolled).toEqual(['note-1 a', 'ref', 'old']);
    expect(window.location.hash).toBe('');
  });

  it('do nothing for a script, nor where they lead nowhere', () => {
    const { view, article, find, document } = mountView();
    view.showArticle(article(HTML));
    const focused = document.activeElement;
    expect(clickAsScript(find('#ref')).defaultPrevented).toBe(true);
    expect(clickAsPerson(find('.nowhere')).defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(focused);
  });
});

describe('pictures', () => {
  it('are fetched when they come near, and decoded beside the page', () => {
    const { view, article, find } = mountView();
    view.showArticle(article('<img src="https://e.example/a.jpg" alt="A">'));
    expect([find('img').getAttribute('loading'), find('img').getAttribute('decoding')]).toEqual(['lazy', 'async']);
  });

  it('give way to their words when they do not come', () => {
    const { view, article, find } = mountView();
    view.showArticle(
      article('<img src="https://e.example/a.jpg" alt=" A chart "><p><img src="https://e.example/b.jpg" alt=""></p>'),
    );
    for (const image of view.root.querySelectorAll('img')) {
      const { Event } = image.ownerDocument.defaultView ?? globalThis;
      image.dispatchEvent(new Event('error'));
      expect(image.hidden).toBe(true);
    }
    expect(find('.missing').textContent).toBe('Picture not available: A chart');
  });
});

describe('tables', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const observed = () => {
    const callbacks: ((entries: { target: Element }[]) => void)[] = [];
    const disconnect = vi.fn();
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe = vi.fn();
        disconnect = disconnect;
        constructor(callback: (entries: { target: Element }[]) => void) {
          callbacks.push(callback);
        }
      },
    );
    return { disconnect, resize: (target: Element) => callbacks.forEach((callback) => void callback([{ target }])) };
  };

  it('are a Tab stop with a name only while they are wider than the column', () => {
    const { resize, disconnect } = observed();
    const { view, article, find } = mountView();
    view.showArticle(article('<table><caption>Tides</caption><tr><td><table></table></td></tr></table>'));
    const frame = find('.table-frame');
    const attributes = () => ['tabindex', 'role', 'aria-label'].map((name) => frame.getAttribute(name));
    expect(attributes()).toEqual([null, null, null]);

    Object.defineProperty(frame, 'clientWidth', { value: 300 });
    Object.defineProperty(frame, 'scrollWidth', { value: 900, configurable: true });
    resize(find('.table-frame > table'));
    expect(attributes()).toEqual(['0', 'region', 'Tides']);
    Object.defineProperty(frame, 'scrollWidth', { value: 300 });
    resize(frame);
    expect(attributes()).toEqual([null, null, null]);

    view.dispose();
    expect(disconnect).toHaveBeenCalledOnce();
  });
});
