import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import type { MessageKey } from '../../assets/message-key.ts';
import { createPermissionPage } from '../../src/permission/permission-page.ts';

const messages = JSON.parse(
  readFileSync(new URL('../../assets/_locales/en/messages.json', import.meta.url), 'utf8'),
) as Record<MessageKey, { message: string }>;

function openPage(request: () => Promise<boolean>) {
  const { document } = new JSDOM('<!doctype html><body></body>').window;
  const leave = vi.fn(async () => {});
  const translate = (key: MessageKey) => messages[key].message;
  const page = createPermissionPage({ document, translate, permission: { request }, leave });
  document.body.append(page);
  const press = (name: string) =>
    [...document.querySelectorAll('button')].find((one) => one.textContent === name)?.click();
  return { page, leave, press, status: () => document.querySelector('[role=status]')?.textContent };
}

describe('the page that asks for Wikipedia', () => {
  it('says what is sent and what is not, before anything is asked', () => {
    const request = vi.fn(async () => true);
    const { page } = openPage(request);
    expect(page.textContent).toMatch(/name of the term’s Wikipedia article goes to Wikipedia/);
    expect(page.textContent).toMatch(/no cookies/);
    expect(request).not.toHaveBeenCalled();
  });

  it('asks the browser within the press itself, and leads back once it is allowed', async () => {
    const request = vi.fn(async () => true);
    const { press, leave } = openPage(request);
    press('Allow');
    expect(request).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(leave).toHaveBeenCalledOnce());
  });

  it('asks nothing after a "no" and leads back', async () => {
    const request = vi.fn(async () => true);
    const { press, leave } = openPage(request);
    press('No, thank you');
    await vi.waitFor(() => expect(leave).toHaveBeenCalledOnce());
    expect(request).not.toHaveBeenCalled();
  });

  it.each([
    ['the person said no to the browser', async () => false, /not allowed/],
    ['the browser did not ask', async () => Promise.reject(new Error('no gesture')), /browser’s own settings/],
  ])('stays and says so where %s', async (_, request, said) => {
    const { press, leave, status } = openPage(request);
    press('Allow');
    await vi.waitFor(() => expect(status()).toMatch(said));
    expect(leave).not.toHaveBeenCalled();
  });
});
