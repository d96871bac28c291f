import type { Word } from '../text/name-words.ts';
import { Genders, genderOfPronoun } from './genders.ts';
import type { Mention } from './name-mentions.ts';
import type { Bearer, Bearers } from './resolve-names.ts';
import { type Gender, isRoleNoun } from './word-lists.ts';

const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of for from at in with by on to against about behind than under over between like including and or called told asked'.split(
    ' ',
  ),
);

/** How far back a pronoun may reach, in sentences and in mentions. */
const REACH = 12;
const MOST_TRACES = 200;
// All weights were set by trying them on annotated articles, one after the other (docs/speakers.md).
/** Weight of a mention by its distance in sentences. */
const BY_DISTANCE = [10.6, 10.6, 1.2, 0.8, 0.6, 0.6, 0.2];
const FARTHER = 0.15;
const IN_OTHER_PARAGRAPH = 0.85;
/** The first name of a sentence is its subject as a rule. */
const FIRST_IN_SENTENCE = 1.3;
/** A name that opens its sentence, for a pronoun that does so too and for any other. */
const OPENING_FOR_OPENING = 1.28;
const OPENING_FOR_OTHERS = 0.8;
const AS_SOURCE = 1.5;
/** For a pronoun behind what was said: “…,” she said. */
const AS_SOURCE_FOR_TAG = 2.25;
const AS_LAST_SOURCE = 1.5;
const AS_PRONOUN = 1.25;
const AS_OWNER = 0.9;
const AS_MODIFIER = 0.25;
const BEHIND_PREPOSITION = 0.35;
const IN_QUOTATION = 0.25;
const IN_HEADLINE = 0.25;
const NOT_SURELY_PERSON = 0.8;
/** Of several mentions of one the best counts, and so much of the others. */
const OF_OTHER_MENTIONS = 0.35;
/** Exponents: how much it matters how often somebody is named, and how well the gender fits. */
const BY_FREQUENCY = 0.2;
const BY_GENDER = 1.5;

/** A place where a person is meant, by name or by pronoun. */
interface Trace {
  bearer: Bearer;
  word: number;
  weight: number;
  source: boolean;
  subject: boolean;
}

/** Whether a bearer may be a person at all: a name of one word may, as long as nothing speaks against it. */
export function canBePerson(bearer: Bearer): boolean {
  return bearer.kind === 'person' || (bearer.kind === 'unknown' && bearer.sure);
}

/** Says who is meant by "he" and "she" along an article; to be asked from front to back. */
export class PronounResolver {
  private readonly traces: Trace[] = [];
  private next = 0;
  private nextWord = 0;
  private lastSentence = -1;
  private lastSource: Bearer | null = null;
  private readonly words: readonly Word[];
  private readonly named: readonly { mention: Mention; bearer: Bearer }[];
  private readonly genders: Genders;
  private readonly sources: ReadonlyMap<Mention, number>;
  private readonly sourcePronouns: ReadonlySet<number>;

  /** `sources`: the mentions and the pronouns, by word, that are the source of a statement. */
  constructor(
    words: readonly Word[],
    bearers: Bearers,
    sources: ReadonlyMap<Mention, number>,
    sourcePronouns: ReadonlySet<number>,
  ) {
    this.words = words;
    this.sources = sources;
    this.sourcePronouns = sourcePronouns;
    this.named = [...bearers.of]
      .map(([mention, bearer]) => ({ mention, bearer }))
      .filter(({ bearer }) => canBePerson(bearer))
      .sort((one, other) => one.mention.from - other.mention.from);
    this.genders = new Genders(words, this.named);
  }

  /** Who is meant by the pronoun at a word; null where nobody fits. `isTag`: it stands behind what was said. */
  resolve(at: number, isTag: boolean): Bearer | null {
    const gender = genderOfPronoun(this.words[at]?.lower ?? '');
    if (gender === null) return null;
    this.walkTo(at);
    return this.choose(at, gender, isTag, true);
  }

  /** The gender that the article shows; null where it shows none. */
  genderOf(bearer: Bearer): Gender | null {
    return this.genders.of(bearer);
  }

  /** Who is most likely meant by words such as "the striker"; `fits` says who can be. */
  mostLikely(at: number, gender: Gender | null, reach: number, fits: (bearer: Bearer) => boolean): Bearer | null {
    this.walkTo(at);
    return this.choose(at, gender, false, true, reach, fits);
  }

  /** Told who a source is, so that the next pronoun can follow it. */
  note(at: number, bearer: Bearer, isPronoun: boolean): void {
    this.lastSource = bearer;
    if (isPronoun) this.traces.push({ bearer, word: at, weight: AS_PRONOUN, source: true, subject: true });
  }

  private walkTo(at: number): void {
    for (; this.next < this.named.length; this.next++) {
      const entry = this.named[this.next];
      if (entry === undefined || entry.mention.from >= at) break;
      this.follow(entry.mention.from);
      this.traces.push(this.traceOf(entry));
    }
    this.follow(at);
  }

  private follow(to: number): void {
    for (; this.nextWord < to; this.nextWord++) {
      const word = this.words[this.nextWord];
      if (
        word === undefined ||
        word.quoted ||
        this.sourcePronouns.has(this.nextWord) ||
        (word.lower !== 'he' && word.lower !== 'she')
      )
        continue;
      const gender = genderOfPronoun(word.lower);
      const bearer = gender === null ? null : this.choose(this.nextWord, gender, false, false);
      if (bearer !== null) this.traces.push({ bearer, word: this.nextWord, weight: 1, source: false, subject: true });
    }
  }

  private traceOf({ mention, bearer }: { mention: Mention; bearer: Bearer }): Trace {
    const before = this.words[mention.titleFrom - 1];
    const next = this.words[mention.after];
    let weight = 1;
    if (mention.quoted) weight *= IN_QUOTATION;
    const sentence = this.words[mention.from]?.sentence ?? 0;
    if (sentence !== this.lastSentence && !mention.quoted) {
      weight *= FIRST_IN_SENTENCE;
      this.lastSentence = sentence;
    }
    if (next !== undefined && /^['’]s?$/.test(next.text)) weight *= AS_OWNER;
    if (this.words[mention.titleFrom]?.headline === true) weight *= IN_HEADLINE;
    // "the Hawks head Jane Example": a name that only says more of a noun.
    if (next !== undefined && !next.capital && isRoleNoun(next.lower)) weight *= AS_MODIFIER;
    const source = this.sources.has(mention);
    const subject = before === undefined || before.sentence !== this.words[mention.from]?.sentence;
    if (!source && !subject && before !== undefined && PREPOSITIONS.has(before.lower)) weight *= BEHIND_PREPOSITION;
    return { bearer, word: mention.from, weight, source, subject };
  }

  private choose(
    at: number,
    gender: Gender | null,
    isTag: boolean,
    isSource: boolean,
    reach = REACH,
    fits: (bearer: Bearer) => boolean = () => true,
  ): Bearer | null {
    const here = this.words[at];
    if (here === undefined) return null;
    const scores = new Map<Bearer, number>();
    for (let index = this.traces.length - 1; index >= Math.max(0, this.traces.length - MOST_TRACES); index--) {
      const trace = this.traces[index];
      const word = trace === undefined ? undefined : this.words[trace.word];
      if (trace === undefined || word === undefined || trace.word >= at) continue;
      const distance = here.sentence - word.sentence;
      if (distance > reach) break;
      const { bearer } = trace;
      let score = trace.weight * (BY_DISTANCE[Math.max(0, distance)] ?? FARTHER);
      if (trace.source) score *= isTag ? AS_SOURCE_FOR_TAG : AS_SOURCE;
      if (trace.subject) score *= here.opens ? OPENING_FOR_OPENING : OPENING_FOR_OTHERS;
      if (word.paragraph !== here.paragraph) score *= IN_OTHER_PARAGRAPH;
      const known = scores.get(bearer) ?? 0;
      scores.set(bearer, Math.max(known, score) + OF_OTHER_MENTIONS * Math.min(known, score));
    }
    let best: Bearer | null = null;
    let most = 0;
    for (const [bearer, base] of scores) {
      if (!fits(bearer)) continue;
      let score = gender === null ? base : base * this.genders.likelihood(bearer, gender) ** BY_GENDER;
      if (bearer.kind !== 'person') score *= NOT_SURELY_PERSON;
      score *= bearer.mentions.length ** BY_FREQUENCY;
      if (bearer === this.lastSource && isSource) score *= AS_LAST_SOURCE;
      if (score > most) {
        best = bearer;
        most = score;
      }
    }
    return best;
  }
}
