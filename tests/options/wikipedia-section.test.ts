import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import type { MessageKey } from '../../assets/message-key.ts';
import { createWikipediaSection } from '../../src/options/wikipedia-section.ts';

const messages = JSON.parse(
  readFileSync(new URL('../../assets/_locales/en/messages.json', import.meta.url), 'utf8'),
) as Record<MessageKey, { message: string }>;

async function openSection(isAllowed: boolean) {
  const { document } = new JSDOM('<!doctype html><body></body>').window;
  const state = { isAllowed };
  const wikipedia = {
    isAllowed: async () => state.isAllowed,
    request: vi.fn(async () => {
      state.isAllowed = true;
      return true;
    }),
    withdraw: vi.fn(async () => {
      state.isAllowed = false;
    }),
  };
  const translate = (key: MessageKey) => messages[key].message;
  const section = createWikipediaSection({ document, translate, wikipedia });
  await section.refresh();
  const button = section.root.querySelector('button');
  const said = () => section.root.querySelector('[role=status]')?.textContent ?? '';
  return { section, state, wikipedia, button, said };
}

describe('the section about Wikipedia', () => {
  it('says that nothing is sent where it is not allowed, and allows it within the press', async () => {
    const { wikipedia, button, said } = await openSection(false);
    expect(said()).toBe('Not allowed. Lectern sends nothing to Wikipedia.');
    button?.click();
    expect(wikipedia.request).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(said()).toMatch(/^Allowed/));
    expect(button?.textContent).toBe('Take the permission back');
  });

  it('takes the permission back', async () => {
    const { wikipedia, button, said } = await openSection(true);
    expect(said()).toMatch(/^Allowed/);
    button?.click();
    expect(wikipedia.withdraw).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(said()).toMatch(/^Not allowed/));
    expect(wikipedia.request).not.toHaveBeenCalled();
  });

  it('shows what was changed in the settings of the browser meanwhile', async () => {
    const { section, state, said } = await openSection(true);
    state.isAllowed = false;
    await section.refresh();
    expect(said()).toMatch(/^Not allowed/);
  });

  it('says so where the browser refuses, and keeps the button', async () => {
    const { wikipedia, button, said } = await openSection(false);
    wikipedia.request.mockRejectedValueOnce(new Error('no gesture'));
    button?.click();
    await vi.waitFor(() => expect(said()).toMatch(/browser’s own settings/));
    expect(button?.textContent).toBe('Allow Wikipedia');
  });
});
