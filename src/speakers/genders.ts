import type { Word } from '../text/name-words.ts';
import type { Mention } from './name-mentions.ts';
import type { Bearer } from './resolve-names.ts';
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
/** What a gender counts that a title shows; pronouns nearby can show it better, because they show the person as well. */
const SHOWN_GENDER = 0.75;
/** Votes that either gender has before any pronoun was seen. */
const PRIOR_VOTES = 0.375;

/** The gender of "he", "her" and their forms, in lower case; null for other words. */
export function genderOfPronoun(lower: string): Gender | null {
  return GENDER_OF_PRONOUN.get(lower) ?? null;
}

/** Genders as the article shows them: by titles, by "his wife Jane Example", by the pronouns around a name. */
export class Genders {
  private readonly shown = new Map<Bearer, Gender>();
  private readonly votes = new Map<Bearer, { male: number; female: number }>();

  constructor(words: readonly Word[], named: readonly { mention: Mention; bearer: Bearer }[]) {
    for (const { mention, bearer } of named) {
      const shown = bearer.gender ?? genderBefore(words, mention.titleFrom);
      if (shown !== null && !this.shown.has(bearer)) this.shown.set(bearer, shown);
    }
    // The second time, what the first has shown of the others helps to tell whom a pronoun means.
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
        const shown = this.shown.get(bearer);
        const isOpen = shown === undefined || shown === gender;
        const prior = round > 0 ? this.likelihood(bearer, gender) : isOpen ? 1 : 0;
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

  /** The gender that the article shows clearly; null where it does not. */
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
    if (shown !== undefined) return shown === gender ? SHOWN_GENDER : 0;
    const { male, female } = this.votes.get(bearer) ?? { male: 0, female: 0 };
    return ((gender === 'male' ? male : female) + PRIOR_VOTES) / (male + female + 2 * PRIOR_VOTES);
  }
}

/** "spokeswoman Jane Example", "his father, John Sample". */
function genderBefore(words: readonly Word[], at: number): Gender | null {
  const index = words[at - 1]?.text === ',' ? at - 2 : at - 1;
  return genderOf(words[index]?.lower ?? '');
}
