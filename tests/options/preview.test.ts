import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPage } from './options-stage.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the preview', () => {
  it('is an article with a headline, a heading, a picture, a quotation and a link', async () => {
    const { preview } = await openPage();
    const article = preview.querySelector('.document');
    for (const selector of ['h3.title', 'h4', 'figure img[alt]', 'figcaption', 'blockquote p', 'p a[href]'])
      expect(article?.querySelector(selector), selector).not.toBeNull();
  });

  it('shows the chosen colours and width', async () => {
    const { move, preview } = await openPage();
    expect(preview.dataset.theme).toBe('system');
    move('theme', 'sepia');
    move('lineWidth', '40');
    expect(preview.dataset.theme).toBe('sepia');
    expect(preview.style.getPropertyValue('--line-width')).toBe('40');
  });

  it('marks a term and a name where the settings say so', async () => {
    const { store, preview } = await openPage();
    const marked = () =>
      [...preview.querySelectorAll('.text-button:not(.unmarked)')].map(({ textContent }) => textContent);
    expect(marked()).toEqual(['Ines Varga', 'cooperative']);
    void store.changeAll({ termMarks: 'plain' });
    expect(marked()).toEqual(['Ines Varga']);
    void store.changeAll({ speakerNames: 'plain' });
    expect(marked()).toEqual([]);
  });

  it('shows the outline and the minutes that are left where the settings say so', async () => {
    const { store, find } = await openPage();
    const shown = () => [find('.preview-outline').hidden, find('.preview-progress').hidden];
    expect(shown()).toEqual([true, true]);
    void store.changeAll({ outline: 'on', progress: 'on' });
    expect(shown()).toEqual([false, false]);
    expect(find('.preview-progress').textContent).toBe('1 minute left');
    void store.change('readingPace', 80);
    expect(find('.preview-progress').textContent).toBe('2 minutes left');
    expect(find('.preview-outline').textContent).toContain('Who pays for it');
  });

  it('knows which kind of focus is on', async () => {
    const { store, preview } = await openPage();
    void store.changeAll({ lineFocus: 'three', ruler: 'on' });
    expect(preview.dataset).toMatchObject({ lineFocus: 'three', ruler: 'on', paragraphFocus: 'off' });
  });
});
