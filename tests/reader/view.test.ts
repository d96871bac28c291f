import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Notice } from '../../src/reader/ports.ts';
import { mountView } from './mounted-view.ts';
import { clickAsPerson, clickAsScript } from './trusted-click.ts';

const NOTICE: Notice = { heading: 'No article here', sentences: ['Why.', 'What next.'], actions: [], busy: false };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the frame of the view', () => {
  it('is a scroller that is no Tab stop, in the language of its words', () => {
    const { view } = mountView({ messages: { languageOfMessages: 'ar', directionOfMessages: 'rtl' } });
    expect([view.root.className, view.root.tabIndex, view.root.lang, view.root.dir]).toEqual([
      'lectern',
      -1,
      'ar',
      'rtl',
    ]);
  });

  it('has a named group of buttons with names', () => {
    const { find } = mountView();
    expect(find('[role="group"]').getAttribute('aria-label')).toBe('Reading tools');
    const buttons = [...find('[role="group"]').children].filter((one) => !one.hasAttribute('hidden'));
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['Close']);
    expect(buttons[0]?.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('closes for a person and not for a script of the page', () => {
    const { find, close } = mountView();
    const closeButton = find('.tool[aria-keyshortcuts="Escape"]');
    clickAsScript(closeButton);
    closeButton.click();
    expect(close).not.toHaveBeenCalled();
    clickAsPerson(closeButton);
    expect(close).toHaveBeenCalledOnce();
  });

  it.each(['speakers', 'glossary'] as const)('offers the panel %s of an article, and none of a notice', (name) => {
    const { view, article, togglePart } = mountView();
    const { [name]: panelButton } = view.showArticle(article('<p>Text</p>')).panelButtons;
    expect(panelButton.hidden).toBe(false);
    clickAsScript(panelButton);
    expect(togglePart).not.toHaveBeenCalled();
    clickAsPerson(panelButton);
    expect(togglePart.mock.calls).toEqual([[name]]);
    view.showNotice(NOTICE);
    expect(panelButton.hidden).toBe(true);
  });

  it('offers to listen to an article, and not to a notice', () => {
    const { view, article, togglePart } = mountView();
    const { listenButton } = view.showArticle(article('<p>Text</p>'));
    expect([listenButton.hidden, listenButton.textContent]).toEqual([false, 'Listen']);
    clickAsScript(listenButton);
    expect(togglePart).not.toHaveBeenCalled();
    clickAsPerson(listenButton);
    expect(togglePart.mock.calls).toEqual([['listening']]);
    view.showNotice(NOTICE);
    expect(listenButton.hidden).toBe(true);
  });

  it('listens to an article with the key K, where the settings want it, and leaves it to lists and fields', () => {
    const { view, article, document, togglePart, change } = mountView();
    view.showNotice(NOTICE);
    expect(view.pressKey('k')).toBe(false);
    const { listenButton, stage } = view.showArticle(article('<p>Text</p>'));
    expect(listenButton.getAttribute('aria-keyshortcuts')).toBe('K');
    expect([view.pressKey('k'), view.pressKey('K')]).toEqual([true, true]);
    expect(togglePart.mock.calls).toEqual([['listening'], ['listening']]);
    for (const name of ['select', 'input', 'textarea']) {
      const field = stage.appendChild(document.createElement(name));
      field.focus();
      expect(view.pressKey('k')).toBe(false);
      field.remove();
    }
    change({ singleKeys: 'off' });
    expect(view.pressKey('k')).toBe(false);
    expect(listenButton.hasAttribute('aria-keyshortcuts')).toBe(false);
    expect(togglePart).toHaveBeenCalledTimes(2);
  });

  it('hands keys to what asked last, as long as its article is on show', () => {
    const { view, article } = mountView();
    const { answerKeys } = view.showArticle(article('<p>Text</p>'));
    const asked: string[] = [];
    for (const name of ['first', 'last'])
      answerKeys((key) => {
        asked.push(`${name} ${key}`);
        return key === name;
      });
    expect([view.pressKey('last'), view.pressKey('first'), view.pressKey('other')]).toEqual([true, true, false]);
    expect(asked).toEqual(['last last', 'last first', 'first first', 'last other', 'first other']);
    view.showArticle(article('<p>Another</p>'));
    expect(view.pressKey('last')).toBe(false);
  });

  it('makes its elements where the page shadows the methods of its document', () => {
    const { view, article, find, document } = mountView({
      shadowed: ['createElement', 'createElementNS', 'importNode', 'URL'],
    });
    expect(document.createElementNS).not.toBeTypeOf('function');
    view.showArticle(article('<p>Text</p>'));
    expect(find('h1').textContent).toBe('The headline');
  });
});

describe('settings', () => {
  it('are applied at once and with each change, until the view is disposed of', () => {
    const { view, change } = mountView();
    const applied = () => [
      view.root.dataset.theme,
      view.root.style.getPropertyValue('--font-size'),
      view.root.style.getPropertyValue('--line-width'),
    ];
    expect(applied()).toEqual(['system', '20px', '66']);
    change({ theme: 'sepia', fontSize: 28, lineWidth: 50 });
    expect(applied()).toEqual(['sepia', '28px', '50']);
    view.dispose();
    change({ theme: 'dark' });
    expect(applied()[0]).toBe('sepia');
  });
});

describe('a notice', () => {
  it('takes the focus with its heading and has its sentences announced', () => {
    const { view, find, document } = mountView();
    view.showNotice(NOTICE);
    expect(document.activeElement).toBe(find('.notice h1'));
    expect(document.activeElement?.textContent).toBe('No article here');
    const region = find('[role="status"]');
    expect([region.getAttribute('aria-live'), region.textContent]).toEqual(['polite', '']);
    vi.runAllTimers();
    expect(region.textContent).toBe('Why. What next.');
  });

  it('says while it is busy that it is, and for how long nobody knows', () => {
    const { view, find } = mountView();
    view.showNotice({ ...NOTICE, busy: true });
    expect(find('progress').hasAttribute('value')).toBe(false);
    expect(find('progress').getAttribute('aria-label')).toBe('No article here');
    view.showNotice(NOTICE);
    expect(view.root.querySelector('progress')).toBeNull();
  });

  it('runs an action for a person alone', () => {
    const { view, find } = mountView();
    const run = vi.fn();
    view.showNotice({ ...NOTICE, actions: [{ label: 'Show it', run }] });
    clickAsScript(find('.action'));
    expect(run).not.toHaveBeenCalled();
    clickAsPerson(find('.action'));
    expect(run).toHaveBeenCalledOnce();
  });

  it('gives way to an article, which takes the focus and ends the announcement', () => {
    const { view, find, article, document } = mountView();
    view.showNotice(NOTICE);
    view.showArticle(article('<p>Text</p>'));
    vi.runAllTimers();
    expect(view.root.querySelector('.notice')).toBeNull();
    expect(document.activeElement).toBe(find('h1.title'));
    expect(find('[role="status"]').textContent).toBe('');
  });
});

describe('a banner', () => {
  const BANNER = { text: 'The page behind has changed.', actions: [] };

  it('stands above the article, is announced, moves no focus, and goes when it is told to', () => {
    const { view, find, article, document } = mountView();
    view.showArticle(article('<p>Text</p>'));
    const focused = document.activeElement;
    view.showBanner(BANNER);
    vi.runAllTimers();
    expect(find('.banner').nextElementSibling).toBe(find('[role="document"]'));
    expect(find('[role="status"]').textContent).toBe(BANNER.text);
    expect(document.activeElement).toBe(focused);
    view.showBanner(null);
    vi.runAllTimers();
    expect(view.root.querySelector('.banner')).toBeNull();
    expect(find('[role="status"]').textContent).toBe('');
  });

  it('gives the focus back to the start when it goes with a button that had it', () => {
    const { view, find, article, document } = mountView();
    view.showArticle(article('<p>Text</p>'));
    view.showBanner({ ...BANNER, actions: [{ label: 'Read the new page', run: () => view.showBanner(null) }] });
    find('.banner button').focus();
    clickAsPerson(find('.banner button'));
    expect(document.activeElement).toBe(find('h1.title'));
  });

  it('stays when another article takes the place of the first', () => {
    const { view, find, article } = mountView();
    view.showBanner(BANNER);
    view.showArticle(article('<p>Text</p>'));
    expect(find('.banner').textContent).toBe(BANNER.text);
  });
});

describe('an ended view', () => {
  it('announces nothing more', () => {
    const { view, find } = mountView();
    view.showNotice(NOTICE);
    view.dispose();
    vi.runAllTimers();
    expect(find('[role="status"]').textContent).toBe('');
  });
});
