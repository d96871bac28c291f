import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import type { MessageKey } from '../../assets/message-key.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { READING_DATA } from '../../src/article/reading-data.ts';
import { compileRules } from '../../src/article/reading-rules.ts';
import { createSettingsStore } from '../../src/platform/settings-store.ts';
import { trySettings } from '../../src/platform/tried-settings.ts';
import { describeSample } from '../../src/welcome/sample-data.ts';
import { createWelcomePage } from '../../src/welcome/welcome-page.ts';
import { StorageFake } from '../platform/storage-fake.ts';

const messages = JSON.parse(
  readFileSync(new URL('../../assets/_locales/en/messages.json', import.meta.url), 'utf8'),
) as Record<MessageKey, { message: string }>;
const translate = (key: MessageKey, ...substitutions: string[]) =>
  messages[key].message.replace(/\$(\d)/g, (_, position) => substitutions[Number(position) - 1] ?? '');

async function openPage({ keys = 'Ctrl+Shift+9' as string | null, storage = new StorageFake() } = {}) {
  // What an earlier test has tried would be tried here too.
  trySettings({});
  const { window } = new JSDOM('<!doctype html><html lang="en"><body></body></html>', {
    url: 'https://extension.example/welcome.html',
  });
  const { document } = window;
  const store = createSettingsStore(storage, storage.onChanged);
  await store.ready;
  const openArticle = vi.fn();
  const shortcuts = { list: async () => [{ command: '_execute_action', description: '', keys }] };
  const page = createWelcomePage({ document, translate, store, shortcuts, openArticle });
  document.title = translate('welcomeTitle');
  document.head.append(...describeSample(document, translate));
  document.body.append(page.root);
  await page.refresh();
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const button = (name: string) => {
    const found = all('button').find(({ textContent }) => textContent === name);
    if (!found) throw new Error(`no button "${name}"`);
    return found;
  };
  return {
    window,
    document,
    store,
    storage,
    openArticle,
    all,
    button,
    texts: (selector: string) => all(selector).map((each) => each.textContent),
  };
}

describe('the first-run page', () => {
  it('reads as its sample article alone, by the rules for every page', async () => {
    const { window, document } = await openPage();
    const reading = readArticle(document, { window, rules: compileRules(READING_DATA) });
    expect(reading?.doubt).toBeNull();
    expect(reading?.article).toMatchObject({
      title: messages.welcomeHeadline.message,
      byline: messages.welcomeAuthor.message,
      siteName: messages.welcomeSite.message,
    });
    expect(reading?.article.blocks.map(({ text }) => text)).toEqual([
      messages.welcomeStandfirst.message,
      messages.welcomeParagraph1.message,
      messages.welcomeParagraph2.message,
      messages.welcomeParagraph3.message,
      messages.welcomeParagraph4.message,
    ]);
    expect(reading?.article.removed.map(({ rule }) => rule)).toContain('advertisement');
  });

  it('shows the keys that open the article as the browser has them, and leaves them out where there are none', async () => {
    expect((await openPage({ keys: 'Alt+9' })).texts('.press-keys')).toEqual(['Or press Alt+9']);
    expect((await openPage({ keys: null })).all('.press-keys').map(({ hidden }) => hidden)).toEqual([true]);
  });

  it('opens the article at a person’s press alone', async () => {
    const { button, openArticle } = await openPage();
    button('Open the article').click();
    expect(openArticle).not.toHaveBeenCalled();
  });

  it('lists the single keys as they are set', async () => {
    const { store, texts } = await openPage();
    expect(texts('.shortcut dd')).toEqual(['K', 'G', 'S', 'A', 'Escape']);
    await store.changeAll({ keyGlossary: 'x', keySpeakers: '' });
    expect(texts('.shortcut dd')).toEqual(['K', 'X', 'Off', 'A', 'Escape']);
    await store.change('singleKeys', 'off');
    expect(texts('.shortcut dd')).toEqual(['Off', 'Off', 'Off', 'Off', 'Escape']);
  });

  it('tries a preset without storing it, and takes it back at a second press', async () => {
    const { store, storage, button, texts } = await openPage();
    button('Low vision').click();
    expect(store.current().fontSize).toBe(40);
    expect(texts('.preset-status')).toEqual(['You are trying “Low vision”.']);
    expect(button('Low vision').getAttribute('aria-pressed')).toBe('true');
    expect(button('Keep it').hidden).toBe(false);
    button('Dyslexia').click();
    expect(button('Low vision').getAttribute('aria-pressed')).toBe('false');
    button('Dyslexia').click();
    expect(store.current().fontSize).toBe(20);
    expect(button('Keep it').hidden).toBe(true);
    expect(JSON.stringify(storage)).not.toContain('fontSize');
  });

  it('keeps a preset, and takes it back to what was there before', async () => {
    const { document, store, button, texts } = await openPage();
    await store.change('fontSize', 24);
    button('Low vision').click();
    button('Keep it').click();
    expect(document.activeElement?.textContent).toBe('Take it back');
    expect(texts('.preset-status')).toEqual(['“Low vision” is kept.']);
    expect(store.current().fontSize).toBe(40);
    button('Take it back').click();
    expect(store.current().fontSize).toBe(24);
    expect(texts('.preset-status')).toEqual(['Everything is as it was.']);
    await store.flush();
  });

  it('ends the trial where it ends elsewhere, as in the reading view', async () => {
    const { button, texts } = await openPage();
    button('Attention').click();
    trySettings({});
    expect(button('Attention').getAttribute('aria-pressed')).toBe('false');
    expect(button('Take it back').hidden).toBe(true);
    expect(texts('.preset-status')).toEqual(['']);
  });

  it('takes back what was kept as long as nobody has changed it since', async () => {
    const storage = new StorageFake({ 'setting.fontSize': 18 });
    const { button, store, document } = await openPage({ storage });
    button('Low vision').click();
    button('Keep it').click();
    await store.flush();
    expect(button('Take it back').hidden).toBe(false);
    await storage.set({ 'setting.fontSize': 50 });
    expect(store.current().fontSize).toBe(50);
    expect(button('Take it back').hidden).toBe(true);
    expect(document.activeElement?.textContent).toBe('Dyslexia');
  });

  it('takes back to what was changed while the preset was tried', async () => {
    const storage = new StorageFake({ 'setting.lineWidth': 50 });
    const { button, store } = await openPage({ storage });
    button('Low vision').click();
    const { lineWidth } = store.current();
    await storage.set({ 'setting.lineWidth': 90 });
    button('Keep it').click();
    expect(store.current().lineWidth).toBe(lineWidth);
    button('Take it back').click();
    expect(store.current().lineWidth).toBe(90);
  });
});
