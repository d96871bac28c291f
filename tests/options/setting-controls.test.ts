import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StorageFake } from '../platform/storage-fake.ts';
import { openPage } from './options-stage.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a choice', () => {
  it('is a list of names where there are many', async () => {
    const { document } = await openPage();
    const options = [...document.querySelectorAll('#setting-theme option')].map((option) => option.textContent);
    expect(options).toEqual([
      ...['Same as the system', 'Light', 'Dark', 'Sepia', 'Black on white', 'White on black', 'Yellow on black'],
      ...['Yellow on dark blue', 'Your own'],
    ]);
  });

  it('shows a few at once, named as a group', async () => {
    const { document, store, find } = await openPage();
    const group = find('#setting-lineFocus');
    expect(group.getAttribute('role')).toBe('radiogroup');
    expect(document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Line focus');
    const labels = [...group.querySelectorAll('label')];
    expect(labels.map(({ textContent }) => textContent)).toEqual(['Off', 'One line', 'Three lines', 'Five lines']);
    expect(group.querySelector<HTMLInputElement>(':checked')?.value).toBe('off');
    labels[2]?.click();
    expect(store.current().lineFocus).toBe('three');
  });

  it('is a switch for on and off, with the state in words beside it', async () => {
    const { find, row, store } = await openPage();
    const input = find('#setting-ruler');
    expect(input.getAttribute('role')).toBe('switch');
    expect(row('ruler').querySelector('.state')?.textContent).toBe('Off');
    input.click();
    expect(store.current().ruler).toBe('on');
    expect(row('ruler').querySelector('.state')?.textContent).toBe('On');
  });

  it('is no switch where the names say more than on and off', async () => {
    const { find } = await openPage();
    expect(find('#setting-hardWords').getAttribute('role')).toBe('radiogroup');
  });
});

describe('a number', () => {
  it('is a slider that says its value with the unit, and a field beside it', async () => {
    const { control, field, row } = await openPage({ storage: new StorageFake({ 'setting.fontSize': 31 }) });
    expect(control('fontSize')).toMatchObject({ type: 'range', value: '31', min: '12', max: '128', step: '1' });
    expect(control('fontSize').getAttribute('aria-valuetext')).toBe('31 pixels');
    expect(field('setting-fontSize-number').value).toBe('31');
    expect(field('setting-fontSize-number').getAttribute('aria-label')).toBe('Text size, as a number');
    expect(row('fontSize').querySelector('.unit')?.textContent).toBe('pixels');
  });

  it.each([
    ['fontSize', '44', 44],
    ['fontSize', ' 44 ', 44],
    ['speechRate', '1.25', 1.25],
    ['speechRate', '1,25', 1.25],
  ] as const)('takes what is typed for %s: "%s"', async (id, text, value) => {
    const { type, store, problem } = await openPage();
    type(`setting-${id}-number`, text);
    expect(store.current()[id]).toBe(value);
    expect(problem(id)).toBe('');
  });

  it.each([
    ['900', 'It can be anything from 12 to 128. It stays at 20 pixels.'],
    ['-3', 'It can be anything from 12 to 128. It stays at 20 pixels.'],
    ['large', 'This is not a number. It stays at 20 pixels.'],
    ['', 'This is not a number. It stays at 20 pixels.'],
    ['1e9', 'This is not a number. It stays at 20 pixels.'],
  ])('says what is wrong with "%s", and keeps the old value', async (text, sentence) => {
    const { type, store, field, problem } = await openPage();
    type('setting-fontSize-number', text);
    expect(problem('fontSize')).toBe(sentence);
    expect(store.current().fontSize).toBe(20);
    expect(field('setting-fontSize-number').value).toBe('20');
    type('setting-fontSize-number', '21');
    expect(problem('fontSize')).toBe('');
  });

  it('says no more what it stays at once it is changed elsewhere', async () => {
    const { type, storage, field, problem } = await openPage();
    type('setting-fontSize-number', '900');
    await storage.set({ 'setting.lineHeight': 200 });
    expect(problem('fontSize')).toMatch(/stays at 20 pixels/);
    await storage.set({ 'setting.fontSize': 33 });
    expect(problem('fontSize')).toBe('');
    expect(field('setting-fontSize-number').value).toBe('33');
    expect(field('setting-fontSize-number').hasAttribute('aria-invalid')).toBe(false);
  });
});

describe('the name of a font', () => {
  const storage = () => new StorageFake({ 'setting.typeface': 'installed' });

  it('is taken when it is written, with a word whether the font is there', async () => {
    const { type, store, find } = await openPage({ storage: storage() });
    type('setting-installedFont', '  Verdana ');
    expect(store.current().installedFont).toBe('Verdana');
    expect(find('#setting-installedFont-found').textContent).toBe('“Verdana” is on this computer.');
    type('setting-installedFont', 'Verdanna');
    expect(find('#setting-installedFont-found').textContent).toMatch(/“Verdanna” was not found/);
    type('setting-installedFont', '');
    expect(find('#setting-installedFont-found').textContent).toBe('');
  });

  it('stands as it is in force where it is typed anew', async () => {
    const { type, field } = await openPage({ storage: storage() });
    type('setting-installedFont', 'Verdana');
    type('setting-installedFont', '  Verdana ');
    expect(field('setting-installedFont').value).toBe('Verdana');
  });

  it('is refused where no font can be called that', async () => {
    const { type, store, problem, field } = await openPage({ storage: storage() });
    type('setting-installedFont', 'Verdana');
    type('setting-installedFont', 'x"; } body { display: none');
    expect(problem('installedFont')).toMatch(/No font can have this name/);
    expect(store.current().installedFont).toBe('Verdana');
    expect(field('setting-installedFont').value).toBe('Verdana');
  });
});

describe('a colour', () => {
  const storage = () => new StorageFake({ 'setting.theme': 'own' });

  it.each([
    ['#102030', '#102030'],
    ['ABC', '#aabbcc'],
    [' 0f0f0f ', '#0f0f0f'],
  ])('is taken as a code: %s', async (text, value) => {
    const { type, store, control } = await openPage({ storage: storage() });
    type('setting-ownText-code', text);
    expect(store.current().ownText).toBe(value);
    expect(control('ownText').value).toBe(value);
  });

  it('stands as it is in force where it is typed anew in another way', async () => {
    const { type, field } = await openPage({ storage: storage() });
    type('setting-ownText-code', '#aabbcc');
    type('setting-ownText-code', 'ABC');
    expect(field('setting-ownText-code').value).toBe('#aabbcc');
  });

  it('that cannot be read is refused, and the old one stays', async () => {
    const { type, store, problem, field } = await openPage({ storage: storage() });
    type('setting-ownText-code', 'mauve');
    expect(problem('ownText')).toMatch(/This is not a colour.*It stays at #1d1c1a/);
    expect(store.current().ownText).toBe('#1d1c1a');
    expect(field('setting-ownText-code').value).toBe('#1d1c1a');
  });

  it('shows the contrast of text and links, and warns under 4.5', async () => {
    const { type, move, document, find } = await openPage();
    const report = find('.contrast-report');
    const lines = () => [...document.querySelectorAll('.contrast')].map(({ textContent }) => textContent);
    const warnings = () => [...document.querySelectorAll('.contrast.warning')].map(({ textContent }) => textContent);
    expect(report.hidden).toBe(true);
    move('theme', 'own');
    expect(report.hidden).toBe(false);
    type('setting-ownPaper-code', '#ffffff');
    type('setting-ownText-code', '#000000');
    type('setting-ownLink-code', '#777777');
    expect(lines()).toEqual([
      'Text on your paper: 21 : 1, very good.',
      // 4.478 by the formula of WCAG 2.2: not to be shown as 4.5.
      'Links on your paper: 4.4 : 1, too weak to read well. It should be 4.5 : 1 at least.',
    ]);
    expect(warnings()).toHaveLength(1);
    type('setting-ownLink-code', '#767676');
    expect(lines()[1]).toBe('Links on your paper: 4.5 : 1, good.');
    expect(warnings()).toEqual([]);
  });
});
