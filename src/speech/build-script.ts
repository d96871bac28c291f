import { firstIndex } from '../text/first-index.ts';
import { findSentences } from '../text/sentences.ts';
import type { Range, Span } from '../text/span.ts';
import { Announcer, type SpokenQuotation } from './announce.ts';
import { AudibleText } from './audible-text.ts';
import { type Pronunciation, speakRange } from './pronunciation.ts';
import type { Script, SpokenPiece, SpokenSentence, SpokenStretch, VoiceRole } from './script.ts';
import { findScriptRuns } from './script-runs.ts';

/** What a block is to a listener; the same kinds as those of an article's blocks. */
export type SpeechBlockKind =
  | 'standfirst'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'quote'
  | 'table'
  | 'code'
  | 'caption'
  | 'note'
  | 'byline';

/** A piece of an article's running text, with what only a listener has to be told. */
export interface SpeechBlock {
  id: string;
  kind: SpeechBlockKind;
  text: string;
  /** BCP 47; null where it is that of the article. */
  language: string | null;
  /** The number of a list item, as it is said: "1."; null where it has none. */
  label: string | null;
  /** What of the text is not spoken, such as the marks of footnotes; UTF-16 offsets. */
  silent: readonly Range[];
}

/** What of an article is to be heard, and how. */
export interface ScriptOptions {
  title: string | null;
  /** The block that the headline's sentences stand in, where there is one: its text is `title`. */
  titleBlock?: string;
  /** Read behind the headline, where it is wanted at all. */
  byline?: string | null;
  /** The article's own, BCP 47; null where it is not known. */
  language: string | null;
  /** What is read of the kinds that not every listener wants. */
  read: Readonly<Record<'caption' | 'table' | 'code' | 'note', boolean>>;
  /** Whether quotations are announced, or spoken in the second voice. */
  quotations: 'plain' | 'announced' | 'second';
  /** The direct quotations, in the order of the article. */
  quotes: readonly SpokenQuotation[];
  /** The reader's own pronunciations. */
  pronunciations: readonly Pronunciation[];
}

/**
 * Silence before what is spoken, in milliseconds at rate 1: long enough to be heard as what it is, short enough that nobody
 * takes the reading for ended.
 */
const PAUSES = {
  sentence: 250,
  listItem: 400,
  paragraph: 600,
  /** Before a heading, and behind it and the headline. */
  heading: 900,
  behindHeading: 700,
  /** Before and behind a quotation in another voice. */
  voice: 150,
} as const;

const HAS_SOUND = /[\p{L}\p{N}%‰€$£¥₹+=]/u;
/** Pages whose language is not known are read as English, as most of them are. */
const DEFAULT_LANGUAGE = 'en';

/** A block, or a line that is read as one. */
interface Part {
  id: string | null;
  kind: SpeechBlockKind | 'title';
  text: string;
  language: string | null;
  label: string | null;
  silent: readonly Range[];
}

/** Makes of an article what is spoken, in the order of listening. Time is linear in the text. */
export function buildScript(blocks: readonly SpeechBlock[], options: ScriptOptions): Script {
  return new ScriptBuilder(blocks, options).script;
}

class ScriptBuilder {
  readonly script: SpokenSentence[] = [];
  readonly #options: ScriptOptions;
  readonly #announcer: Announcer | null;
  readonly #quotes: ReadonlyMap<string, readonly SpokenQuotation[]>;
  #paragraph = -1;
  #last: Part['kind'] | null = null;

  constructor(blocks: readonly SpeechBlock[], options: ScriptOptions) {
    this.#options = options;
    this.#quotes = options.quotations === 'plain' ? new Map() : byBlock(options.quotes);
    this.#announcer =
      options.quotations === 'announced' ? new Announcer(blocks.map(({ text }) => text).join('\n')) : null;
    const line = { language: null, label: null, silent: [] };
    if (options.title !== null)
      this.#add({ ...line, id: options.titleBlock ?? null, kind: 'title', text: options.title });
    if (options.byline) this.#add({ ...line, id: null, kind: 'byline', text: options.byline });
    for (const block of blocks) if (this.#isRead(block)) this.#add(block);
  }

  #isRead({ id, kind }: SpeechBlock): boolean {
    if (kind === 'byline' || id === this.#options.titleBlock) return false;
    const choices: Partial<Record<SpeechBlockKind, boolean>> = this.#options.read;
    return choices[kind] ?? true;
  }

  #add(part: Part): void {
    const audible = new AudibleText(part.text, part.silent);
    // Each row of a table and each line of code is a step of its own.
    const inLines = part.kind === 'table' || part.kind === 'code';
    let isFirst = true;
    for (const range of inLines ? findLines(audible.text) : findSentences(audible.text, [0, audible.text.length])) {
      const opens = isFirst || inLines;
      const span = this.#spanOf(part, audible, range);
      const pieces = this.#piecesOf(part, audible, range, span, isFirst);
      const [first] = pieces;
      if (first === undefined) continue;
      if (opens) this.#paragraph++;
      first.pauseBefore = this.#pauseBefore(part.kind, isFirst, opens);
      this.script.push({ span, paragraph: this.#paragraph, pieces });
      this.#last = part.kind;
      isFirst = false;
    }
  }

  #pauseBefore(kind: Part['kind'], isFirst: boolean, opens: boolean): number {
    if (this.#last === null) return 0;
    if (!isFirst) return opens ? PAUSES.listItem : PAUSES.sentence;
    if (kind === 'heading') return PAUSES.heading;
    if (this.#last === 'heading' || this.#last === 'title') return PAUSES.behindHeading;
    return kind === 'list-item' && this.#last === 'list-item' ? PAUSES.listItem : PAUSES.paragraph;
  }

  #spanOf({ id }: Part, audible: AudibleText, range: Range): Span | null {
    if (id === null) return null;
    const [start, end] = audible.toSource(range);
    return { block: id, start, end };
  }

  #piecesOf(part: Part, audible: AudibleText, range: Range, span: Span | null, isFirst: boolean): SpokenPiece[] {
    const quotes = this.#quotesIn(span);
    const language = part.language ?? this.#options.language ?? DEFAULT_LANGUAGE;
    const pieces = cut(audible, range, this.#options.quotations === 'second' ? quotes : [], language).map((stretch) =>
      this.#speak(audible, stretch),
    );
    const heard = joinSilent(pieces);
    if (heard.length === 0) return [];
    const said = [isFirst ? part.label : null, this.#announcement(quotes, span, part.text)].filter(Boolean).join(' ');
    return said === '' ? heard : withWordsBefore(heard, said, language);
  }

  #announcement(quotes: readonly SpokenQuotation[], span: Span | null, text: string): string | null {
    if (span === null || this.#announcer === null) return null;
    const beginning = quotes.filter((quote) => quote.span.start >= span.start - 2);
    return this.#announcer.announce(beginning, span.start, text.slice(span.start, span.end));
  }

  #quotesIn(span: Span | null): readonly SpokenQuotation[] {
    if (span === null) return [];
    const quotes = this.#quotes.get(span.block) ?? [];
    // Quotations do not overlap, so that the first ones to end are the first ones to begin.
    const first = firstIndex(quotes.length, (index) => (quotes[index]?.span.end ?? 0) > span.start);
    const behind = firstIndex(quotes.length, (index) => (quotes[index]?.span.start ?? 0) >= span.end);
    return quotes.slice(first, behind);
  }

  #speak(audible: AudibleText, { range, role, language, changesVoice }: Stretch): SpokenPiece {
    const spoken = speakRange(audible, range, language, this.#options.pronunciations);
    return {
      text: spoken.text,
      stretches: spoken.stretches,
      language,
      role,
      pauseBefore: changesVoice ? PAUSES.voice : 0,
    };
  }
}

/** What of a sentence is spoken in one voice and language. */
interface Stretch {
  range: Range;
  role: VoiceRole;
  language: string;
  changesVoice: boolean;
}

function cut(audible: AudibleText, [from, to]: Range, quotes: readonly SpokenQuotation[], language: string): Stretch[] {
  const roles: { range: Range; role: VoiceRole }[] = [];
  let at = from;
  for (const { span } of quotes) {
    const start = Math.max(at, audible.fromSource(span.start));
    const end = Math.min(to, audible.fromSource(span.end));
    if (start >= end) continue;
    if (start > at) roles.push({ range: [at, start], role: 'first' });
    roles.push({ range: [start, end], role: 'second' });
    at = end;
  }
  if (to > at) roles.push({ range: [at, to], role: 'first' });
  return roles.flatMap(({ range: [start, end], role }, place) =>
    findScriptRuns(audible.text.slice(start, end), language).map((run, index) => ({
      range: [start + run.range[0], start + run.range[1]] as const,
      role,
      language: run.language,
      changesVoice: place > 0 && index === 0,
    })),
  );
}

/** Marks and spaces alone are no piece: they go with the one before, or with the one behind. */
function joinSilent(pieces: readonly SpokenPiece[]): SpokenPiece[] {
  const heard: SpokenPiece[] = [];
  let silent: SpokenPiece | null = null;
  for (const piece of pieces) {
    const last = heard.at(-1);
    if (HAS_SOUND.test(piece.text)) {
      heard.push(
        silent === null ? piece : { ...joinPieces(silent, piece), role: piece.role, language: piece.language },
      );
      silent = null;
    } else if (last !== undefined) heard[heard.length - 1] = joinPieces(last, piece);
    else silent = silent === null ? piece : joinPieces(silent, piece);
  }
  return heard;
}

function joinPieces(one: SpokenPiece, other: SpokenPiece): SpokenPiece {
  return { ...one, text: one.text + other.text, stretches: [...one.stretches, ...moved(other, one.text.length)] };
}

function moved({ stretches }: SpokenPiece, by: number): SpokenStretch[] {
  return stretches.map((stretch) => ({ ...stretch, start: stretch.start + by, end: stretch.end + by }));
}

/** Words that are only spoken stand for nothing of the source; they are said in the first voice. */
function withWordsBefore(pieces: readonly SpokenPiece[], words: string, language: string): SpokenPiece[] {
  const [first, ...others] = pieces;
  const text = `${words} `;
  const at = first?.stretches[0]?.sourceStart ?? 0;
  const said = { start: 0, end: text.length, sourceStart: at, sourceEnd: at, isSame: false };
  const piece: SpokenPiece = { text, stretches: [said], language, role: 'first', pauseBefore: 0 };
  const isOneVoice = first?.role === 'first' && first.language === language;
  return isOneVoice ? [joinPieces(piece, first), ...others] : [piece, ...pieces];
}

/** The lines that are not blank, without the white space around them. */
function findLines(text: string): Range[] {
  return Array.from(text.matchAll(/\S(?:[^\n]*\S)?/gu), ({ 0: line, index }) => [index, index + line.length] as const);
}

function byBlock(quotes: readonly SpokenQuotation[]): Map<string, SpokenQuotation[]> {
  const blocks = new Map<string, SpokenQuotation[]>();
  for (const quote of quotes) {
    const same = blocks.get(quote.span.block) ?? [];
    same.push(quote);
    blocks.set(quote.span.block, same);
  }
  for (const same of blocks.values()) same.sort((one, other) => one.span.start - other.span.start);
  return blocks;
}
