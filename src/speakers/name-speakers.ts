import type { Word } from '../text/name-words.ts';
import type { Range } from '../text/span.ts';
import { ageOf } from './ages.ts';
import { antecedentOf } from './antecedents.ts';
import { ArticleNames } from './article-names.ts';
import { type EpithetKnowledge, resolveEpithet } from './epithets.ts';
import { genderOfPronoun } from './genders.ts';
import { startOfInstitution } from './institutions.ts';
import { foldNamePart } from './name-forms.ts';
import type { Mention } from './name-mentions.ts';
import { type NamedSource, SourceList } from './named-sources.ts';
import { partyTagOf } from './party-tag.ts';
import { PronounResolver } from './pronouns.ts';
import type { ReadParagraph } from './read-paragraphs.ts';
import type { Bearer } from './resolve-names.ts';
import type { RolePhrase } from './role-heads.ts';
import { findRoles, type RolesOfBearer } from './roles.ts';
import { findSilentSource, type LastSource, lookAhead } from './silent-statements.ts';
import { readSource, type SourceReading } from './source-phrases.ts';
import type { Statement } from './statement.ts';
import { CALENDAR, isDocument } from './word-lists.ts';

export type { NamedSource } from './named-sources.ts';

/** Who says each statement: `sourceOf[i]` is an index into `sources`, null where the article leaves it open. */
export interface NamedSpeakers {
  sources: NamedSource[];
  sourceOf: (number | null)[];
}

const ADDRESSED =
  /^(?:was|were|is|are|been|being|(?:had|has|have) been)\s+(?:\w+ly\s+)?(?:asked|told|questioned|informed|urged|warned)\b/iu;
/** "Nobody can say who …": no one speaks. */
const NOBODY = /^(?:nobody|none|nothing|neither)$/;
/** "It" and "they" reach so many sentences back. */
const SAME_GROUP_REACH = 2;

/** Says for every statement who makes it. `statements` are in the order of the text. Time is linear in the text. */
export function nameSpeakers(
  text: string,
  paragraphs: readonly ReadParagraph[],
  statements: readonly Statement[],
): NamedSpeakers {
  return new Naming(new ArticleNames(text, paragraphs), statements).run();
}

class Naming {
  private readonly names: ArticleNames;
  private readonly words: readonly Word[];
  private readonly statements: readonly Statement[];
  private readonly list: SourceList;
  private readonly readings: readonly (SourceReading | null)[];
  /** The names that are sources, with the word at which the source begins. */
  private readonly heads = new Map<Mention, number>();
  private readonly pronouns: PronounResolver;
  private readonly knowledge: EpithetKnowledge;
  private readonly roles = new Map<Bearer, RolesOfBearer>();
  /** Descriptions that stand for a bearer. */
  private readonly told = new Map<Bearer, RolePhrase[]>();
  private last: LastSource | null = null;

  constructor(names: ArticleNames, statements: readonly Statement[]) {
    this.names = names;
    this.words = names.words;
    this.statements = statements;
    this.list = new SourceList(names);
    this.readings = statements.map(({ source }) => (source === null ? null : this.read(source)));
    const pronounsAt = new Set<number>();
    for (const [index, reading] of this.readings.entries()) {
      if (reading?.type === 'pronoun') pronounsAt.add(reading.at);
      if (reading?.type === 'name') this.heads.set(reading.mention, names.wordAt(statements[index]?.source?.[0] ?? 0));
    }
    this.pronouns = new PronounResolver(this.words, names.bearers, this.heads, pronounsAt);
    this.knowledge = {
      words: this.words,
      bearers: names.bearers.all,
      roleWordsOf: (bearer) => this.rolesOf(bearer).words,
      ageOf: (bearer) => ageOf(this.words, bearer),
      pronouns: this.pronouns,
    };
  }

  run(): NamedSpeakers {
    const sourceOf = this.statements.map((statement, index) => {
      const number = statement.source === null ? this.withoutSource(statement) : this.withSource(index, statement);
      const said = statement.source ?? statement.content[0] ?? [0, 0];
      if (number !== null) this.last = { number, at: this.names.wordAt(said[0]) };
      else if (statement.source !== null) this.last = null;
      return number;
    });
    lookAhead(this.names, this.statements, sourceOf);
    // What the descriptions told is known only now.
    this.roles.clear();
    for (const [number, source] of this.list.sources.entries()) {
      const bearer = this.list.bearerOf(number);
      if (bearer === null) continue;
      source.roleRange = this.rolesOf(bearer).best;
      source.role = this.roleOf(source);
    }
    return { sources: this.list.sources, sourceOf };
  }

  private roleOf({ roleRange, mentions }: NamedSource): string | null {
    const { text } = this.names;
    const role = roleRange && text.slice(...roleRange);
    const tag = partyTagOf(text, mentions);
    if (role === null || tag === null || role.includes(tag)) return role ?? tag;
    return `${role}, ${tag}`;
  }

  private read(source: Range): SourceReading | null {
    const { names } = this;
    const from = names.wordAt(source[0]);
    return readSource(this.words, from, names.wordAt(source[1]), names.mentionsAt, (mention) => names.isName(mention));
  }

  private rolesOf(bearer: Bearer): RolesOfBearer {
    const known = this.roles.get(bearer);
    if (known !== undefined) return known;
    const told = this.told.get(bearer) ?? [];
    const sourceFrom = (mention: Mention) => this.heads.get(mention) ?? null;
    const found = findRoles(this.words, bearer, this.names.mentionsAt, sourceFrom, told);
    this.roles.set(bearer, found);
    return found;
  }

  private withoutSource(statement: Statement): number | null {
    const found = findSilentSource(this.names, this.pronouns, statement, this.last);
    if (found === null) return null;
    return 'number' in found ? found.number : this.list.numberOf(found.bearer);
  }

  private withSource(index: number, statement: Statement): number | null {
    const reading = this.readings[index] ?? null;
    if (reading === null || this.isAddressee(statement)) return null;
    const isTag = statement.kind === 'direct' && (statement.content[0]?.[0] ?? 0) < (statement.source?.[0] ?? 0);
    if (reading.type === 'name') return this.byName(reading.mention);
    if (reading.type === 'pronoun') return this.byPronoun(reading.at, isTag);
    if (reading.type === 'relative') return this.numberOf(antecedentOf(this.names, reading.at));
    return this.byDescription(reading.from, reading.to, reading.head);
  }

  /** "Example was asked “…”": the words are somebody else's. */
  private isAddressee({ source, cue }: Statement): boolean {
    return source !== null && cue !== null && source[0] < cue[0] && ADDRESSED.test(this.names.text.slice(...cue));
  }

  private numberOf(bearer: Bearer | null): number | null {
    return bearer === null ? null : this.list.numberOf(bearer);
  }

  private byName(mention: Mention): number | null {
    const bearer = this.names.bearers.of.get(mention);
    if (bearer === undefined)
      return this.list.numberOfWords(mention.titleFrom, mention.after, mention.after - 1, false);
    this.pronouns.note(mention.from, bearer, false);
    return this.list.numberOf(bearer);
  }

  private byPronoun(at: number, isTag: boolean): number | null {
    const lower = this.words[at]?.lower ?? '';
    if (genderOfPronoun(lower) === null) return this.asBefore(at, lower);
    const bearer = this.pronouns.resolve(at, isTag);
    if (bearer !== null) this.pronouns.note(at, bearer, true);
    return this.numberOf(bearer);
  }

  /** "It" for the body and "they" for the group that spoke in the sentence before. */
  private asBefore(at: number, lower: string): number | null {
    const { last } = this;
    const isBody = lower === 'it' || lower === 'its';
    if (last === null || (!isBody && lower !== 'they' && lower !== 'their')) return null;
    if ((this.words[at]?.sentence ?? 0) - (this.words[last.at]?.sentence ?? 0) > SAME_GROUP_REACH) return null;
    const bearer = this.list.bearerOf(last.number);
    if (bearer !== null) return isBody && bearer.kind === 'organisation' ? last.number : null;
    return isBody || this.list.sources[last.number]?.named === false ? last.number : null;
  }

  private byDescription(start: number, to: number, head: number): number | null {
    const from = this.afterTime(start, to);
    if (to - from === 1 && NOBODY.test(this.words[from]?.lower ?? '')) return null;
    const institution = startOfInstitution(this.words, from, to);
    if (institution !== null) return this.list.numberOfWords(institution, to, head, true);
    const publisher = this.publisherBefore(from, to, head);
    if (publisher !== null) return publisher;
    const bearer = this.inHeadline(from, to) ?? resolveEpithet(this.knowledge, { from, to, head });
    if (bearer === null) return this.list.numberOfWords(from, to, head, false);
    this.pronouns.note(head, bearer, true);
    this.told.set(bearer, [...(this.told.get(bearer) ?? []), { from, to, place: 'epithet' }]);
    return this.list.numberOf(bearer);
  }

  /** "In September both sides": the time is no part of who spoke. */
  private afterTime(from: number, to: number): number {
    const isTime = /^(?:in|on|since|by|until|during)$/.test(this.words[from]?.lower ?? '');
    return isTime && from + 2 < to && CALENDAR.has(this.words[from + 1]?.lower ?? '') ? from + 2 : from;
  }

  /** "The statement" is that of the body that spoke just before. */
  private publisherBefore(from: number, to: number, head: number): number | null {
    const { last, list, words } = this;
    if (last === null || to - from !== 2 || words[from]?.lower !== 'the' || !isDocument(words[head]?.lower ?? ''))
      return null;
    if ((words[from]?.sentence ?? 0) - (words[last.at]?.sentence ?? 0) > SAME_GROUP_REACH) return null;
    const bearer = list.bearerOf(last.number);
    const isBody = bearer === null ? list.sources[last.number]?.named === true : bearer.kind === 'organisation';
    return isBody ? last.number : null;
  }

  /** In a headline every word has a capital; a name is known there by the text below. */
  private inHeadline(from: number, to: number): Bearer | null {
    if (this.words[from]?.headline !== true) return null;
    for (let index = to - 1; index >= from; index--) {
      const word = this.words[index];
      const found = word?.capital === true ? this.names.bearers.find(foldNamePart(word.text)) : null;
      if (found !== null) return found;
    }
    return null;
  }
}
