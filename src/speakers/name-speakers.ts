import { findWords, type Word } from '../text/name-words.ts';
import { findQuotations } from '../text/quotation-marks.ts';
import { findSentences } from '../text/sentences.ts';
import type { Range } from '../text/span.ts';
import { ageOf } from './ages.ts';
import { type EpithetKnowledge, resolveEpithet } from './epithets.ts';
import { foldNamePart } from './name-forms.ts';
import { findMentions, type Mention } from './name-mentions.ts';
import { canBePerson, genderOfPronoun, PronounResolver } from './pronouns.ts';
import { type Bearer, type Bearers, resolveNames } from './resolve-names.ts';
import type { RolePhrase } from './role-phrases.ts';
import { findRoles, type RolesOfBearer } from './roles.ts';
import { readSource, type SourceReading } from './source-phrases.ts';

import type { Prose, Statement } from './statement.ts';
import {
  GROUP_WORDS,
  isInstitution,
  isPluralRole,
  isListedRoleNoun,
  looksPlural,
  OPENERS,
  REPORTING_VERBS,
} from './word-lists.ts';

/** Somebody who says something in an article. */
export interface NamedSource {
  /** The fullest form of the name; without a name the source's own words. A substring of the text. */
  name: string;
  named: boolean;
  /** What the article says the person is, without the name; a substring of the text. */
  role: string | null;
  roleRange: Range | null;
  /** Where the source is named, in order; no pronouns. */
  mentions: Range[];
}

/** Who says each statement: `sourceOf[i]` is an index into `sources`, null where the article leaves it open. */
export interface NamedSpeakers {
  sources: NamedSource[];
  sourceOf: (number | null)[];
}

/** A quotation in so many first paragraphs may name its speaker only further down. */
const OPENING_PARAGRAPHS = 3;
/** Fewer letters than these may be repeated by chance. */
const SHORTEST_ECHO = 10;
/** "Who" has its name at most so many words before it. */
const ANTECEDENT_REACH = 20;
/** So many words in, a sentence has come to its subject. */
const SUBJECT_REACH = 6;
/** "It" and "they" reach so many sentences back. */
const SAME_GROUP_REACH = 2;

/** Says for every statement who makes it. `statements` are in the order of the text. */
export function nameSpeakers(prose: Prose, statements: readonly Statement[]): NamedSpeakers {
  const { text, paragraphs } = prose;
  const quotations = findQuotations(text, paragraphs, 'en')
    .filter(({ nested }) => !nested)
    .map(({ start, end }): Range => [start, end]);
  const words = findWords(text, {
    paragraphs,
    sentences: paragraphs.flatMap((paragraph) => findSentences(text, paragraph)),
    quotations,
  });
  const mentions = findMentions(words);
  const bearers = resolveNames(words, mentions);
  return new Naming(text, words, mentions, bearers, statements).run();
}

class Naming {
  private readonly mentionsAt = new Map<number, Mention>();
  private readonly lowerCase = new Set<string>();
  private readonly sources: NamedSource[] = [];
  private readonly numbers = new Map<Bearer | string, number>();
  private readonly pronouns: PronounResolver;
  private readonly unnamed = new Map<string, number>();
  private readonly knowledge: EpithetKnowledge;
  private last: { number: number; at: number } | null = null;
  private readonly roles = new Map<Bearer, RolesOfBearer>();
  private readonly readings: readonly (SourceReading | null)[];
  /** The names that are sources, with the word at which the source begins. */
  private readonly heads: ReadonlyMap<Mention, number>;
  /** Descriptions that stand for a bearer. */
  private readonly told = new Map<Bearer, RolePhrase[]>();

  constructor(
    private readonly text: string,
    private readonly words: readonly Word[],
    mentions: readonly Mention[],
    private readonly bearers: Bearers,
    private readonly statements: readonly Statement[],
  ) {
    for (const mention of mentions)
      for (let index = mention.titleFrom; index <= mention.from; index++) this.mentionsAt.set(index, mention);
    for (const { kind, capital, lower } of words) if (kind === 'word' && !capital) this.lowerCase.add(lower);
    this.readings = statements.map(({ source }) => (source === null ? null : this.read(source)));
    this.heads = new Map(
      this.readings.flatMap((reading, index): [Mention, number][] =>
        reading?.type === 'name' ? [[reading.mention, this.wordAt(statements[index]?.source?.[0] ?? 0)]] : [],
      ),
    );
    const pronounsAt = new Set(this.readings.flatMap((reading) => (reading?.type === 'pronoun' ? [reading.at] : [])));
    this.pronouns = new PronounResolver(words, bearers, this.heads, pronounsAt);
    this.knowledge = {
      words,
      bearers: bearers.all,
      roleWordsOf: (bearer) => this.rolesOf(bearer).words,
      ageOf: (bearer) => ageOf(words, bearer),
      pronouns: this.pronouns,
    };
  }

  run(): NamedSpeakers {
    const sourceOf: (number | null)[] = [];
    this.statements.forEach((statement, index) => {
      const number = statement.source === null ? this.withoutSource(index, sourceOf) : this.find(index, statement);
      sourceOf.push(number);
      if (number !== null)
        this.last = { number, at: this.wordAt((statement.source ?? statement.content[0] ?? [0])[0]) };
    });
    this.lookAhead(sourceOf);
    // What descriptions have told is known only now.
    this.roles.clear();
    for (const [key, number] of this.numbers) {
      const source = this.sources[number];
      if (typeof key === 'string' || source === undefined) continue;
      source.roleRange = this.rolesOf(key).best;
      source.role = source.roleRange === null ? null : this.text.slice(...source.roleRange);
    }
    return { sources: this.sources, sourceOf };
  }

  private rolesOf(bearer: Bearer): RolesOfBearer {
    const known =
      this.roles.get(bearer) ??
      findRoles(this.words, bearer, this.mentionsAt, (mention) => this.heads.get(mention) ?? null, this.told.get(bearer) ?? []);
    this.roles.set(bearer, known);
    return known;
  }

  /** A headline's words come again further down; an article that opens with a quotation names the speaker after it. */
  private lookAhead(sourceOf: (number | null)[]): void {
    this.statements.forEach((statement, index) => {
      const [first] = statement.content;
      if (sourceOf[index] !== null || statement.source !== null || statement.kind === 'indirect' || first === undefined)
        return;
      const paragraph = this.words[this.wordAt(first[0])]?.paragraph ?? 0;
      if (paragraph > OPENING_PARAGRAPHS) return;
      const said = lettersOf(this.text.slice(...first));
      let next: number | null = null;
      for (let later = index + 1; later < this.statements.length; later++) {
        const other = this.statements[later];
        const number = sourceOf[later] ?? null;
        const start = other?.content[0]?.[0];
        if (other === undefined || start === undefined || number === null) continue;
        const isSame =
          said.length >= SHORTEST_ECHO &&
          other.content.some((range) => lettersOf(this.text.slice(...range)).includes(said));
        if (isSame) {
          sourceOf[index] = number;
          return;
        }
        const distance = (this.words[this.wordAt(start)]?.paragraph ?? 0) - paragraph;
        if (distance <= 1 && this.words[this.wordAt(first[0])]?.headline === false) next ??= number;
      }
      if (paragraph > 0) sourceOf[index] = next;
    });
  }

  /** Who makes a statement that names nobody: whoever spoke before it, or is the subject beside it. */
  private withoutSource(index: number, sourceOf: readonly (number | null)[]): number | null {
    const statement = this.statements[index];
    const before = index === 0 ? null : (sourceOf[index - 1] ?? null);
    if (statement === undefined) return null;
    if (statement.continues) return before;
    const at = this.wordAt(statement.content[0]?.[0] ?? 0);
    const cueAt = statement.cue === null ? null : this.wordAt(statement.cue[0]);
    const last = this.last;
    if (statement.kind === 'indirect' || statement.cue !== null) {
      // "She said no and promised to pay": the verbs have one subject; "it was said" has none.
      const isPassive =
        cueAt !== null && /^(?:is|are|was|were|been|be|being)$/.test(this.words[cueAt - 1]?.lower ?? '');
      const sameSentence = last !== null && this.words[last.at]?.sentence === this.words[cueAt ?? at]?.sentence;
      if (sameSentence && !isPassive) return before;
      if (statement.kind === 'indirect') return null;
    }
    return this.besideQuotation(at, statement) ?? this.spokeBefore(at);
  }

  /** The speaker of the paragraph so far, or the subject of the sentence before or behind the quotation. */
  private besideQuotation(at: number, statement: Statement): number | null {
    const here = this.words[at];
    if (here === undefined) return null;
    const previous = this.words[at - 1];
    if (this.last !== null && this.words[this.last.at]?.paragraph === here.paragraph && this.last.at < at)
      return this.last.number;
    if (previous !== undefined && previous.paragraph === here.paragraph)
      return this.subjectOf(previous.sentence, at - 1);
    if (previous?.text === ':') return this.subjectOf(previous.sentence, at - 1);
    const end = this.wordAt(statement.content[statement.content.length - 1]?.[1] ?? 0);
    const next = this.words[end];
    if (next === undefined || next.paragraph !== here.paragraph || next.quoted) return null;
    return this.subjectOf(next.sentence, end);
  }

  /** Whoever was quoted in the paragraph before. */
  private spokeBefore(at: number): number | null {
    if (this.last === null) return null;
    const distance = (this.words[at]?.paragraph ?? 0) - (this.words[this.last.at]?.paragraph ?? 0);
    if (distance <= 1) return this.last.number;
    const previous = this.words[at - 1];
    return previous === undefined ? null : this.subjectOf(previous.sentence, at - 1);
  }

  /** Who or what a sentence begins with: a name or "he" and "she". */
  private subjectOf(sentence: number, within: number): number | null {
    let index = within;
    while (index > 0 && this.words[index - 1]?.sentence === sentence) index--;
    for (let seen = 0; seen < SUBJECT_REACH; seen++, index++) {
      const word = this.words[index];
      if (word === undefined || word.sentence !== sentence) return null;
      const mention = this.mentionsAt.get(index);
      const bearer = mention === undefined ? undefined : this.bearers.of.get(mention);
      if (mention !== undefined && bearer !== undefined && this.isName(mention) && canBePerson(bearer)) {
        if (/^['’]s?$/.test(this.words[mention.after]?.text ?? '')) return null;
        return this.numberOf(bearer);
      }
      if (word.lower === 'he' || word.lower === 'she') {
        const meant = this.pronouns.resolve(index, false);
        return meant === null ? null : this.numberOf(meant);
      }
    }
    return null;
  }

  private read(source: Range): SourceReading | null {
    return readSource(this.words, this.wordAt(source[0]), this.wordAt(source[1]), this.mentionsAt, (mention) =>
      this.isName(mention),
    );
  }

  private find(index: number, statement: Statement): number | null {
    const reading = this.readings[index] ?? null;
    const isTag = statement.kind === 'direct' && (statement.content[0]?.[0] ?? 0) < (statement.source?.[0] ?? 0);
    if (reading === null) return null;
    if (reading.type === 'name') {
      const bearer = this.bearers.of.get(reading.mention);
      if (bearer !== undefined) {
        this.pronouns.note(reading.mention.from, bearer, false);
        return this.numberOf(bearer);
      }
      return this.numberOfDescription(reading.mention.titleFrom, reading.mention.after, reading.mention.after - 1);
    }
    if (reading.type === 'pronoun') return this.pronoun(reading.at, isTag);
    if (reading.type === 'relative') return this.antecedent(reading.at);
    const institution = this.institution(reading.from, reading.to, reading.head);
    if (institution !== null) return institution;
    const inHeadline = this.fromHeadline(reading.from, reading.to);
    if (inHeadline !== null) return this.numberOf(inHeadline);
    const known = resolveEpithet(this.knowledge, reading);
    if (known !== null) {
      this.pronouns.note(reading.head, known, true);
      const told: RolePhrase = { from: reading.from, to: reading.to, place: 'epithet' };
      this.told.set(known, [...(this.told.get(known) ?? []), told]);
      return this.numberOf(known);
    }
    return this.numberOfDescription(reading.from, reading.to, reading.head);
  }

  /** "the US military", "Kenya's air force": named, though the noun is a common one. */
  private institution(from: number, to: number, head: number): number | null {
    const first = /^(?:the|a)$/.test(this.words[from]?.lower ?? '') ? from + 1 : from;
    const noun = this.words[head]?.lower ?? '';
    const two = `${this.words[head - 1]?.lower ?? ''} ${noun}`;
    if (
      head + 1 !== to ||
      first >= head ||
      this.words[first]?.capital !== true ||
      !(isInstitution(noun) || isInstitution(two))
    )
      return null;
    const isCountry = [...this.words.slice(first, head)].every(
      ({ text, lower, capital }) => capital || /^['’]s?$/.test(text) || isInstitution(`${lower} ${noun}`),
    );
    if (!isCountry || (this.words[first]?.opens === true && OPENERS.has(this.words[first]?.lower ?? ''))) return null;
    const range: Range = [this.words[first]?.start ?? 0, this.words[head]?.end ?? 0];
    const name = this.text.slice(...range);
    const known = this.numbers.get(name.toLowerCase());
    if (known !== undefined) {
      this.sources[known]?.mentions.push(range);
      return known;
    }
    this.numbers.set(name.toLowerCase(), this.sources.length);
    this.sources.push({ name, named: true, role: null, roleRange: null, mentions: [range] });
    return this.sources.length - 1;
  }

  private pronoun(at: number, isTag: boolean): number | null {
    const lower = this.words[at]?.lower ?? '';
    if (genderOfPronoun(lower) === null) return this.asBefore(at, lower);
    const bearer = this.pronouns.resolve(at, isTag);
    if (bearer === null) return null;
    this.pronouns.note(at, bearer, true);
    return this.numberOf(bearer);
  }

  /** "It" for the body and "they" for the group that spoke in the sentence before. */
  private asBefore(at: number, lower: string): number | null {
    const last = this.last;
    if (last === null || !/^(?:it|its|they|their)$/.test(lower)) return null;
    const distance = (this.words[at]?.sentence ?? 0) - (this.words[last.at]?.sentence ?? 0);
    const source = this.sources[last.number];
    if (distance > SAME_GROUP_REACH || source === undefined) return null;
    const bearer = [...this.numbers].find(([, number]) => number === last.number)?.[0];
    if (typeof bearer === 'object')
      return lower.startsWith('it') && bearer.kind === 'organisation' ? last.number : null;
    return source.named && !lower.startsWith('it') ? null : last.number;
  }

  /** "Jane Example, who", "Jane Example, a forester, who": the name before it, and nobody in "supporters of Jane Example who". */
  private antecedent(at: number): number | null {
    let end = at;
    while (/^[,(—–-]$/.test(this.words[end - 1]?.text ?? '')) end--;
    for (let index = end - 1; index >= 0 && index > end - ANTECEDENT_REACH; index--) {
      const word = this.words[index];
      if (word === undefined || word.sentence !== this.words[at]?.sentence || REPORTING_VERBS.has(word.lower))
        return null;
      const mention = this.mentionsAt.get(index);
      const bearer = mention === undefined ? undefined : this.bearers.of.get(mention);
      if (mention === undefined || bearer === undefined) continue;
      const before = this.words[mention.titleFrom - 1];
      const isObject = before !== undefined && /^(?:of|for|with|by|at|in|from|and)$/.test(before.lower) && end === at;
      const isApposed = mention.after < end && this.words[mention.after]?.text === ',' && end < at;
      if (mention.after !== end && !isApposed) continue;
      if (isObject || !this.isName(mention)) return null;
      if (this.words[at]?.lower === 'who' && !canBePerson(bearer)) return null;
      return this.numberOf(bearer);
    }
    return null;
  }

  private fromHeadline(from: number, to: number): Bearer | null {
    if (this.words[from]?.headline !== true) return null;
    for (let index = to - 1; index >= from; index--) {
      const word = this.words[index];
      const found = word?.capital === true ? this.bearers.find(foldNamePart(word.text)) : null;
      if (found !== null) return found;
    }
    return null;
  }

  /** Whether a mention can be somebody's name; "Critics" at the start of a sentence is none. */
  private isName(mention: Mention): boolean {
    const bearer = this.bearers.of.get(mention);
    if (bearer === undefined || mention.kind === 'people') return false;
    if (bearer.parts.length > 1 || mention.titleFrom < mention.from) return true;
    const lower = this.words[mention.from]?.lower ?? '';
    if (isPluralRole(lower) || GROUP_WORDS.has(lower) || isListedRoleNoun(lower)) return false;
    if (bearer.mentions.some(({ weak }) => !weak)) return true;
    return !this.lowerCase.has(lower) && !looksPlural(lower);
  }

  private numberOf(bearer: Bearer): number {
    const known = this.numbers.get(bearer);
    if (known !== undefined) return known;
    const ranges = bearer.mentions.map((mention) => this.rangeOf(mention));
    const fullest = bearer.mentions.reduce((best, mention) =>
      mention.parts.length > best.parts.length ? mention : best,
    );
    this.numbers.set(bearer, this.sources.length);
    this.sources.push({
      name: this.text.slice(...this.rangeOf(fullest)),
      named: true,
      role: null,
      roleRange: null,
      mentions: ranges,
    });
    return this.sources.length - 1;
  }

  private numberOfDescription(from: number, to: number, head: number): number | null {
    const range: Range = [this.words[from]?.start ?? 0, this.words[to - 1]?.end ?? 0];
    if (range[0] >= range[1]) return null;
    const name = this.text.slice(...range);
    const key = name.toLowerCase().replace(/^(?:the|an?|one) /, '');
    const noun = this.words[head]?.lower ?? '';
    // "A commander by telephone", then "the commander".
    const isBackward = /^(?:the|this|that)$/.test(this.words[from]?.lower ?? '') && to - from === 2;
    const known = this.numbers.get(key) ?? (isBackward ? this.unnamed.get(noun) : undefined);
    if (known !== undefined) {
      this.sources[known]?.mentions.push(range);
      return known;
    }
    this.numbers.set(key, this.sources.length);
    this.unnamed.set(noun, this.sources.length);
    this.sources.push({ name, named: false, role: null, roleRange: null, mentions: [range] });
    return this.sources.length - 1;
  }

  private rangeOf({ from, to }: Mention): Range {
    return [this.words[from]?.start ?? 0, this.words[to - 1]?.end ?? 0];
  }

  /** The first word that does not end before an offset. */
  private wordAt(offset: number): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
