import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WRITE_INTERVAL } from '../../src/platform/settings-store.ts';
import { SETTING_GROUPS } from '../../src/settings/setting-groups.ts';
import { SETTING_IDS, SETTINGS } from '../../src/settings/settings.ts';
import { StorageFake } from '../platform/storage-fake.ts';
import { openPage } from './options-stage.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the settings form', () => {
  it('has a control with a name and a help text for every setting of the table', async () => {
    const { document } = await openPage();
    for (const id of SETTING_IDS) {
      const control = document.getElementById(`setting-${id}`);
      const labelId = control?.getAttribute('aria-labelledby');
      const label = labelId ? document.getElementById(labelId) : document.querySelector(`label[for="setting-${id}"]`);
      expect(label?.textContent, id).toBeTruthy();
      const [help = ''] = control?.getAttribute('aria-describedby')?.split(' ') ?? [];
      expect(document.getElementById(help)?.textContent, id).toBeTruthy();
    }
  });

  it('puts each setting under the heading of its group, in the order of the table', async () => {
    const { document } = await openPage();
    for (const group of Object.keys(SETTING_GROUPS)) {
      const rows = [...document.querySelectorAll(`section.${group} .setting`)];
      const ids = rows.map((row) => row.querySelector('.name')?.id);
      const ofGroup = SETTING_IDS.filter((id) => SETTINGS[id].group === group);
      expect(ids).toEqual(ofGroup.map((id) => `setting-${id}-label`));
      expect(ids.length).toBeGreaterThan(2);
    }
    expect(document.querySelectorAll('.setting')).toHaveLength(SETTING_IDS.length);
  });

  it('shows what is stored', async () => {
    const { control } = await openPage({
      storage: new StorageFake({ 'setting.fontSize': 31, 'setting.theme': 'dark' }),
    });
    expect(control('theme').value).toBe('dark');
    expect(control('fontSize').value).toBe('31');
  });

  it('stores a change, shows it in the preview at once and says so when it is stored', async () => {
    const { move, storage, preview, control, status } = await openPage();
    move('fontSize', '28');
    expect(preview.style.getPropertyValue('--font-size')).toBe('28px');
    expect(control('fontSize').getAttribute('aria-valuetext')).toBe('28 pixels');
    expect(status()).toBe('');
    await vi.runAllTimersAsync();
    expect(storage.items).toEqual({ 'setting.fontSize': 28 });
    expect(status()).toBe('Text size: 28 pixels. Saved.');
  });

  it('announces the last move of a drag alone', async () => {
    const { move, document, window } = await openPage();
    const said: (string | null)[] = [];
    const line = document.querySelector('.status [role=status]');
    const observer = new window.MutationObserver(() => said.push(line?.textContent ?? null));
    if (line) observer.observe(line, { childList: true });
    for (const size of ['21', '22', '23']) move('fontSize', size);
    await vi.runAllTimersAsync();
    expect(said).toEqual(['Text size: 23 pixels. Saved.']);
  });

  it('follows a change made elsewhere', async () => {
    const { storage, control, preview } = await openPage();
    storage.tell({ 'setting.theme': { newValue: 'dark' }, 'setting.fontSize': { newValue: 40 } });
    expect(control('theme').value).toBe('dark');
    expect(control('fontSize').value).toBe('40');
    expect(preview.dataset.theme).toBe('dark');
  });

  it('resets one setting, and leaves the focus on its control', async () => {
    const storage = new StorageFake({ 'setting.theme': 'dark', 'setting.fontSize': 40 });
    const { press, control, status, document } = await openPage({ storage });
    press('Reset Text size');
    await vi.runAllTimersAsync();
    expect(control('fontSize').value).toBe('20');
    expect(storage.items).toEqual({ 'setting.theme': 'dark' });
    expect(status()).toBe('Text size: 20 pixels. Saved.');
    expect(document.activeElement).toBe(control('fontSize'));
  });

  it('offers Reset only where a setting differs from its default, by a name that begins with the text that is seen', async () => {
    const { document, move } = await openPage({ storage: new StorageFake({ 'setting.theme': 'dark' }) });
    const shown = () =>
      [...document.querySelectorAll<HTMLElement>('button.reset')]
        .filter(({ hidden }) => !hidden)
        .map((button) => button.getAttribute('aria-label'));
    expect(document.querySelectorAll('button.reset')).toHaveLength(SETTING_IDS.length);
    expect(shown()).toEqual(['Reset Colours']);
    move('fontSize', '21');
    expect(shown()).toEqual(['Reset Text size', 'Reset Colours']);
    move('fontSize', '20');
    expect(shown()).toEqual(['Reset Colours']);
  });

  it('says what a setting needs, and what is wrong, where a screen reader finds it', async () => {
    const { document, type, press, field, problem } = await openPage({
      storage: new StorageFake({ 'setting.fontSize': 40 }),
    });
    const described = (id: string) =>
      (field(id).getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((line) => document.getElementById(line)?.textContent)
        .join(' ');
    expect(described('setting-installedFont')).toMatch(/Works while/);
    type('setting-fontSize-number', 'large');
    expect(field('setting-fontSize-number').getAttribute('aria-invalid')).toBe('true');
    expect(described('setting-fontSize-number')).toContain(problem('fontSize'));
    press('Reset Text size');
    expect(problem('fontSize')).toBe('');
    expect(field('setting-fontSize-number').hasAttribute('aria-invalid')).toBe(false);
  });

  it.each([
    ['setting-fontSize-number', '4', 'lineHeight', 200],
    ['setting-ownPaper-code', '#12', 'fontSize', 33],
    ['setting-installedFont', 'Verd', 'fontSize', 33],
  ] as const)('leaves what is being typed in %s alone when something else changes', async (id, text, other, value) => {
    const { field, storage, window, store } = await openPage();
    const typed = field(id);
    const before = typed.value;
    typed.focus();
    typed.value = text;
    typed.dispatchEvent(new window.Event('input', { bubbles: true }));
    await storage.set({ [`setting.${other}`]: value });
    expect(store.current()[other]).toBe(value);
    expect(typed.value).toBe(text);
    // As it is left without a change: the text is again what it was, or the page was left.
    typed.blur();
    expect(typed.value).toBe(before);
  });

  it('puts back what is refused at Enter, where the browser tells of no change', async () => {
    const { field, window } = await openPage();
    const typed = field('setting-fontSize-number');
    typed.focus();
    typed.value = '900';
    typed.dispatchEvent(new window.Event('input', { bubbles: true }));
    typed.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(typed.value).toBe('20');
  });

  it('shows what was changed elsewhere in a field that is only looked at', async () => {
    const { field, storage } = await openPage();
    field('setting-fontSize-number').focus();
    await storage.set({ 'setting.fontSize': 33 });
    expect(field('setting-fontSize-number').value).toBe('33');
  });

  it('keeps the way back when the page is looked at anew, though a stored value is bad', async () => {
    const { page, press, status, move } = await openPage({
      storage: new StorageFake({ 'setting.theme': 'neon', 'setting.fontSize': 40 }),
    });
    expect(status()).toMatch(/“Colours”/);
    press('Reset Text size');
    await vi.runAllTimersAsync();
    await page.refresh();
    expect(status()).toBe('Text size: 20 pixels. Saved.');
    press('Undo');
    await vi.runAllTimersAsync();
    move('fontSize', '21');
    expect(status()).not.toMatch(/“Colours”/);
  });

  it('says another value that cannot be used, once, and one that has become bad again', async () => {
    const storage = new StorageFake({ 'setting.theme': 'neon' });
    const { page, status, move } = await openPage({ storage });
    const saidAnew = async () => {
      move('fontSize', status()?.includes('21') ? '22' : '21');
      await vi.runAllTimersAsync();
      const before = status();
      await page.refresh();
      return status() === before ? null : status();
    };
    await storage.set({ 'setting.lineHeight': 'high' });
    expect(await saidAnew()).toMatch(/“Colours”.*“Line spacing”|“Line spacing”.*“Colours”/);
    expect(await saidAnew()).toBeNull();
    await storage.set({ 'setting.theme': 'dark', 'setting.lineHeight': 150 });
    expect(await saidAnew()).toBeNull();
    await storage.set({ 'setting.theme': 'neon' });
    expect(await saidAnew()).toMatch(/“Colours”/);
  });

  it('is reset, and takes that back, with the focus on its control', async () => {
    const { press, storage, control, status, focused } = await openPage({
      storage: new StorageFake({ 'setting.fontSize': 40 }),
    });
    press('Reset Text size');
    await vi.runAllTimersAsync();
    expect(storage.items).toEqual({});
    press('Undo');
    await vi.runAllTimersAsync();
    expect(storage.items).toEqual({ 'setting.fontSize': 40 });
    expect(control('fontSize').value).toBe('40');
    expect(status()).toBe('Text size: 40 pixels. Saved.');
    expect(focused()).toBe('setting-fontSize');
  });

  it.each([
    ['QUOTA_BYTES quota exceeded', /storage for extensions is full/],
    ['MAX_WRITE_OPERATIONS_PER_MINUTE quota exceeded', /tried again in a minute/],
    ['An unexpected error occurred', /did not let Lectern store it/],
  ])('keeps a value that could not be stored and says why: %s', async (message, sentence) => {
    const { move, storage, control, preview, status } = await openPage();
    storage.writeError = new Error(message);
    move('fontSize', '28');
    await vi.advanceTimersByTimeAsync(WRITE_INTERVAL);
    expect(status()).toMatch(sentence);
    expect(control('fontSize').value).toBe('28');
    expect(preview.style.getPropertyValue('--font-size')).toBe('28px');
  });

  it('says when the settings could not be read', async () => {
    const storage = new StorageFake();
    storage.readError = new Error('An unexpected error occurred');
    const { status } = await openPage({ storage });
    expect(status()).toMatch(/could not be read/);
  });

  it('names a setting whose stored value cannot be used', async () => {
    const { status, control } = await openPage({ storage: new StorageFake({ 'setting.fontSize': 900 }) });
    expect(status()).toMatch(/Text size/);
    expect(control('fontSize').value).toBe('20');
  });
});

describe('a setting that does nothing without another one', () => {
  it.each([
    ['installedFont', 'typeface', 'installed', 'Works while “Font” is “A font of this computer”.'],
    ['ownPaper', 'theme', 'own', 'Works while “Colours” is “Your own”.'],
  ])('says so in place of the control of %s, until it matters', async (id, needed, value, sentence) => {
    const { row, move } = await openPage();
    expect(row(id).classList).toContain('unneeded');
    expect(row(id).querySelector('.need')?.textContent).toBe(sentence);
    move(needed, value);
    expect(row(id).classList).not.toContain('unneeded');
    expect(row(id).querySelector('.need')?.textContent).toBe('');
  });
});
