import { vi } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { createListeningPart } from '../../src/reader/listening.ts';
import type { ListeningPlayer, ListeningPorts, ListeningSubject } from '../../src/reader/listening-ports.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import type { SpeakerSummary } from '../../src/speakers/attribution.ts';
import type { Clock, Voice } from '../../src/speech/engine.ts';
import type { FailureReason, PlayerListener, PlayerState } from '../../src/speech/player-state.ts';
import { type KeptPlace, keepPlace } from '../../src/speech/resume.ts';
import type { Script } from '../../src/speech/script.ts';
import { english, mountView } from './mounted-view.ts';
import { blocksOf, fakeHighlights, fakeSettings } from './speakers-stage.ts';

const HARBOUR = `
  <p data-block="b0">The harbour of <b>Skerrow</b> froze on Monday. Nobody had seen it before.<sup><a href="#n1">[1]</a></sup></p>
  <p data-block="b1">“It is <em>colder</em> than ever,” said
    Bethan Quill. The boats stay.</p>
  <ol start="3"><li data-block="b2">Bring salt.</li><li data-block="b3">Bring sand.</li></ol>
  <p data-block="b4">The ice is to go by Friday.</p>`;

/** A clock that a test turns. */
export function turnableClock(): Clock & { turn(milliseconds: number): void } {
  let now = 0;
  const alarms = new Set<{ at: number; run: () => void }>();
  return {
    now: () => now,
    after(delay, run) {
      const alarm = { at: now + delay, run };
      alarms.add(alarm);
      return () => void alarms.delete(alarm);
    },
    turn(milliseconds) {
      now += milliseconds;
      for (const alarm of [...alarms].sort((one, other) => one.at - other.at)) {
        if (alarm.at > now || !alarms.delete(alarm)) continue;
        alarm.run();
      }
    },
  };
}

/** Stands in for the player: it is where a test says it is, and notes what it was asked for. */
export class FakePlayer implements ListeningPlayer {
  readonly asked: string[] = [];
  readonly listener: PlayerListener;
  state: PlayerState = { name: 'idle' };
  sentence = 0;
  script: Script = [];
  isAside = false;
  aside: { script: Script; resolve(reason: FailureReason | null): void } | null = null;

  constructor(listener: PlayerListener) {
    this.listener = listener;
  }

  become(state: PlayerState): void {
    this.state = state;
    this.listener.stateChanged(state);
  }

  /** A sentence is heard. */
  hear(sentence: number): void {
    this.sentence = sentence;
    if (this.state.name !== 'speaking') this.become({ name: 'speaking' });
    this.listener.sentenceReached(sentence);
  }

  load(script: Script, sentence = 0): void {
    this.asked.push(`load ${script.length} at ${sentence}`);
    this.script = script;
    this.sentence = sentence;
    this.state = { name: 'idle' };
  }

  play(): void {
    this.asked.push('play');
    this.become({ name: 'preparing' });
  }

  pause(): void {
    this.asked.push('pause');
    this.become({ name: 'paused' });
  }

  stop(): void {
    this.asked.push('stop');
    this.sentence = 0;
    this.become({ name: 'idle' });
  }

  step(unit: 'sentence' | 'paragraph', direction: 1 | -1): void {
    this.asked.push(`step ${unit} ${direction}`);
  }

  goTo(sentence: number): void {
    this.asked.push(`go to ${sentence}`);
    this.sentence = sentence;
  }

  mannerChanged(): void {
    this.asked.push('manner');
  }

  sayAside(script: Script): Promise<FailureReason | null> {
    this.isAside = true;
    return new Promise((resolve) => {
      this.aside = { script, resolve };
    });
  }

  dispose(): void {
    this.asked.push('dispose');
  }
}

export const VOICES = {
  anna: { engine: 'system', id: 'anna', name: 'Anna', language: 'en-GB', isLocal: true, isDefault: true },
  cloud: { engine: 'system', id: 'cloud', name: 'Cloud', language: 'en-US', isLocal: false, isDefault: false },
  own: { engine: 'embedded', id: 'en', name: 'en', language: 'en', isLocal: true, isDefault: false },
} as const satisfies Record<string, Voice>;

function fakeVoices() {
  let chosen: Voice | null = null;
  const allowed = new Set<Voice>();
  const listeners: ((isChoice: boolean) => void)[] = [];
  return {
    list: vi.fn<(language: string) => readonly Voice[]>(() => Object.values(VOICES)),
    chosen: () => chosen,
    choose: vi.fn(async (_: string, voice: Voice | null) => {
      chosen = voice;
      for (const listener of listeners) listener(true);
    }),
    isAllowed: (voice: Voice) => voice.isLocal || allowed.has(voice),
    allow: vi.fn(async (voice: Voice) => void allowed.add(voice)),
    onChange: (listener: (isChoice: boolean) => void) => void listeners.push(listener),
    /** Voices of the system have come late. */
    come: () => {
      for (const listener of listeners) listener(false);
    },
  };
}

export interface ListenStageOptions {
  settings?: Partial<Settings>;
  kept?: (script: Script) => KeptPlace | null;
  summary?: SpeakerSummary;
  html?: string;
}

/** The article about the harbour in a view, and all that listening to it needs. */
export function showHarbour({ settings: changes = {}, kept, summary, html = HARBOUR }: ListenStageOptions = {}) {
  const mounted = mountView();
  const { document } = mounted;
  const window = document.defaultView;
  if (!window) throw new Error('the document is in no window');
  const highlights = fakeHighlights(window);
  const layout = layOut(window);
  const bare = mounted.article(html, { title: 'Harbour frozen' });
  const article: Article = { ...bare, blocks: blocksOf(bare.content) };
  const shown = mounted.view.showArticle(article);
  const announced: string[] = [];
  const clock = turnableClock();
  const settings = fakeSettings({ ...defaultSettings(), ...changes });
  const voices = fakeVoices();
  const places = {
    find: vi.fn(async () => kept?.(player().script) ?? null),
    keep: vi.fn<(address: string, place: KeptPlace) => Promise<void>>(async () => undefined),
    forget: vi.fn<(address: string) => Promise<void>>(async () => undefined),
  };
  const tellSpeaking = vi.fn<(isSpeaking: boolean) => void>();
  const giveWay: (() => void)[] = [];
  const silent: (() => void)[] = [];
  let made: FakePlayer | null = null;
  const player = () => {
    if (!made) throw new Error('nobody has listened yet');
    return made;
  };
  const ports: ListeningPorts = {
    ...{ document, translate: english, settings, voices, places, tellSpeaking, clock },
    createPlayer(listener) {
      made = new FakePlayer(listener);
      return made;
    },
    pronunciations: () => [],
    onGiveWay: (listener) => void giveWay.push(listener),
    onSilent: (listener) => void silent.push(listener),
  };
  const subject: ListeningSubject = {
    shown: { ...shown, announce: (text) => void announced.push(text) },
    address: 'https://bay.example/harbour',
    findSpeakers: async () => summary ?? 'no-answer',
  };
  const part = createListeningPart(ports);
  const root = mounted.view.root;
  const bar = () => {
    const found = root.querySelector<HTMLElement>('.listen-bar');
    if (!found) throw new Error('there is no bar');
    return found;
  };
  return {
    ...mounted,
    ...{
      window,
      article,
      shown,
      subject,
      part,
      player,
      clock,
      settings,
      voices,
      places,
      tellSpeaking,
      highlights,
      layout,
    },
    announced,
    fallSilent: () => {
      for (const listener of silent) listener();
    },
    giveWay: () => {
      for (const listener of giveWay) listener();
    },
    bar,
    /** Another article, for the same view. */
    mountedAgain: () => mounted.article('<p>Something else</p>'),
    isOpen: () => root.querySelector('.listen-bar') !== null,
    line: () => {
      const line = bar().querySelector<HTMLElement>('.listen-message');
      return line && !line.hidden ? line.textContent : null;
    },
    /** Opens the bar and waits until it has begun. */
    async listen() {
      part.toggle(subject);
      await vi.waitFor(() => {
        if (player().script.length === 0) throw new Error('nothing is loaded');
      });
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    },
    /** The one button in the view that is shown under this name. */
    press(name: string): HTMLElement {
      const found = [...root.querySelectorAll<HTMLElement>('button')].filter(
        (one) => (one.getAttribute('aria-label') ?? one.textContent) === name && !one.closest('[hidden], .tools'),
      );
      const [first] = found;
      if (!first || found.length > 1) throw new Error(`${found.length} buttons named ${name}`);
      return first;
    },
    select(from: string, to: string): void {
      const range = document.createRange();
      const [first, last] = [from, to].map((words) => textWith(shown.element, words));
      if (!first || !last) throw new Error(`nobody says ${from} … ${to}`);
      range.setStart(first.text, first.start);
      range.setEnd(last.text, last.end);
      const selection = document.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      document.dispatchEvent(new window.Event('selectionchange'));
    },
  };
}

/** A view of 1000 pixels, of which the toolbar takes 50 and the bar 100; jsdom lays nothing out. */
function layOut(window: Window & typeof globalThis) {
  const layout = {
    /** Where all that is marked stands, from the top of the view. */
    place: { top: 500, bottom: 520 },
    scrolledBy: vi.fn<(to: ScrollToOptions) => void>(),
  };
  const rectangle = (top: number, bottom: number) => new window.DOMRect(0, top, 600, bottom - top);
  window.Range.prototype.getBoundingClientRect = () => rectangle(layout.place.top, layout.place.bottom);
  window.Element.prototype.getBoundingClientRect = function (this: Element) {
    if (this.className === 'bar') return rectangle(0, 50);
    return this.className === 'listen-bar' ? rectangle(900, 1000) : rectangle(0, 1000);
  };
  window.Element.prototype.scrollBy = (to?: ScrollToOptions | number) => {
    if (typeof to === 'object') layout.scrolledBy(to);
  };
  return layout;
}

/** Where an earlier visit stopped. */
export const keptAt = (sentence: number) => (script: Script) => keepPlace(script, sentence);

function textWith(root: Element, words: string): { text: Text; start: number; end: number } | null {
  const walker = root.ownerDocument.createTreeWalker(root, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text;
    const start = text.data.indexOf(words);
    if (start >= 0) return { text, start, end: start + words.length };
  }
  return null;
}
