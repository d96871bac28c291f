import type { Term } from '../glossary/term.ts';
import type { LiveSettings, Settings } from '../settings/settings.ts';
import type { Span } from '../text/span.ts';
import type { CopyFormat } from './copy-tools.ts';
import { counted } from './counted.ts';
import { element } from './element.ts';
import { ExplainButton } from './explain-button.ts';
import { glossaryAsMarkdown, glossaryAsText } from './glossary-export.ts';
import { createGlossaryPanel, type GlossaryPanel, type GlossaryPanelOptions } from './glossary-panel.ts';
import type { GlossaryPart, GlossarySubject, KeepAnswer, TermsAnswer } from './glossary-ports.ts';
import { addPaperSection } from './paper-section.ts';
import type { ReaderPorts, ShownArticle } from './ports.ts';
import { type SelectedWords, termAt } from './selected-words.ts';
import { SidePanel } from './side-panel.ts';
import { createTermCard } from './term-card.ts';
import { arrangeTerms, type TermEntries } from './term-entries.ts';
import { type TermInText, TermMarks } from './term-marks.ts';
import type { TermListOptions } from './term-meanings.ts';
import { anchorOn, anchorOnRange, type CardAnchor, type TextCard } from './text-card.ts';
import type { VisitOrigin } from './text-visit.ts';
import { createWordCard } from './word-card.ts';

/** The settings, of which the order of terms can be changed in the panel itself. */
export interface GlossarySettings extends LiveSettings {
  /** Takes effect at once; rejects where it cannot be stored. */
  change(id: 'termOrder', value: Settings['termOrder']): Promise<void>;
}

type GlossaryPorts = Pick<ReaderPorts, 'document' | 'translate' | 'locale'> & {
  settings: GlossarySettings;
};

const TROUBLE = { 'no-answer': 'glossaryNoAnswer', 'no-glossary': 'glossaryNoGlossary' } as const;

/** Makes the part of the view that explains terms and words: the marks in the text, their cards, and the panel. */
export function createGlossaryPart(ports: GlossaryPorts): GlossaryPart {
  const made = new WeakMap<GlossarySubject, Glossary>();
  const glossaryOf = (subject: GlossarySubject) => {
    const glossary = made.get(subject) ?? new Glossary(ports, subject);
    made.set(subject, glossary);
    return glossary;
  };
  return {
    toggle: (subject) => glossaryOf(subject).toggle(),
    markTerms: (subject) => glossaryOf(subject).markTerms(),
    explainSelections: (subject) => glossaryOf(subject).explainSelections(),
  };
}

/** The glossary of one article on show. */
class Glossary {
  readonly #ports: GlossaryPorts;
  readonly #subject: GlossarySubject;
  readonly #shown: ShownArticle;
  readonly #marks: TermMarks;
  readonly #panel: SidePanel;
  readonly #list: GlossaryPanel;
  #answer: Exclude<TermsAnswer, string> | null = null;
  #known: ReadonlySet<string> = new Set();
  #isListed = false;
  #settings: Settings;
  #card: TextCard | null = null;
  #explainButton: ExplainButton | null = null;

  constructor(ports: GlossaryPorts, subject: GlossarySubject) {
    const { settings } = ports;
    const { shown } = subject;
    this.#ports = ports;
    this.#subject = subject;
    this.#shown = shown;
    this.#settings = settings.current();
    this.#marks = new TermMarks(ports, shown, (marked, words) => this.#openTerm(marked, anchorOn(words)));
    const fill = () => this.#fill();
    this.#panel = new SidePanel({ ...ports, shown, name: 'glossary', heading: 'glossaryHeading', fill });
    this.#list = createGlossaryPanel(this.#panelOptions(this.#panel.body, false));
    const create = () => this.#createForPaper();
    addPaperSection({ ...ports, shown, name: 'glossary', heading: 'glossaryHeading', create });
    settings.subscribe((changed) => this.#follow(changed), shown.signal);
  }

  toggle(): void {
    this.#panel.toggle();
  }

  explainSelections(): void {
    this.#explainButton ??= new ExplainButton({
      ...this.#ports,
      shown: this.#shown,
      isPressEnough: () => this.#settings.hardWords === 'on',
      explain: (words) => void this.#explain(words),
    });
  }

  async markTerms(): Promise<void> {
    this.#take(await this.#subject.findTerms());
  }

  /** Marks and lists what was found, where it is something else than before. */
  #take(answer: TermsAnswer): void {
    if (typeof answer === 'string' || answer === this.#answer || this.#shown.signal.aborted) return;
    this.#answer = answer;
    this.#known = new Set(answer.known);
    this.#markAll();
    this.#updateList();
  }

  get #terms(): readonly Term[] {
    return this.#answer?.terms ?? [];
  }

  #markAll(): void {
    this.#marks.mark({ terms: this.#terms, known: this.#known, settings: this.#settings });
  }

  async #fill(): Promise<void> {
    const { translate } = this.#ports;
    if (!this.#isListed) this.#panel.showMessage('glossarySearching');
    const answer = await this.#subject.findTerms();
    if (this.#shown.signal.aborted) return;
    if (typeof answer === 'string') {
      this.#isListed = false;
      this.#panel.showMessage(TROUBLE[answer], true);
      return this.#shown.announce(translate(TROUBLE[answer]));
    }
    this.#take(answer);
    this.#isListed = answer.terms.length > 0;
    if (!this.#isListed) {
      this.#panel.showMessage('glossaryNone');
      return this.#shown.announce(translate('glossaryNone'));
    }
    this.#list.showEntries(this.#entries(), this.#settings.termOrder);
    this.#shown.announce(counted(translate, this.#terms.length, 'glossaryFoundOne', 'glossaryFoundOther'));
  }

  #entries(): TermEntries {
    const { translate } = this.#ports;
    const language = translate('languageOfMessages');
    return arrangeTerms(this.#terms, this.#shown.article.blocks, this.#settings.termOrder, language);
  }

  #follow(changed: Settings): void {
    const before = this.#settings;
    this.#settings = changed;
    if (changed.termMarks !== before.termMarks || changed.termDensity !== before.termDensity) this.#markAll();
    if (changed.termOrder !== before.termOrder) this.#updateList();
  }

  #updateList(): void {
    if (this.#isListed) this.#list.update(this.#entries(), this.#settings.termOrder);
  }

  #listOptions(leave: (link: HTMLElement) => VisitOrigin): TermListOptions {
    return {
      ...this.#ports,
      article: this.#shown.article,
      show: (place: Span, link) => this.#panel.visit.go([place], leave(link)),
    };
  }

  #panelOptions(body: HTMLElement, isOnPaper: boolean): GlossaryPanelOptions {
    return {
      ...this.#listOptions((link) => this.#panel.leave(link)),
      shown: this.#shown,
      body,
      isOnPaper,
      changeOrder: (order) => void this.#ports.settings.change('termOrder', order).catch(() => undefined),
      write: (format) => this.#write(format),
      isKnown: ({ id }) => this.#known.has(id),
      explainAgain: (term) => void this.#explainAgain(term),
    };
  }

  #createForPaper(): HTMLElement | null {
    // An open panel is printed itself.
    if (this.#panel.isOpen || this.#terms.length === 0) return null;
    const body = element(this.#ports.document, 'div', 'panel-body');
    createGlossaryPanel(this.#panelOptions(body, true)).showEntries(this.#entries(), this.#settings.termOrder);
    return body;
  }

  #write(format: CopyFormat): string {
    const write = format === 'text' ? glossaryAsText : glossaryAsMarkdown;
    return write(this.#shown.article, this.#entries(), this.#ports);
  }

  /** @param focused which link on the card gets the focus, by its number; its heading where there is none. */
  #openTerm(at: TermInText, anchor: CardAnchor, focused?: number): void {
    const leave = (link: HTMLElement): VisitOrigin => {
      const number = this.#card?.numberOf(link);
      this.#card?.close();
      return { label: 'visitBackToCard', comeBack: () => this.#openTerm(at, anchor, number) };
    };
    const { term, mention } = at;
    const card = createTermCard(
      {
        ...this.#listOptions(leave),
        subject: this.#subject,
        anchor,
        mention,
        isKnown: this.#known.has(term.id),
        know: (isKnown) => this.#know(term, isKnown),
      },
      term,
    );
    this.#card = card;
    card.open(focused);
  }

  #know(term: Term, isKnown: boolean): Promise<boolean> {
    const known = new Set(this.#known);
    if (isKnown) known.add(term.id);
    else known.delete(term.id);
    this.#known = known;
    this.#marks.show(term.id, !isKnown);
    this.#updateList();
    return this.#subject.know(term, isKnown);
  }

  /** From the panel: the button goes with what it stood for, and the term's meaning comes in its place. */
  async #explainAgain(term: Term): Promise<void> {
    const { translate } = this.#ports;
    const isStored = await this.#know(term, false);
    this.#markAll();
    this.#list.focus(term);
    this.#shown.announce(isStored ? translate('termMarkedAgain', term.term) : translate('termKnownNotStored'));
  }

  async #explain(selected: SelectedWords): Promise<void> {
    const anchor = anchorOnRange(this.#ports.document, this.#shown, selected.range);
    const answer = await this.#subject.findTerms();
    if (this.#shown.signal.aborted) return;
    // Marked later: now it would change the elements under what is selected.
    const terms = typeof answer === 'string' ? this.#terms : answer.terms;
    const found = termAt(this.#shown, terms, selected);
    if (found) return this.#openTerm(found, anchor);
    const keep = (term: string, definition: string) => this.#keep(term, definition);
    createWordCard({ ...this.#ports, subject: this.#subject, anchor, keep }, selected).open();
  }

  async #keep(term: string, definition: string): Promise<KeepAnswer> {
    const answer = await this.#subject.keepOwnTerm(term, definition);
    if (answer !== 'kept') return answer;
    await this.markTerms();
    return answer;
  }
}
