import type { Word } from '../text/name-words.ts';
import type { Mention } from './name-mentions.ts';
import type { Bearer, Bearers } from './resolve-names.ts';
import { type Gender, genderOf } from './word-lists.ts';

const GENDER_OF_PRONOUN: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['hers', 'female'],
  ['herself', 'female'],
]);
const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of for from at in with by on to against about behind than under over between like including and or called told asked'.split(
    ' ',
  ),
);

export const P = { d0: 10.6, d1: 10.6, d2: 2.4, d3: 0.8, d4: 0.6, d5: 0.6, d6: 0.4, far: 0.4, subject: 0.8, source: 1.5, pronoun: 1.25, owner: 0.9, prep: 0.7, quoted: 0.25, headline: 0.25, otherPara: 0.85, known: 1, unsure: 0.8, rest: 0.35, tagSource: 1.5, lastSource: 1.5, tagLast: 1, startSubject: 1.2, freq: 0.2, chain: 1, votePow: 1.5, soft: 0.375, first: 1.3 };
const REACH = 12;

/** A place where a person is meant, by name or by pronoun. */
interface Trace {
  bearer: Bearer;
  word: number;
  weight: number;
  source: boolean;
  subject: boolean;
}

export function genderOfPronoun(lower: string): Gender | null {
  return GENDER_OF_PRONOUN.get(lower) ?? null;
}

/** Whether a bearer may be a person at all: a name of one word may, as long as nothing speaks against it. */
export function canBePerson(bearer: Bearer): boolean {
  return bearer.kind === 'person' || (bearer.kind === 'unknown' && bearer.mentions.some(({ weak }) => !weak));
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
    if (isPronoun) this.traces.push({ bearer, word: at, weight: P.pronoun, source: true, subject: true });
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
      if (P.chain <= 0) continue;
      const gender = genderOfPronoun(word.lower);
      const bearer = gender === null ? null : this.choose(this.nextWord, gender, false, false);
      if (bearer !== null)
        this.traces.push({ bearer, word: this.nextWord, weight: P.chain, source: false, subject: true });
    }
  }

  private traceOf({ mention, bearer }: { mention: Mention; bearer: Bearer }): Trace {
    const before = this.words[mention.titleFrom - 1];
    const next = this.words[mention.after];
    let weight = 1;
    if (mention.quoted) weight *= P.quoted;
    const sentence = this.words[mention.from]?.sentence ?? 0;
    if (sentence !== this.lastSentence && !mention.quoted) {
      weight *= P.first;
      this.lastSentence = sentence;
    }
    if (next !== undefined && /^['’]s?$/.test(next.text)) weight *= P.owner;
    if (this.words[mention.titleFrom]?.headline === true) weight *= P.headline;
    const source = this.sources.has(mention);
    const subject = before === undefined || before.sentence !== this.words[mention.from]?.sentence;
    if (!source && !subject && before !== undefined && PREPOSITIONS.has(before.lower)) weight *= P.prep;
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
    for (let index = this.traces.length - 1; index >= 0; index--) {
      const trace = this.traces[index];
      const word = trace === undefined ? undefined : this.words[trace.word];
      if (trace === undefined || word === undefined || trace.word >= at) continue;
      const distance = here.sentence - word.sentence;
      if (distance > reach) break;
      const { bearer } = trace;
      let score = trace.weight * ([P.d0, P.d1, P.d2, P.d3, P.d4, P.d5, P.d6][Math.max(0, distance)] ?? P.far);
      if (trace.source) score *= P.source * (isTag ? P.tagSource : 1);
      if (trace.subject) score *= P.subject * (here.opens ? P.startSubject : 1);
      if (word.paragraph !== here.paragraph) score *= P.otherPara;
      const sofar = scores.get(bearer) ?? 0;
      scores.set(bearer, Math.max(sofar, score) + P.rest * Math.min(sofar, score));
    }
    let best: Bearer | null = null;
    let most = 0;
    for (const [bearer, base] of scores) {
      if (!fits(bearer)) continue;
      let score = gender === null ? base : base * this.genders.likelihood(bearer, gender) ** P.votePow;
      if (bearer.kind !== 'person') score *= P.unsure;
      score *= bearer.mentions.length ** P.freq;
      if (bearer === this.lastSource && isSource) score *= P.lastSource * (isTag ? P.tagLast : 1);
      if (score > most) {
        best = bearer;
        most = score;
      }
    }
    return best;
  }
}

/** Genders as the article shows them: by titles, by "his wife Jane Example", by the pronouns around a name. */
class Genders {
  private readonly shown = new Map<Bearer, Gender>();
  private readonly votes = new Map<Bearer, { male: number; female: number }>();

  constructor(words: readonly Word[], named: readonly { mention: Mention; bearer: Bearer }[]) {
    for (const { mention, bearer } of named) {
      const shown = bearer.gender ?? genderOf(words[mention.titleFrom - 1]?.lower ?? '');
      if (shown !== null && !this.shown.has(bearer)) this.shown.set(bearer, shown);
    }
    for (let round = 0; round < 2; round++) this.count(words, named, round);
  }

  private count(words: readonly Word[], named: readonly { mention: Mention; bearer: Bearer }[], round: number): void {
    const votes = new Map<Bearer, { male: number; female: number }>();
    let next = 0;
    let recent: { bearer: Bearer; sentence: number; weight: number }[] = [];
    words.forEach((word, index) => {
      const gender = word.quoted ? null : genderOfPronoun(word.lower);
      if (gender === null) return;
      while (next < named.length && (named[next]?.mention.from ?? index) < index) {
        const entry = named[next++];
        if (entry === undefined || entry.mention.quoted) continue;
        const at = words[entry.mention.titleFrom];
        const before = words[entry.mention.titleFrom - 1];
        const subject = before === undefined || before.sentence !== at?.sentence;
        recent.push({ bearer: entry.bearer, sentence: at?.sentence ?? 0, weight: subject ? 2 : 1 });
      }
      recent = recent.filter(({ sentence }) => word.sentence - sentence <= 2);
      const open = new Map<Bearer, number>();
      for (const { bearer, sentence, weight } of recent) {
        const prior =
          round === 0
            ? this.shown.has(bearer) && this.shown.get(bearer) !== gender
              ? 0
              : 1
            : this.likelihood(bearer, gender);
        const value = (weight * prior ** 2) / (1 + word.sentence - sentence);
        open.set(bearer, Math.max(open.get(bearer) ?? 0, value));
      }
      let all = 0;
      for (const value of open.values()) all += value;
      if (all <= 0) return;
      for (const [bearer, value] of open) {
        const own = votes.get(bearer) ?? { male: 0, female: 0 };
        own[gender] += value / all;
        votes.set(bearer, own);
      }
    });
    this.votes.clear();
    for (const [bearer, own] of votes) this.votes.set(bearer, own);
  }

  of(bearer: Bearer): Gender | null {
    const shown = this.shown.get(bearer);
    if (shown !== undefined) return shown;
    const { male, female } = this.votes.get(bearer) ?? { male: 0, female: 0 };
    if (male >= 1 && male > 2 * female) return 'male';
    return female >= 1 && female > 2 * male ? 'female' : null;
  }

  /** How well a pronoun of a gender fits, 0 to 1: 0 where the article shows the other one. */
  likelihood(bearer: Bearer, gender: Gender): number {
    const shown = this.shown.get(bearer);
    if (shown !== undefined) return shown === gender ? P.known : 0;
    const { male, female } = this.votes.get(bearer) ?? { male: 0, female: 0 };
    return ((gender === 'male' ? male : female) + P.soft) / (male + female + 2 * P.soft);
  }
}
