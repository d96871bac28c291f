import type { LiveSettings, Settings } from '../settings/settings.ts';
import { isHuge } from './article-question.ts';
import type { GlossaryPart, GlossaryQuestions, GlossarySubject } from './glossary-ports.ts';
import { createGlossarySubject, hasTerms } from './glossary-subject.ts';
import type { ListeningPart, ListeningSubject } from './listening-ports.ts';
import { painted } from './painting.ts';
import type {
  AppearancePart,
  ArticleSubject,
  FollowingPart,
  ReceiptPart,
  ReceiptSubject,
  ShownArticle,
  SpeakersPart,
  SpeakersSubject,
  ViewPartName,
} from './ports.ts';
import { createReadAloud } from './read-aloud.ts';
import { createSpeakersSubject, hasSpeakers } from './speakers-subject.ts';

/** The parts of the view that come when they are asked for. */
export interface ViewParts extends Record<ViewPartName | FollowingPartName, unknown> {
  receipt: ReceiptPart;
  speakers: SpeakersPart;
  glossary: GlossaryPart;
  listening: ListeningPart;
  appearance: AppearancePart;
  focus: FollowingPart;
  syllables: FollowingPart;
}

/** What the parts are called that come when the settings want them. */
type FollowingPartName = 'focus' | 'syllables';

/** Whether the settings want a part. */
const WANTED: Record<FollowingPartName, (settings: Settings) => boolean> = {
  focus: ({ lineFocus, ruler, paragraphFocus, outline, progress }) =>
    lineFocus !== 'off' || [ruler, paragraphFocus, outline, progress].includes('on'),
  syllables: ({ syllables }) => syllables === 'on',
};

/** What the parts of the view that come later need of the world around it. */
export interface ArticlePartsPorts {
  /** Null where the part does not come. */
  loadPart<Name extends keyof ViewParts>(name: Name): Promise<ViewParts[Name] | null>;
  /** Says that a part did not come. */
  sayUnavailable(): void;
  settings: LiveSettings;
  askSpeakers: Parameters<typeof createSpeakersSubject>[1];
  glossary: GlossaryQuestions;
}

/** The article on show, as each part needs it. */
interface Subjects {
  receipt: ReceiptSubject;
  speakers: SpeakersSubject;
  glossary: GlossarySubject;
  listening: ListeningSubject;
  appearance: ArticleSubject;
}

/** Brings the parts of a view together with the article on show. */
export class ArticleParts {
  readonly #ports: ArticlePartsPorts;
  #subjects: Subjects | null = null;

  constructor(ports: ArticlePartsPorts) {
    this.#ports = ports;
  }

  /** Another article is on show. @returns what the receipt needs of it. */
  show(shown: ShownArticle, page: Omit<ReceiptSubject, 'shown'>): ReceiptSubject {
    const receipt = { ...page, shown };
    const listening: ListeningSubject = {
      shown,
      address: page.address,
      findSpeakers: () => speakers.findSpeakers(),
    };
    const readAloud = createReadAloud(listening, () => this.#ports.loadPart('listening'));
    const speakers = createSpeakersSubject(shown, this.#ports.askSpeakers, readAloud);
    const glossary = createGlossarySubject(shown, this.#ports.glossary, readAloud);
    this.#subjects = { receipt, speakers, glossary, listening, appearance: { shown } };
    this.#followSettings(shown);
    return receipt;
  }

  /** Opens what a part shows, or closes it. */
  async toggle(name: ViewPartName): Promise<void> {
    if (!this.#subjects) return;
    const { loadPart } = this.#ports;
    const { receipt, speakers, glossary, listening, appearance } = this.#subjects;
    if (name === 'receipt') await this.#hand(receipt, loadPart(name));
    if (name === 'speakers') await this.#hand(speakers, loadPart(name));
    if (name === 'glossary') await this.#hand(glossary, loadPart(name));
    if (name === 'listening') await this.#hand(listening, loadPart(name));
    if (name === 'appearance') await this.#hand(appearance, loadPart(name));
  }

  #followSettings(shown: ShownArticle): void {
    const { settings, loadPart } = this.#ports;
    const asked = new Set<FollowingPartName>();
    const look = async (name: FollowingPartName) => {
      if (asked.has(name) || !WANTED[name](settings.current())) return;
      asked.add(name);
      const part = await loadPart(name);
      if (!shown.signal.aborted) part?.follow({ shown });
    };
    const lookAtAll = () => {
      for (const name of ['focus', 'syllables'] as const) void look(name);
    };
    lookAtAll();
    settings.subscribe(lookAtAll, shown.signal);
  }

  async #hand<Subject extends { shown: ShownArticle }>(
    subject: Subject,
    coming: Promise<{ toggle(subject: Subject): void } | null>,
  ): Promise<void> {
    const part = await coming;
    if (subject.shown.signal.aborted) return;
    if (part) part.toggle(subject);
    else this.#ports.sayUnavailable();
  }

  /**
   * Marks terms and names once the article is to be seen; what marks them comes only where there are some. Terms come
   * first: a term is marked once, and a name in many places.
   */
  async mark(): Promise<void> {
    if (!this.#subjects) return;
    const { speakers, glossary } = this.#subjects;
    const { signal, article } = speakers.shown;
    this.#explainSelections(glossary);
    await painted();
    if (signal.aborted || isHuge(article)) return;
    const speakersFound = speakers.findSpeakers();
    if (hasTerms(await glossary.findTerms())) {
      const part = await this.#ports.loadPart('glossary');
      if (!signal.aborted) await part?.markTerms(glossary);
    }
    if (signal.aborted || !hasSpeakers(await speakersFound)) return;
    const part = await this.#ports.loadPart('speakers');
    if (!signal.aborted) part?.markNames(speakers);
  }

  /**
   * The glossary comes with the first press into the article too, since it explains what is selected. Not with a selection:
   * `window.find` lets a page select in here.
   */
  #explainSelections(subject: GlossarySubject): void {
    const { element, answerKeys, signal } = subject.shown;
    let isAsked = false;
    const load = async () => {
      if (isAsked) return;
      isAsked = true;
      const part = await this.#ports.loadPart('glossary');
      if (!signal.aborted) part?.explainSelections(subject);
    };
    element.addEventListener('pointerdown', ({ isTrusted }) => {
      if (isTrusted) void load();
    });
    answerKeys((key) => {
      // So a caret is moved, where the browser shows one.
      if (key.startsWith('Arrow')) void load();
      return false;
    });
  }
}
