import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import type { MessageKey } from '../../assets/message-key.ts';
import { createSitesSection } from '../../src/options/sites-section.ts';
import { createSitesPermission } from '../../src/platform/sites-permission.ts';
import { HostPermissionsFake } from '../platform/host-permissions-fake.ts';

const messages = JSON.parse(
  readFileSync(new URL('../../assets/_locales/en/messages.json', import.meta.url), 'utf8'),
) as Record<MessageKey, { message: string }>;
const translate = (key: MessageKey, ...substitutions: string[]) =>
  messages[key].message.replace(/\$(\d)/g, (_, position) => substitutions[Number(position) - 1] ?? '');

async function openSection(origins: string[] = []) {
  const { window } = new JSDOM('<!doctype html><body></body>');
  const { document } = window;
  // jsdom lays nothing out, and so has nothing to scroll.
  window.HTMLElement.prototype.scrollIntoView = vi.fn();
  const permissions = new HostPermissionsFake(origins);
  const section = createSitesSection({ document, translate, sites: createSitesPermission(permissions) });
  document.body.append(section.root);
  await section.refresh();
  const input = section.root.querySelector('input');
  const form = section.root.querySelector('form');
  if (!input || !form) throw new Error('no form');
  return {
    document,
    permissions,
    section,
    input,
    add(typed: string) {
      input.value = typed;
      form.requestSubmit();
    },
    names: () => [...section.root.querySelectorAll('.sites-name')].map((name) => name.textContent),
    remove: (place: number) => section.root.querySelectorAll<HTMLButtonElement>('li button')[place]?.click(),
    status: () => section.root.querySelector('[role=status]')?.textContent,
    problem: () => section.root.querySelector('.field-problem')?.textContent,
    none: () => section.root.querySelector<HTMLElement>('.sites-list')?.hidden,
  };
}

describe('the section of sites', () => {
  it('says so where there is no site', async () => {
    const { names, none } = await openSection(['https://*.wikipedia.org/*']);
    expect(names()).toEqual([]);
    expect(none()).toBe(true);
  });

  it('asks the browser within the press, and shows the site once it is allowed', async () => {
    const { permissions, add, input, names, status } = await openSection();
    add('https://www.news.example/world');
    expect(permissions.asked).toHaveLength(1);
    await vi.waitFor(() => expect(status()).toMatch(/opens articles on news\.example by itself/));
    expect(names()).toEqual(['news.example']);
    expect(input.value).toBe('');
  });

  it('shows nothing new after a "no", and leaves what was typed', async () => {
    const { permissions, add, input, names, status } = await openSection();
    permissions.answer = false;
    add('news.example');
    await vi.waitFor(() => expect(status()).toMatch(/news\.example was not added/));
    expect(names()).toEqual([]);
    expect(input.value).toBe('news.example');
  });

  it('says so where the site is there already, and where the browser does not ask', async () => {
    const { permissions, add, status } = await openSection(['*://news.example/*', '*://www.news.example/*']);
    add('news.example');
    await vi.waitFor(() => expect(status()).toBe('news.example is in the list already.'));
    permissions.request = () => Promise.reject(new Error('no gesture'));
    add('other.example');
    await vi.waitFor(() => expect(status()).toMatch(/browser’s own settings/));
  });

  it.each([
    ['', /Type the address/],
    ['my news', /no address/],
    ['news', /ending/],
    ['192.168.0.1', /numbers/],
    ['about:config', /page of your browser/],
    ['addons.mozilla.org', /store/],
  ])('says what is wrong with "%s", at the field, and asks nothing', async (typed, said) => {
    const { document, permissions, add, input, problem } = await openSection();
    add(typed);
    expect(problem()).toMatch(said);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(input);
    expect(permissions.asked).toEqual([]);
    add('news.example');
    expect(problem()).toBe('');
  });

  it('takes a site off the list, and leaves the focus beside it', async () => {
    const { document, remove, names, status } = await openSection([
      '*://one.example/*',
      '*://two.example/*',
      '<all_urls>',
    ]);
    expect(names()).toEqual(['Every website', 'one.example', 'two.example']);
    remove(1);
    await vi.waitFor(() => expect(names()).toEqual(['Every website', 'two.example']));
    await vi.waitFor(() => expect(status()).toBe('Lectern no longer opens by itself on one.example.'));
    expect(document.activeElement?.closest('li')?.textContent).toMatch(/two\.example/);
  });

  it('names each button by what it takes off', async () => {
    const { section, document } = await openSection(['*://one.example/*']);
    const labels = section.root.querySelector('li button')?.getAttribute('aria-labelledby')?.split(' ') ?? [];
    expect(labels.map((id) => document.getElementById(id)?.textContent)).toEqual(['Remove', 'one.example']);
  });

  it('keeps a site in the list where the browser does not take it back', async () => {
    const { permissions, remove, names, status } = await openSection(['*://one.example/*']);
    permissions.remove = () => Promise.reject(new Error('required'));
    remove(0);
    await vi.waitFor(() => expect(status()).toMatch(/browser’s own settings/));
    expect(names()).toEqual(['one.example']);
  });

  it('follows the settings of the browser', async () => {
    const { permissions, names } = await openSection();
    permissions.change(['*://news.example/*']);
    await vi.waitFor(() => expect(names()).toEqual(['news.example']));
  });

  it('leads to the button with the host of the page, and to the field where there is none', async () => {
    const { document, section, input } = await openSection();
    section.suggest('news.example');
    expect(input.value).toBe('news.example');
    expect(document.activeElement?.textContent).toBe('Open by itself here');
    section.suggest('');
    expect(document.activeElement).toBe(input);
  });

  it('takes back that a site was removed: the browser is asked within that press', async () => {
    const { document, permissions, section, names, remove, status } = await openSection([
      '*://a.example/*',
      '*://b.example/*',
    ]);
    const undo = () => [...section.root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Undo');
    expect(undo()?.hidden).toBe(true);
    remove(0);
    await vi.waitFor(() => expect(undo()?.hidden).toBe(false));
    expect(names()).toEqual(['b.example']);
    const asked = permissions.asked.length;
    undo()?.focus();
    undo()?.click();
    expect(permissions.asked).toHaveLength(asked + 1);
    await vi.waitFor(() => expect(names()).toEqual(['a.example', 'b.example']));
    expect(undo()?.hidden).toBe(true);
    expect(status()).toMatch(/opens articles on a\.example by itself/);
    await vi.waitFor(() => expect(document.activeElement?.id).toBe('site-0-remove'));
  });

  it('has nothing to take back where every website was allowed in the browser’s own settings', async () => {
    const { section, remove, status } = await openSection(['*://*/*']);
    remove(0);
    await vi.waitFor(() => expect(status()).toMatch(/no longer opens/));
    const undo = [...section.root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Undo');
    expect(undo?.hidden).toBe(true);
  });
});
