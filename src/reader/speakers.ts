import type { MessageKey } from '../../assets/message-key.ts';
import type { LiveSettings, Settings } from '../settings/settings.ts';
import { NOBODY_SPEAKS, type Speaker, type SpeakerId, type SpeakerSummary } from '../speakers/attribution.ts';
import type { Span } from '../text/span.ts';
import { copyText } from './clipboard.ts';
import { counted } from './counted.ts';
import { markText } from './highlights.ts';
import { PanelCover } from './panel-cover.ts';
import type { ReaderPorts, ShownArticle, SpeakersPart, SpeakersSubject } from './ports.ts';
import type { SpeakerListOptions } from './said-list.ts';
import { createSpeakerCard, type SpeakerCard } from './speaker-card.ts';
import { arrangeSpeakers, type SpeakerEntries } from './speaker-entries.ts';
import { SpeakerNames } from './speaker-names.ts';
import { speakersAsMarkdown, speakersAsText } from './speakers-export.ts';
import { createSpeakersPanel, type SpeakersPanel } from './speakers-panel.ts';
import { findRanges } from './text-range.ts';
import { TextVisit, type VisitOrigin } from './text-visit.ts';

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
  readonly #visit: TextVisit;
  readonly #panel: SpeakersPanel;
  readonly #cover: PanelCover;
  #summary: SpeakerSummary | null = null;
  #order: Settings['speakerOrder'];
  #marked: SpeakerId | null = null;
  #isOpen = false;
  /** Whether the key that leads back has been told: once is enough. */
  #isKeyTold = false;
  #card: SpeakerCard | null = null;
  /** What the panel lists now. */
  #listed: SpeakerSummary | null = null;

  constructor(ports: SpeakersPorts, subject: SpeakersSubject) {
    const { document, translate, settings } = ports;
    const { shown } = subject;
    this.#ports = ports;
    this.#subject = subject;
    this.#shown = shown;
    this.#order = settings.current().speakerOrder;
    this.#names = new SpeakerNames(document, shown, (speaker, name) => this.#openCard(speaker, name));
    this.#visit = new TextVisit(document, shown, () => this.#markWords());
    this.#panel = createSpeakersPanel({
      ...this.#listOptions((link) => this.#leavePanel(link)),
      close: () => this.#close(),
      toggleMark: ({ id }) => this.#toggleMark(id),
      changeOrder: (order) => void settings.change('speakerOrder', order).catch(() => undefined),
      copy: (format) => void this.#copy(format),
      tryAgain: () => void this.#tryAgain(),
    });
    this.#panel.element.hidden = true;
    this.#panel.element.lang = translate('languageOfMessages');
    this.#panel.element.dir = translate('directionOfMessages');
    this.#cover = new PanelCover(shown, this.#panel.element);
    shown.answerKeys((key) => key === 'Escape' && (this.#closeCard() || this.#close()));
    settings.subscribe((changed) => this.#follow(changed), shown.signal);
    shown.signal.addEventListener('abort', () => this.#end());
  }

  toggle(): void {
    // On a narrow screen the panel makes way for the place it led to; asked for, it comes back.
    if (this.#isOpen && this.#panel.element.hidden) this.#visit.back();
    else if (this.#isOpen) this.#close();
    else void this.#open();
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
    this.#markWords();
  }

  async #open(): Promise<void> {
    const { element, heading } = this.#panel;
    const { speakersButton, stage } = this.#shown;
    this.#isOpen = true;
    element.hidden = false;
    stage.append(element);
    speakersButton.setAttribute('aria-expanded', 'true');
    speakersButton.setAttribute('aria-controls', element.id);
    this.#cover.update();
    heading.focus({ preventScroll: true });
    await this.#fill();
  }

  /** @returns false where it was closed already. */
  #close(): boolean {
    if (!this.#isOpen) return false;
    const { element } = this.#panel;
    const hadFocus = element.matches(':focus-within');
    this.#isOpen = false;
    element.hidden = true;
    this.#cover.update();
    this.#visit.end();
    this.#shown.speakersButton.setAttribute('aria-expanded', 'false');
    if (hadFocus) this.#shown.speakersButton.focus({ preventScroll: true });
    return true;
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
    this.#panel.showEntries({ entries, order: this.#order, marked: this.#marked });
    if (count > 0) this.#shown.announce(counted(translate, count, 'speakersFoundOne', 'speakersFoundOther'));
  }

  async #tryAgain(): Promise<void> {
    this.#panel.heading.focus({ preventScroll: true });
    await this.#fill();
  }

  #entries(): SpeakerEntries {
    return arrangeSpeakers(this.#summary ?? NOBODY_SPEAKS, this.#shown.article.blocks, this.#order);
  }

  #follow({ speakerOrder }: Settings): void {
    if (speakerOrder !== this.#order) {
      this.#order = speakerOrder;
      if (this.#listed) this.#panel.reorder(this.#entries(), speakerOrder);
    }
    void this.markNames();
  }

  #listOptions(leave: (link: HTMLElement) => VisitOrigin): SpeakerListOptions {
    return {
      ...this.#ports,
      article: this.#shown.article,
      show: ({ spans }, link) => this.#go(spans, leave(link)),
    };
  }

  #go(spans: readonly Span[], origin: VisitOrigin): void {
    if (!this.#visit.go(spans, origin)) return void origin.comeBack();
    if (!this.#isKeyTold) this.#shown.announce(this.#ports.translate('speakersBackByKey', origin.keyName));
    this.#isKeyTold = true;
  }

  #origin(label: MessageKey, comeBack: () => void): VisitOrigin {
    const { translate } = this.#ports;
    return { label: translate(label), keyName: translate('keyBackspace'), comeBack };
  }

  /** Makes way where the panel would cover the text, and says how to come back to a link in it. */
  #leavePanel(link: HTMLElement): VisitOrigin {
    const { element } = this.#panel;
    if (this.#cover.isCovering()) element.hidden = true;
    this.#cover.update();
    const comeBack = () => {
      element.hidden = false;
      this.#cover.update();
      link.focus();
    };
    return this.#origin('speakersBackToList', comeBack);
  }

  #toggleMark(speaker: SpeakerId): void {
    this.#marked = this.#marked === speaker ? null : speaker;
    this.#panel.updateMark(this.#marked);
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

  async #copy(format: 'text' | 'markdown'): Promise<void> {
    const { document, translate } = this.#ports;
    const write = format === 'text' ? speakersAsText : speakersAsMarkdown;
    const text = write(this.#shown.article, this.#entries(), translate);
    const copied = await copyText(document, this.#panel.element, text);
    if (this.#shown.signal.aborted) return;
    this.#panel.reportCopy(copied ? null : text);
    this.#shown.announce(translate(copied ? 'speakersCopied' : 'speakersCopyByHand'));
  }

  /** @param focused which link on the card gets the focus, by its number; its heading where there is none. */
  #openCard(id: SpeakerId, name: HTMLElement, focused = -1): void {
    this.#closeCard();
    const { named, unnamed } = this.#entries();
    const entry = [...named, ...unnamed].find(({ speaker }) => speaker.id === id);
    if (!entry) return;
    const leave = (link: HTMLElement): VisitOrigin => {
      const number = this.#card?.numberOf(link) ?? -1;
      this.#card?.close();
      const comeBack = () => this.#openCard(id, name, number);
      return this.#origin('speakersBackToCard', comeBack);
    };
    this.#card = createSpeakerCard(
      {
        ...this.#listOptions(leave),
        shown: this.#shown,
        name,
        showMention: (mention, link) => this.#go([mention], leave(link)),
        showInList: (speaker) => void this.#showInList(speaker),
        onClosed: () => {
          this.#card = null;
        },
      },
      entry,
    );
    this.#card.focus(focused);
  }

  /** @returns false where none was open. */
  #closeCard(): boolean {
    const isOpen = this.#card !== null;
    this.#card?.close();
    return isOpen;
  }

  async #showInList({ id }: Speaker): Promise<void> {
    this.#closeCard();
    if (this.#isOpen && this.#panel.element.hidden) this.#visit.back();
    await this.#open();
    const heading = this.#panel.headingOf(id);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }

  /** Something else is shown now. */
  #end(): void {
    this.#closeCard();
    this.#panel.element.hidden = true;
    this.#panel.element.remove();
    this.#cover.update();
    this.#shown.speakersButton.setAttribute('aria-expanded', 'false');
    this.#shown.speakersButton.removeAttribute('aria-controls');
    for (const mark of ['lectern-place', 'lectern-speaker'] as const) markText(this.#ports.document, mark, []);
  }
}
