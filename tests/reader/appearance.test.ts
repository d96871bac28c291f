import { afterEach, describe, expect, it, vi } from 'vitest';
import { triedSettings, trySettings } from '../../src/platform/tried-settings.ts';
import { PRESETS } from '../../src/settings/presets.ts';
import { SETTINGS } from '../../src/settings/settings.ts';
import { type AppearanceStage, stageAppearance } from './appearance-stage.ts';
import { english } from './mounted-view.ts';
import { clickAsPerson, clickAsScript, sendAsPerson } from './trusted-click.ts';

afterEach(() => trySettings({}));

const input = ({ find }: AppearanceStage, id: string) => find(`#appearance-${id}`) as HTMLInputElement;
const eventOn = (target: Element, type: string) => {
  const { Event } = target.ownerDocument.defaultView ?? globalThis;
  return new Event(type, { bubbles: true });
};

describe('the sheet of settings', () => {
  it('opens with the focus on its heading and closes with Escape, back to its button', async () => {
    const stage = await stageAppearance();
    await stage.open();
    const { appearance } = stage.shown.panelButtons;
    expect(stage.document.activeElement?.textContent).toBe('Appearance');
    expect([appearance.getAttribute('aria-expanded'), appearance.getAttribute('aria-controls')]).toEqual([
      'true',
      'appearance',
    ]);
    expect(stage.view.pressKey('Escape')).toBe(true);
    expect(stage.find('#appearance').hidden).toBe(true);
    expect(stage.document.activeElement).toBe(appearance);
    expect(stage.view.pressKey('Escape')).toBe(false);
  });

  it('has a name for every control, and every choice of the colours in words', async () => {
    const stage = await stageAppearance();
    await stage.open();
    const controls = [...stage.find('#appearance').querySelectorAll<HTMLInputElement>('input, select')];
    expect(controls.length).toBeGreaterThan(15);
    expect(controls.filter(({ labels }) => !labels?.[0]?.textContent?.trim())).toEqual([]);
    const themes = [...stage.find('.appearance-themes').querySelectorAll('label > span:last-child')];
    expect(themes.map(({ textContent }) => textContent)).toEqual([
      'Same as the system',
      'Light',
      'Dark',
      'Sepia',
      'Black on white',
      'White on black',
      'Yellow on black',
      'Yellow on dark blue',
      'Your own',
    ]);
    expect(stage.find('.appearance-themes legend').textContent).toBe('Colours');
  });

  it('shows what is stored, and what is changed elsewhere', async () => {
    const stage = await stageAppearance({ 'setting.fontSize': 33, 'setting.theme': 'dark', 'setting.ruler': 'on' });
    await stage.open();
    expect([input(stage, 'fontSize').value, input(stage, 'fontSize').getAttribute('aria-valuetext')]).toEqual([
      '33',
      '33 pixels',
    ]);
    expect((stage.find('input[value="dark"]') as HTMLInputElement).checked).toBe(true);
    expect(input(stage, 'ruler').checked).toBe(true);
    await stage.storage.sync.set({ 'setting.fontSize': 40 });
    expect(input(stage, 'fontSize').value).toBe('40');
  });

  it('says what of the stored settings could not be used, once', async () => {
    const stage = await stageAppearance({ 'setting.fontSize': 'huge', 'setting.theme': 'dark' });
    await stage.open();
    await vi.waitFor(() =>
      expect(stage.said()).toBe('The stored value for “Text size” cannot be used, so the default applies.'),
    );
    stage.view.pressKey('Escape');
    await stage.open();
    await new Promise((resolve) => setTimeout(resolve));
    expect(stage.said()).toBeNull();
  });

  it('says that the settings could not be read', async () => {
    const stage = await stageAppearance({ 'setting.theme': 'dark' }, new Error('no storage'));
    await stage.open();
    await vi.waitFor(() => expect(stage.said()).toMatch(/^Your settings could not be read, so the defaults are shown/));
  });

  it('asks for the name of a font only where there is none yet', async () => {
    const stage = await stageAppearance({ 'setting.typeface': 'installed' });
    await stage.open();
    const hint = () =>
      [...stage.find('#appearance').querySelectorAll<HTMLElement>('.appearance-help')].find(({ textContent }) =>
        textContent?.startsWith('Give the name of the font'),
      )?.hidden;
    expect(hint()).toBe(false);
    await stage.storage.sync.set({ 'setting.installedFont': 'Verdana' });
    expect(hint()).toBe(true);
  });

  it('stores what a person sets with each kind of control, and nothing that a script does', async () => {
    const stage = await stageAppearance();
    await stage.open();
    const size = input(stage, 'fontSize');
    size.value = '30';
    size.dispatchEvent(eventOn(size, 'input'));
    clickAsScript(stage.find('input[value="sepia"]'));
    expect([stage.settings().fontSize, stage.settings().theme]).toEqual([20, 'system']);
    sendAsPerson(size, eventOn(size, 'input'));
    clickAsPerson(stage.find('input[value="sepia"]'));
    clickAsPerson(input(stage, 'paragraphFocus'));
    clickAsPerson(stage.find('input[value="hidden"]'));
    input(stage, 'typeface').value = 'lexend';
    sendAsPerson(input(stage, 'typeface'), eventOn(size, 'change'));
    expect(stage.settings()).toMatchObject({
      fontSize: 30,
      theme: 'sepia',
      paragraphFocus: 'on',
      images: 'hidden',
      typeface: 'lexend',
    });
    await vi.waitFor(() => expect(stage.storage.sync.items['setting.typeface']).toBe('lexend'));
  });

  it('goes by steps with the buttons beside a slider, as far as the setting goes', async () => {
    const stage = await stageAppearance({ 'setting.fontSize': SETTINGS.fontSize.maximum - 1 });
    await stage.open();
    stage.press('Text size: more');
    expect(stage.settings().fontSize).toBe(SETTINGS.fontSize.maximum);
    const more = [...stage.view.root.querySelectorAll('.appearance-step')][1];
    expect(more?.getAttribute('aria-disabled')).toBe('true');
    stage.press('Text size: more');
    expect(stage.settings().fontSize).toBe(SETTINGS.fontSize.maximum);
    stage.press('Line spacing: less');
    expect(stage.settings().lineHeight).toBe(SETTINGS.lineHeight.default - SETTINGS.lineHeight.step);
    await vi.waitFor(() => expect(stage.find('[role="status"]').textContent).toBe('Line spacing: 150 per cent'));
  });

  it('tells where the rest of a choice is made, and opens all settings', async () => {
    const stage = await stageAppearance();
    await stage.open();
    const hints = () =>
      [...stage.view.root.querySelectorAll<HTMLElement>('.appearance-group > .appearance-help')]
        .filter(({ hidden }) => !hidden)
        .map(({ textContent }) => textContent);
    expect(hints()).toEqual([]);
    clickAsPerson(stage.find('input[value="own"]'));
    expect(hints()).toEqual(['Choose your colours under “All settings”, below.']);
    stage.press('All settings');
    expect(stage.openOptions).toHaveBeenCalledOnce();
  });

  it('says plainly that a change is not stored; it holds all the same', async () => {
    const stage = await stageAppearance();
    await stage.open();
    stage.storage.sync.writeError = new Error('QUOTA_BYTES quota exceeded');
    stage.press('Text size: more');
    await vi.waitFor(() => expect(stage.said()).toMatch(/applies on this page but is not saved/));
    expect(stage.settings().fontSize).toBe(21);
  });
});

describe('a preset', () => {
  it('shows for whom it is before it is pressed, and not to the mouse alone', async () => {
    const stage = await stageAppearance();
    await stage.open();
    const presses = [...stage.find('#appearance').querySelectorAll('.preset')];
    const sentences = presses.map((press) => stage.find(`#${press.getAttribute('aria-describedby')}`));
    expect(sentences.map(({ textContent }) => textContent)).toEqual(PRESETS.map(({ help }) => english(help)));
    expect(sentences.map((sentence) => sentence.closest('[hidden]'))).toEqual(PRESETS.map(() => null));
    expect(sentences.map((sentence) => sentence.parentElement)).toEqual(presses.map((press) => press.parentElement));
    expect(presses.filter((press) => press.hasAttribute('title'))).toEqual([]);
  });

  it('is tried without being stored, says so, and is taken back by a second press', async () => {
    const stage = await stageAppearance({ 'setting.fontSize': 24 });
    await stage.open();
    stage.press('Dyslexia');
    expect(stage.settings()).toMatchObject({ typeface: 'lexend', theme: 'sepia', fontSize: 22 });
    expect(stage.storage.sync.items).toEqual({ 'setting.fontSize': 24 });
    expect(stage.said()).toMatch(/^You are trying “Dyslexia”\. Lexend, larger/);
    await vi.waitFor(() => expect(stage.find('[role="status"]').textContent).toMatch(/^You are trying/));
    expect(stage.find('[aria-pressed="true"]').textContent).toBe('Dyslexia');
    stage.press('Dyslexia');
    expect(stage.settings()).toMatchObject({ typeface: 'serif', theme: 'system', fontSize: 24 });
    expect([stage.said(), stage.view.root.querySelector('[aria-pressed="true"]')]).toEqual([
      'Your settings are back as they were.',
      null,
    ]);
  });

  it('takes the place of another that is tried', async () => {
    const stage = await stageAppearance();
    await stage.open();
    stage.press('Dyslexia');
    stage.press('Low vision');
    expect(stage.settings()).toMatchObject({ typeface: 'hyperlegible', fontSize: 40, letterSpacing: 0 });
    stage.press('Take it back');
    expect(stage.settings()).toMatchObject({ typeface: 'serif', fontSize: 20 });
    expect(stage.document.activeElement?.textContent).toBe('Your settings are back as they were.');
  });

  it('is kept in one write, and Undo brings back what was there, though two were tried', async () => {
    const stage = await stageAppearance({ 'setting.fontSize': 24, 'setting.theme': 'dark' });
    await stage.open();
    stage.press('Low vision');
    stage.press('Dyslexia');
    stage.press('Keep it');
    expect([stage.said(), triedSettings()]).toEqual(['“Dyslexia” is kept.', {}]);
    await vi.waitFor(() => expect(stage.storage.sync.items['setting.typeface']).toBe('lexend'));
    expect(stage.settings()).toMatchObject({ fontSize: 22, theme: 'sepia', fontWeight: 400 });
    stage.press('Undo');
    expect(stage.settings()).toMatchObject({ fontSize: 24, theme: 'dark', typeface: 'serif' });
    await vi.waitFor(() => expect(stage.storage.sync.items['setting.theme']).toBe('dark'));
  });

  it('is kept without what was set otherwise meanwhile', async () => {
    const stage = await stageAppearance();
    await stage.open();
    stage.press('Dyslexia');
    stage.press('Text size: more');
    expect(stage.settings()).toMatchObject({ fontSize: 23, theme: 'sepia' });
    stage.press('Keep it');
    expect(stage.settings()).toMatchObject({ fontSize: 23, theme: 'sepia' });
    stage.press('Undo');
    expect(stage.settings()).toMatchObject({ fontSize: 23, theme: 'system' });
  });

  it('that is kept gives back, undone, what was set between two trials', async () => {
    const stage = await stageAppearance({ 'setting.fontSize': 18 });
    await stage.open();
    stage.press('Dyslexia');
    stage.press('Text size: more');
    stage.press('Low vision');
    stage.press('Keep it');
    expect(stage.settings().fontSize).toBe(40);
    stage.press('Undo');
    expect(stage.settings()).toMatchObject({ fontSize: 23, theme: 'system' });
  });

  it('stays with its line when the sheet is closed, and is gone with the reading view', async () => {
    const stage = await stageAppearance();
    await stage.open();
    stage.press('Calm');
    stage.view.pressKey('Escape');
    expect(stage.find('.stage > .appearance-status').hidden).toBe(false);
    expect(stage.settings().theme).toBe('sepia');
    await stage.open();
    expect(stage.find('#appearance > .appearance-status').hidden).toBe(false);
    stage.view.dispose();
    expect([triedSettings(), stage.settings().theme]).toEqual([{}, 'system']);
    expect(stage.storage.sync.items).toEqual({});
  });

  it('that cannot be stored says so and holds on this page', async () => {
    const stage = await stageAppearance();
    await stage.open();
    stage.press('Calm');
    stage.storage.sync.writeError = new Error('no storage');
    stage.press('Keep it');
    await vi.waitFor(() => expect(stage.said()).toMatch(/did not let Lectern store it/));
    expect(stage.settings().theme).toBe('sepia');
  });
});
