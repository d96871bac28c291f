import type { Settings } from '../settings/settings.ts';
import { buildScript, type ScriptOptions } from '../speech/build-script.ts';
import { findPlace, keepPlace } from '../speech/resume.ts';
import type { Script } from '../speech/script.ts';
import { speechBlocksOf } from './listen-blocks.ts';
import type { ListeningPorts, ListeningSubject } from './listening-ports.ts';

/** Stands for the headline where a block is named: it is none of the article's blocks. */
export const TITLE_BLOCK = 'lectern-title';

/** How long listening waits for who says what, in milliseconds; without it, quotations are read as they stand. */
const PATIENCE = 1500;

type TextPorts = Pick<ListeningPorts, 'settings' | 'pronunciations' | 'clock'>;

/** What of an article is spoken, made anew when the article or what is to be read of it has changed. */
export class ListenText {
  readonly #ports: TextPorts;
  readonly #subject: ListeningSubject;
  #script: Script = [];
  /** What the script was made of. */
  #madeOf: string | null = null;

  constructor(ports: TextPorts, subject: ListeningSubject) {
    this.#ports = ports;
    this.#subject = subject;
  }

  get script(): Script {
    return this.#script;
  }

  /** Whether the script says something else than the article, or than the settings want. */
  get isStale(): boolean {
    return this.#madeOf !== this.#source();
  }

  /** Makes the script anew. @returns the sentence of it that stands where one of the script before stood. */
  async renew(sentence: number): Promise<number> {
    const place = this.#script.length > 0 ? keepPlace(this.#script, sentence) : null;
    const quotes = await this.#quotes();
    this.#madeOf = this.#source();
    const options: ScriptOptions = { ...this.#options(this.#ports.settings.current()), quotes };
    this.#script = buildScript(speechBlocksOf(this.#subject.shown), options);
    return (place && findPlace(this.#script, place)) ?? 0;
  }

  /** A short text that is no part of the article. */
  scriptOf(text: string, language: string | null): Script {
    const block = { id: '', kind: 'paragraph' as const, text, language, label: null, silent: [] };
    const pronunciations = this.#ports.pronunciations();
    const options: ScriptOptions = { ...PLAIN, title: null, language, quotes: [], pronunciations };
    return buildScript([block], options).map((sentence) => ({ ...sentence, span: null }));
  }

  #options(settings: Settings): Omit<ScriptOptions, 'quotes'> {
    const { title, language } = this.#subject.shown.article;
    return {
      title,
      titleBlock: TITLE_BLOCK,
      language,
      read: {
        caption: settings.speechCaptions === 'read',
        table: settings.speechTables === 'read',
        code: settings.speechCode === 'read',
        note: settings.speechNotes === 'read',
      },
      quotations: settings.speechQuotations,
      pronunciations: this.#ports.pronunciations(),
    };
  }

  #source(): string {
    const { blocks } = this.#subject.shown.article;
    return JSON.stringify([blocks.map(({ id }) => id), this.#options(this.#ports.settings.current())]);
  }

  async #quotes(): Promise<ScriptOptions['quotes']> {
    if (this.#ports.settings.current().speechQuotations === 'plain') return [];
    const tooLate = new Promise<null>((resolve) => this.#ports.clock.after(PATIENCE, () => resolve(null)));
    const found = await Promise.race([this.#subject.findSpeakers(), tooLate]);
    if (found === null || typeof found === 'string') return [];
    return found.attributions.flatMap(({ content, kind, speaker }) => {
      const name = speaker === null ? null : (found.speakers[speaker]?.name ?? null);
      return kind === 'direct' ? content.map((span) => ({ span, speaker: name })) : [];
    });
  }
}

const PLAIN = {
  read: { caption: false, table: false, code: false, note: false },
  quotations: 'plain',
} as const satisfies Partial<ScriptOptions>;
