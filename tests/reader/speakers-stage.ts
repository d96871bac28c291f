import { vi } from 'vitest';
import type { Article, TextBlock } from '../../src/article/article.ts';
import type { ReadAloud, SpeakersAnswer } from '../../src/reader/ports.ts';
import { createSpeakersPart } from '../../src/reader/speakers.ts';
import { createSpeakersSubject } from '../../src/reader/speakers-subject.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import type { Attribution, AttributionKind, Speaker, SpeakerSummary } from '../../src/speakers/attribution.ts';
import type { Span } from '../../src/text/span.ts';
import { collapseWhiteSpace } from '../../src/text/white-space.ts';
import { english, type MountedView, mountView } from './mounted-view.ts';

const FERRY = `
  <p data-block="b0">“We cannot send people out to sea in it,” said Bethan Quill, the harbour master. “It is <em>as simple</em> as that.”</p>
  <p data-block="b1">Quill said that the office had
    asked <b>three</b> yards for an offer.</p>
  <p data-block="b2">“My mother is ninety-one,”<br>said <b>Oswin</b> Pell, a teacher. Pell asked who would help her, as Pell could not.</p>
  <p data-block="b3">“Nobody has decided anything,” a spokesman for the council said.</p>
  <p data-block="b4">“It is a disgrace,” was heard. <a href="#top">Bethan Quill</a> left.</p>`;

/** What one speaker says in a test: words that stand once in the article. */
export interface Words {
  kind: AttributionKind;
  words: string[];
}

export interface SpeakerInTest {
  name: string;
  named?: boolean;
  role?: string;
  mentions: [block: string, name: string][];
  says: Words[];
}

const FERRY_SPEAKERS: SpeakerInTest[] = [
  {
    name: 'Bethan Quill',
    role: 'the harbour master',
    mentions: [
      ['b0', 'Bethan Quill'],
      ['b1', 'Quill'],
      ['b4', 'Bethan Quill'],
    ],
    says: [
      { kind: 'direct', words: ['“We cannot send people out to sea in it,”', '“It is as simple as that.”'] },
      { kind: 'indirect', words: ['that the office had asked three yards for an offer'] },
    ],
  },
  {
    name: 'Oswin Pell',
    role: 'a teacher',
    mentions: [
      ['b2', 'Oswin Pell'],
      ['b2', 'Pell'],
    ],
    says: [{ kind: 'direct', words: ['“My mother is ninety-one,”'] }],
  },
  {
    name: 'a spokesman for the council',
    named: false,
    mentions: [['b3', 'a spokesman for the council']],
    says: [{ kind: 'direct', words: ['“Nobody has decided anything,”'] }],
  },
];

export const NOT_ATTRIBUTED = '“It is a disgrace,”';

/** The blocks of an article as reading gives them: the text of each element with its white space collapsed. */
export function blocksOf(content: DocumentFragment): TextBlock[] {
  return [...content.querySelectorAll('[data-block]')].map((element) => ({
    id: element.getAttribute('data-block') ?? '',
    kind: element.localName === 'pre' ? 'code' : 'paragraph',
    text: element.localName === 'pre' ? (element.textContent ?? '') : collapseWhiteSpace(element.textContent ?? ''),
  }));
}

/** Reads everything aloud at once. */
export function fakeReadAloud() {
  return { speak: vi.fn<ReadAloud['speak']>(async () => null), stop: vi.fn() };
}

/** Where words stand in the blocks; the last time where they stand in a block twice. */
export function spanOf(blocks: readonly TextBlock[], words: string, block?: string): Span {
  const found = blocks.find(({ id, text }) => (block ?? id) === id && text.includes(words));
  if (!found) throw new Error(`no block says ${words}`);
  const start = found.text.lastIndexOf(words);
  return { block: found.id, start, end: start + words.length };
}

/** Builds a summary from words; every quoted word counts. */
export function summaryOf(
  blocks: readonly TextBlock[],
  speakers: readonly SpeakerInTest[],
  unattributed: readonly string[] = [],
): SpeakerSummary {
  const attributions: Attribution[] = [];
  const attribute = (speaker: number | null, { kind, words }: Words) => {
    const content = words.map((each) => spanOf(blocks, each));
    attributions.push({ content, source: null, cue: null, kind, speaker });
  };
  for (const [id, { says }] of speakers.entries()) for (const said of says) attribute(id, said);
  for (const words of unattributed) attribute(null, { kind: 'direct', words: [words] });
  const wordsOf = (says: readonly Words[]) =>
    says
      .flatMap(({ kind, words }) => (kind === 'direct' ? words : []))
      .join(' ')
      .split(' ')
      .filter(Boolean).length;
  const all = speakers.reduce((sum, { says }) => sum + wordsOf(says), 0) || 1;
  return {
    extent: 'full',
    attributions,
    speakers: speakers.map(
      ({ name, named = true, role = null, mentions, says }, id): Speaker => ({
        id,
        name,
        named,
        role,
        roleSpan: null,
        mentions: mentions.map(([block, mention]) => spanOf(blocks, mention, block)),
        attributions: attributions.flatMap(({ speaker }, index) => (speaker === id ? [index] : [])),
        quotedWords: wordsOf(says),
        share: wordsOf(says) / all,
      }),
    ),
  };
}

/** The article about the ferry, its summary, and the view that shows it with its speakers. */
export function showFerry(changes: Partial<Settings> = {}, answers?: (found: SpeakerSummary) => SpeakersAnswer[]) {
  const mounted = mountView({ url: 'https://bay.example/news/ferry' });
  const window = mounted.document.defaultView;
  if (!window) throw new Error('the document is in no window');
  const highlights = fakeHighlights(window);
  const scrolledTo = vi.fn<(this: Element) => void>();
  window.Element.prototype.scrollIntoView = scrolledTo;
  const bare = mounted.article(FERRY, { title: 'Ferry may stop', url: 'https://bay.example/news/ferry' });
  const article: Article = { ...bare, blocks: blocksOf(bare.content) };
  const summary = summaryOf(article.blocks, FERRY_SPEAKERS, [NOT_ATTRIBUTED]);
  const shown = mounted.view.showArticle(article);
  const pending = answers?.(summary) ?? [summary];
  const ask = vi.fn(async () => (pending.length > 1 ? pending.shift() : pending[0]) ?? summary);
  const readAloud = fakeReadAloud();
  const subject = createSpeakersSubject(shown, ask, readAloud);
  const settings = fakeSettings({ ...defaultSettings(), ...changes });
  const part = createSpeakersPart({ document: mounted.document, translate: english, settings });
  return { ...mounted, article, summary, shown, subject, ask, readAloud, settings, part, highlights, scrolledTo };
}

/** The marks as texts, by name: jsdom has no Custom Highlight API. */
export function fakeHighlights(window: Window): { textOf(name: string): string[] } {
  const registry = new Map<string, Set<Range>>();
  Object.assign(window, {
    CSS: { highlights: registry },
    Highlight: class extends Set<Range> {
      constructor(...ranges: Range[]) {
        super(ranges);
      }
    },
  });
  return { textOf: (name) => [...(registry.get(name) ?? [])].map(String) };
}

/** Settings that change as on the options page. */
export function fakeSettings(first: Settings) {
  let current = first;
  const listeners = new Set<(settings: Settings) => void>();
  return {
    current: () => current,
    subscribe: (listener: (settings: Settings) => void) => void listeners.add(listener),
    change: vi.fn(async <Id extends keyof Settings>(id: Id, value: Settings[Id]) => {
      current = { ...current, [id]: value };
      for (const listener of listeners) listener(current);
    }),
  };
}

/** The one element of a role-like selector whose accessible name or text begins so. */
export function named({ view }: Pick<MountedView, 'view'>, selector: string, name: string): HTMLElement {
  const found = [...view.root.querySelectorAll<HTMLElement>(selector)].filter((one) =>
    (one.getAttribute('aria-label') ?? one.textContent ?? '').startsWith(name),
  );
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${found.length} elements ${selector} named ${name}`);
  return first;
}
