import type { LiveSettings, Settings } from '../settings/settings.ts';
import { NOBODY_SPEAKS, type Speaker, type SpeakerId, type SpeakerSummary } from '../speakers/attribution.ts';
import type { CopyFormat } from './copy-tools.ts';
import { counted } from './counted.ts';
import { element } from './element.ts';
import { markText } from './highlights.ts';
import { addPaperSection } from './paper-section.ts';
import type { ReaderPorts, ShownArticle, SpeakersPart, SpeakersSubject } from './ports.ts';
import type { SpeakerListOptions } from './said-list.ts';
import { SidePanel } from './side-panel.ts';
import { createSpeakerCard } from './speaker-card.ts';
import { arrangeSpeakers, type SpeakerEntries } from './speaker-entries.ts';
import { SpeakerNames } from './speaker-names.ts';
import { speakersAsMarkdown, speakersAsText } from './speakers-export.ts';
import { createSpeakersPanel, type SpeakersPanel, type SpeakersPanelOptions } from './speakers-panel.ts';
import type { TextCard } from './text-card.ts';
import { findRanges } from './text-range.ts';
import type { VisitOrigin } from './text-visit.ts';

/** The settings, of which the order of speakers can be changed in the panel itself. */
export interface SpeakerSettings extends LiveSettings {
  /** Takes effect at once; rejects where it cannot be stored. */
  change(id: 'speakerOrder', value: Settings['speakerOrder']): Promise<void>;
}

type SpeakersPorts = Pick<ReaderPorts, 'document' | 'translate'> & { settings: SpeakerSettings };

const TROUBLE = { 'no-answer': 'speakersNoAnswer', 'no-model': 'speakersNoModel' } as const;

/** Makes the part of the view that tells who says what: the panel, the names in the text, and their cards. */
export function createSpeakersPart(ports: SpeakersPorts): SpeakersPart {
  const made = new WeakMap<SpeakersSubject, Speakers>();
  const speakersOf = (subject: SpeakersSubject) => {
    const speakers = made.get(subject) ?? new Speakers(ports, subject);
    made.set(subject, speakers);
    return speakers;
  };
  return {
    toggle: (subject) => speakersOf(subject).toggle(),
    markNames: (subject) => void speakersOf(subject).markNames(),
  };
}

/** The speakers of one article on show. */
class Speakers {
  readonly #ports: SpeakersPorts;
  readonly #subject: SpeakersSubject;
  readonly #shown: ShownArticle;
  readonly #names: SpeakerNames;
  readonly #panel: SidePanel;
  readonly #list: SpeakersPanel;
  #summary: SpeakerSummary | null = null;
  #order: Settings['speakerOrder'];
  #marked: SpeakerId | null = null;
  #card: TextCard | null = null;
  /** What the panel lists now. */
  #listed: SpeakerSummary | null = null;

  constructor(ports: SpeakersPorts, subject: SpeakersSubject) {
    const { document, settings } = ports;
    const { shown } = subject;
    this.#ports = ports;
    this.#subject = subject;
    this.#shown = shown;
    this.#order = settings.current().speakerOrder;
    this.#names = new SpeakerNames(document, shown, (speaker, name) => this.#openCard(speaker, name));
    const fill = () => this.#fill();
    this.#panel = new SidePanel({ ...ports, shown, name: 'speakers', heading: 'speakersHeading', fill });
    this.#list = createSpeakersPanel(this.#panelOptions(this.#panel.body));
    const create = () => this.#createForPaper();
    addPaperSection({ ...ports, shown, name: 'speakers', heading: 'speakersHeading', create });
    shown.shared.onTextWrapped(() => this.#markWords());
    settings.subscribe((changed) => this.#follow(changed), shown.signal);
    shown.signal.addEventListener('abort', () => markText(document, 'lectern-speaker', []));
  }

  toggle(): void {
    this.#panel.toggle();
  }

  async markNames(): Promise<void> {
    const isMarked = this.#ports.settings.current().speakerNames === 'marked';
    const answer = await this.#subject.findSpeakers();
    if (typeof answer === 'string' || this.#shown.signal.aborted) return;
    // The numbers of speakers are those of one summary.
    if (answer !== this.#summary) this.#marked = null;
    this.#summary = answer;
    if (isMarked) this.#names.mark(answer.speakers);
    else this.#names.clear();
  }

  async #fill(): Promise<void> {
    const { translate } = this.#ports;
    if (!this.#listed) this.#panel.showMessage('speakersSearching');
    const answer = await this.#subject.findSpeakers();
    if (this.#shown.signal.aborted || answer === this.#listed) return;
    if (typeof answer === 'string') {
      this.#listed = null;
      this.#panel.showMessage(TROUBLE[answer], true);
      return this.#shown.announce(translate(TROUBLE[answer]));
    }
    await this.markNames();
    this.#listed = answer;
    const entries = this.#entries();
    const count = entries.named.length + entries.unnamed.length;
    if (count === 0 && entries.unattributed.length === 0) {
      this.#panel.showMessage('speakersNobody');
      return this.#shown.announce(translate('speakersNobody'));
    }
    this.#list.showEntries({ entries, order: this.#order, marked: this.#marked });
    if (count > 0) this.#shown.announce(counted(translate, count, 'speakersFoundOne', 'speakersFoundOther'));
  }

  #entries(): SpeakerEntries {
    return arrangeSpeakers(this.#summary ?? NOBODY_SPEAKS, this.#shown.article.blocks, this.#order);
  }

  #follow({ speakerOrder }: Settings): void {
    if (speakerOrder !== this.#order) {
      this.#order = speakerOrder;
      if (this.#listed) this.#list.reorder(this.#entries(), speakerOrder);
    }
    void this.markNames();
  }

  #listOptions(leave: (link: HTMLElement) => VisitOrigin): SpeakerListOptions {
    return {
      ...this.#ports,
      article: this.#shown.article,
      voice: { readAloud: this.#subject.readAloud, announce: this.#shown.announce, signal: this.#shown.signal },
      show: ({ spans }, link) => this.#panel.visit.go(spans, leave(link)),
    };
  }

  #panelOptions(body: HTMLElement): SpeakersPanelOptions {
    return {
      ...this.#listOptions((link) => this.#panel.leave(link)),
      shown: this.#shown,
      body,
      toggleMark: ({ id }) => this.#toggleMark(id),
      changeOrder: (order) => void this.#ports.settings.change('speakerOrder', order).catch(() => undefined),
      write: (format) => this.#write(format),
    };
  }

  #createForPaper(): HTMLElement | null {
    const entries = this.#entries();
    // An open panel is printed itself.
    if (this.#panel.isOpen || entries.named.length + entries.unnamed.length + entries.unattributed.length === 0)
      return null;
    const body = element(this.#ports.document, 'div', 'panel-body');
    createSpeakersPanel(this.#panelOptions(body)).showEntries({ entries, order: this.#order, marked: null });
    return body;
  }

  #toggleMark(speaker: SpeakerId): void {
    this.#marked = this.#marked === speaker ? null : speaker;
    this.#list.updateMark(this.#marked);
    this.#markWords();
  }

  /** Marks all that the chosen speaker says, in the text as it is now. */
  #markWords(): void {
    const { attributions = [] } = this.#summary ?? {};
    const spans = attributions.flatMap(({ speaker, content }) => (speaker === this.#marked ? content : []));
    const wanted = this.#marked === null ? [] : findRanges(this.#shown, spans);
    markText(
      this.#ports.document,
      'lectern-speaker',
      wanted.filter((range) => range !== null),
    );
  }

  #write(format: CopyFormat): string {
    const write = format === 'text' ? speakersAsText : speakersAsMarkdown;
    return write(this.#shown.article, this.#entries(), this.#ports.translate);
  }

  /** @param focused which link on the card gets the focus, by its number; its heading where there is none. */
  #openCard(id: SpeakerId, name: HTMLElement, focused?: number): void {
    const { named, unnamed } = this.#entries();
    const entry = [...named, ...unnamed].find(({ speaker }) => speaker.id === id);
    if (!entry) return;
    const leave = (link: HTMLElement): VisitOrigin => {
      const number = this.#card?.numberOf(link);
      this.#card?.close();
      return { label: 'visitBackToCard', comeBack: () => this.#openCard(id, name, number) };
    };
    const card = createSpeakerCard(
      {
        ...this.#listOptions(leave),
        shown: this.#shown,
        name,
        showMention: (mention, link) => this.#panel.visit.go([mention], leave(link)),
        showInList: (speaker) => void this.#showInList(speaker),
      },
      entry,
    );
    this.#card = card;
    card.open(focused);
  }

  async #showInList({ id }: Speaker): Promise<void> {
    this.#card?.close();
    await this.#panel.open();
    const heading = this.#list.headingOf(id);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }
}
