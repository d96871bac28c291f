import type { SerializedArticle } from '../article/serialize.ts';

const KEY_PREFIX = 'article.';
/** Articles kept for their tabs at a time: the storage holds 10 MB in all (Chrome, storage.session.QUOTA_BYTES). */
const MOST_ARTICLES = 8;

/** What is needed of `browser.storage.session`; null asks for everything. */
export interface SessionArea {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Keeps articles for the tabs of Lectern's own that show them; in memory alone, gone when the browser closes. */
export interface ArticleTabs {
  /** @returns the id under which the tab finds its article. */
  keep(article: SerializedArticle): Promise<string>;
  /** The article of that id; null where it is no longer kept. */
  find(id: string): Promise<SerializedArticle | null>;
}

/** `area` is storage.session, which content scripts cannot reach; `now` is in milliseconds. */
export function createArticleTabs(area: SessionArea, now: () => number): ArticleTabs {
  return {
    async keep(article) {
      const stored = await area.get(null);
      const keys = Object.keys(stored).filter((key) => key.startsWith(KEY_PREFIX));
      // Ids grow with time, so the first in order are the oldest.
      await area.remove(keys.sort().slice(0, Math.max(0, keys.length - MOST_ARTICLES + 1)));
      const id = String(now()).padStart(16, '0');
      await area.set({ [KEY_PREFIX + id]: article });
      return id;
    },
    async find(id) {
      const key = KEY_PREFIX + id;
      const { [key]: article } = await area.get(key);
      return (article as SerializedArticle | undefined) ?? null;
    },
  };
}
