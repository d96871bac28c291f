import { describe, expect, it } from 'vitest';
import type { SerializedArticle } from '../../src/article/serialize.ts';
import { createArticleTabs, type SessionArea } from '../../src/platform/article-tabs.ts';

function memoryArea(): SessionArea & { items: Map<string, unknown> } {
  const items = new Map<string, unknown>();
  return {
    items,
    get: async (key) => Object.fromEntries([...items].filter(([name]) => key === null || name === key)),
    set: async (added) => {
      for (const [key, value] of Object.entries(added)) items.set(key, value);
    },
    remove: async (keys) => {
      for (const key of keys) items.delete(key);
    },
  };
}

const articleOf = (title: string) => ({ title, html: `<p>${title}</p>` }) as SerializedArticle;

describe('createArticleTabs', () => {
  it('finds what was kept, under the id that was given out', async () => {
    const tabs = createArticleTabs(memoryArea(), () => 1);
    const id = await tabs.keep(articleOf('Bridge'));
    expect(await tabs.find(id)).toEqual(articleOf('Bridge'));
  });

  it('says null for an id that it does not know', async () => {
    expect(await createArticleTabs(memoryArea(), () => 1).find('7')).toBeNull();
  });

  it('drops the oldest article for the ninth and leaves what is not its own', async () => {
    const area = memoryArea();
    area.items.set('other', 1);
    let now = 998;
    const tabs = createArticleTabs(area, () => now++);
    const ids: string[] = [];
    for (let index = 0; index < 9; index++) ids.push(await tabs.keep(articleOf(String(index))));
    const titles = await Promise.all(ids.map(async (id) => (await tabs.find(id))?.title ?? null));
    expect(titles).toEqual([null, '1', '2', '3', '4', '5', '6', '7', '8']);
    expect(area.items.get('other')).toBe(1);
  });
});
