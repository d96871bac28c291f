import { afterEach, describe, expect, it, vi } from 'vitest';
import { trySettings } from '../../src/platform/tried-settings.ts';
import { type AppearanceStage, stageAppearance } from './appearance-stage.ts';

afterEach(() => trySettings({}));

describe('presets of one’s own', () => {
  const keep = async (stage: AppearanceStage, name: string) => {
    stage.press('Keep these settings as a preset');
    (stage.find('#preset-name') as HTMLInputElement).value = name;
    stage.press('Keep');
    await vi.waitFor(() => expect(stage.said()).not.toBeNull());
  };

  it('are kept under a name, tried, removed and put back', async () => {
    const stage = await stageAppearance({ 'setting.fontSize': 30, 'setting.keyListen': 'l' });
    await stage.open();
    await keep(stage, ' In the evening ');
    await vi.waitFor(() => expect(stage.presets()).toContain('In the evening'));
    expect(stage.said()).toBe('The preset “In the evening” is kept.');
    const stored = () => Object.entries(stage.storage.sync.items).find(([key]) => key.startsWith('preset.'))?.[1];
    expect(stored()).toMatchObject({ name: 'In the evening', values: { fontSize: 30, theme: 'system' } });
    expect(stored()).not.toHaveProperty('values.keyListen');

    stage.press('Text size: more');
    stage.press('In the evening');
    expect(stage.settings().fontSize).toBe(30);
    stage.press('Remove the preset “In the evening”');
    await vi.waitFor(() => expect(stage.said()).toBe('The preset “In the evening” is removed.'));
    expect([stage.presets().length, stage.settings().fontSize, stored()]).toEqual([6, 31, undefined]);
    stage.press('Undo');
    await vi.waitFor(() => expect(stage.presets()).toContain('In the evening'));
    expect(stored()).toMatchObject({ name: 'In the evening' });
  });

  it('need a name that no other has', async () => {
    const stage = await stageAppearance({ 'preset.a': { name: 'Evening', values: { theme: 'dark' } } });
    await stage.open();
    await keep(stage, '  ');
    expect(stage.said()).toBe('Give the preset a name.');
    expect(stage.document.activeElement).toBe(stage.find('#preset-name'));
    (stage.find('#preset-name') as HTMLInputElement).value = 'evening';
    stage.press('Keep');
    await vi.waitFor(() => expect(stage.said()).toMatch(/^There is a preset of that name/));
  });

  it('that cannot be stored or read are told of, and nothing is lost', async () => {
    const stage = await stageAppearance({ 'preset.a': { name: 'Evening', values: { theme: 'dark' } } });
    await stage.open();
    stage.storage.sync.writeError = new Error('QUOTA_BYTES quota exceeded');
    await keep(stage, 'Morning');
    await vi.waitFor(() => expect(stage.said()).toMatch(/storage for extensions is full/));
    expect((stage.find('#preset-name') as HTMLInputElement).value).toBe('Morning');
    stage.view.pressKey('Escape');
    stage.storage.sync.readError = new Error('no storage');
    stage.toggle();
    await vi.waitFor(() => expect(stage.said()).toMatch(/cannot be shown/));
    expect(stage.presets()).toContain('Evening');
  });

  it('from another machine come in while the sheet is open', async () => {
    const stage = await stageAppearance();
    await stage.open();
    await stage.storage.sync.set({ 'preset.b': { name: 'From the laptop', values: { theme: 'dark' } } });
    await vi.waitFor(() => expect(stage.presets()).toContain('From the laptop'));
  });
});
