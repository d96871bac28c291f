import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Shortcut } from '../../src/platform/shortcuts.ts';
import { openPage } from './options-stage.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the keyboard shortcuts', () => {
  const shortcuts: Shortcut[] = [
    { command: '_execute_action', description: '', keys: 'Ctrl+Shift+9' },
    { command: 'read-selection', description: 'Read the selection', keys: null },
  ];

  it('lists each command with its keys, or says that there are none', async () => {
    const { document } = await openPage({ shortcuts });
    const rows = [...document.querySelectorAll('.shortcuts .shortcut')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['Read this page, or close the reading view', 'Ctrl+Shift+9'],
      ['Read the selection', 'Not set'],
    ]);
  });

  it('is hidden where the browser has none, in the contents too', async () => {
    const { find, document } = await openPage();
    expect(find('.shortcuts').hidden).toBe(true);
    const link = document.querySelector('.contents a[href="#shortcuts-heading"]');
    expect(link?.closest('li')?.hidden).toBe(true);
  });

  it("opens the browser's page, or says what to type", async () => {
    const stage = await openPage({ shortcuts, opens: false });
    stage.press('Change the shortcuts');
    await vi.runAllTimersAsync();
    expect(stage.shortcuts.openSettings).toHaveBeenCalledOnce();
    expect(stage.find('.shortcuts [role=status]').textContent).toContain('chrome://extensions/shortcuts');
  });
});

describe('the page', () => {
  it('has one main heading, and a named section for each part', async () => {
    const { document } = await openPage();
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('main')).toHaveLength(1);
    const names = [...document.querySelectorAll('main section')].map(
      (section) => document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.textContent,
    );
    expect(names).toEqual(
      expect.arrayContaining([
        ...['Presets', 'Preview', 'Text', 'Colours and pictures', 'Focus', 'Understanding', 'Listening', 'Keys'],
        ...['Keyboard shortcuts', 'All settings', 'Voices', 'Pronunciations', 'Your glossary', 'Terms you know'],
        ...['Wikipedia', 'Privacy'],
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('has headings without a gap between their levels', async () => {
    const { document } = await openPage();
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1]));
    const gaps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(levels.length).toBeGreaterThan(20);
    expect(gaps).toEqual([]);
  });

  it('has no id twice', async () => {
    const { document } = await openPage();
    const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('lists its sections in the contents, each with a link to its heading', async () => {
    const { document } = await openPage();
    const links = [...document.querySelectorAll<HTMLAnchorElement>('nav.contents a')];
    const headings = [...document.querySelectorAll('main section > h2')].filter(({ id }) => id !== 'example-heading');
    expect(links.map(({ hash }) => hash)).toEqual(headings.map(({ id }) => `#${id}`));
    expect(links.map(({ textContent }) => textContent)).toEqual(headings.map(({ textContent }) => textContent));
  });

  it('says what happens with data in three sentences', async () => {
    const { find } = await openPage();
    expect(find('.privacy p').textContent?.match(/[.!?](\s|$)/g)).toHaveLength(3);
  });
});
