import { describe, expect, it } from 'vitest';
import { createClosedPages } from '../../src/platform/closed-pages.ts';

function openMemory() {
  const stored: Record<string, unknown> = {};
  const area = {
    get: async (key: string | null) => (key === null ? stored : { [key]: stored[key] }),
    set: async (items: Record<string, unknown>) => void Object.assign(stored, items),
  };
  return { stored, pages: createClosedPages(area) };
}

describe('createClosedPages', () => {
  it('knows the pages closed in a tab, wherever in them, and no other page or tab', async () => {
    const { pages } = openMemory();
    await pages.keep(1, 'https://news.example/ferry#comments');
    expect(await pages.has(1, 'https://news.example/ferry')).toBe(true);
    expect(await pages.has(1, 'https://news.example/other')).toBe(false);
    expect(await pages.has(2, 'https://news.example/ferry')).toBe(false);
    await pages.keep(1, 'https://news.example/other');
    expect(await pages.has(1, 'https://news.example/other')).toBe(true);
    expect(await pages.has(1, 'https://news.example/ferry')).toBe(true);
  });

  it('forgets the one closed longest ago where there are very many', async () => {
    const { stored, pages } = openMemory();
    for (let number = 0; number < 30; number += 1) {
      await pages.keep(1, 'https://news.example/ferry');
      await pages.keep(1, `https://news.example/${number}`);
    }
    expect(await pages.has(1, 'https://news.example/29')).toBe(true);
    expect(await pages.has(1, 'https://news.example/0')).toBe(false);
    expect(await pages.has(1, 'https://news.example/ferry')).toBe(true);
    expect(Object.values(stored)[0]).toHaveLength(20);
  });

  it('stores no address', async () => {
    const { stored, pages } = openMemory();
    await pages.keep(1, 'https://news.example/ferry');
    expect(JSON.stringify(stored)).not.toContain('example');
  });

  it('goes on where the browser does not store it', async () => {
    const pages = createClosedPages({ get: async () => ({}), set: () => Promise.reject(new Error('full')) });
    await expect(pages.keep(1, 'https://news.example/ferry')).resolves.toBeUndefined();
  });
});
