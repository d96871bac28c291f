import { JSDOM } from 'jsdom';
import { vi } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import type { Translate } from '../../assets/message-key.ts';
import type { Article } from '../../src/article/article.ts';
import type { ReaderPorts, View } from '../../src/reader/ports.ts';
import { createView } from '../../src/reader/view.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';

/** The English messages, as a browser fills them in. */
export const english: Translate = (key, ...substitutions) =>
  messages[key].message.replace(/\$(\d)/g, (_, place) => substitutions[Number(place) - 1] ?? '');

/** A reading view in a page of its own, and what a test needs of the world around it. */
export interface MountedView {
  view: View;
  document: Document;
  close: ReturnType<typeof vi.fn<() => void>>;
  togglePart: ReturnType<typeof vi.fn<ReaderPorts['togglePart']>>;
  /** Changes settings as the options page does. */
  change(settings: Partial<Settings>): void;
  /** The one element that a selector finds in the view. */
  find(selector: string): HTMLElement;
  article(html: string, changes?: Partial<Article>): Article;
}

export interface MountOptions {
  /** Properties of the page's document that it has replaced, as `<img name=…>` does in a browser and not in jsdom. */
  shadowed?: (keyof Document)[];
  url?: string;
  locale?: string;
  /** Messages that differ from the English ones. */
  messages?: Partial<Record<keyof typeof messages, string>>;
}

export function mountView(options: MountOptions = {}): MountedView {
  const { document } = new JSDOM('<img>', { url: options.url ?? 'https://news.example/story' }).window;
  for (const name of options.shadowed ?? []) Object.defineProperty(document, name, { value: document.images[0] });
  const listeners = new Set<(settings: Settings) => void>();
  let current = defaultSettings();
  const close = vi.fn<() => void>();
  const togglePart = vi.fn<ReaderPorts['togglePart']>();
  const ports: ReaderPorts = {
    document,
    translate: (key, ...substitutions) => options.messages?.[key] ?? english(key, ...substitutions),
    locale: options.locale ?? 'en-GB',
    settings: {
      current: () => current,
      subscribe(listener, signal) {
        listeners.add(listener);
        signal.addEventListener('abort', () => listeners.delete(listener));
      },
    },
    close,
    togglePart,
  };
  const view = createView(ports);
  document.documentElement.append(view.root);
  return {
    view,
    document,
    close,
    togglePart,
    change(settings) {
      current = { ...current, ...settings };
      for (const listener of listeners) listener(current);
    },
    find(selector) {
      const found = view.root.querySelectorAll<HTMLElement>(selector);
      const [first] = found;
      if (!first || found.length > 1) throw new Error(`${found.length} elements for ${selector}`);
      return first;
    },
    article(html, changes = {}) {
      const template = document.implementation.createHTMLDocument('').createElement('template');
      template.innerHTML = html;
      return {
        title: 'The headline',
        byline: null,
        siteName: null,
        publishedTime: null,
        language: 'en',
        direction: 'ltr',
        url: 'https://news.example/story',
        standfirst: null,
        blocks: [],
        content: template.content,
        removed: [],
        ...changes,
      };
    },
  };
}
