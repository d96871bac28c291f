import type { SenseForm } from './matcher.ts';

/** What an article says in favour of each sense of a form. */
export interface SenseEvidence {
  /** How many of the sense's cues stand in the article, apart from its own mentions. */
  cues: number;
  /** How many of them stand in a paragraph that names the form. */
  near: number;
  /** How much of what explains the sense stands in the article: 1 for each rare word of its name and its meaning. */
  related: number;
  /** The article names it by a longer form too, or spells the short form out as its full name. */
  spelled: boolean;
}

/** The senses of a form that are left once the article has been asked: one, or several that nothing decides between. */
export interface Decision {
  chosen: readonly SenseForm[];
  maybe: boolean;
}

const SPELLED_WEIGHT = 100;
const NEAR_WEIGHT = 0.5;
const RELATED_WEIGHT = 0.6;
/** Less than so many times the evidence for the next sense is no decision. */
const CLEAR_LEAD = 2;

/** Chooses between the senses of one form; `contradicted`: the article itself spells the form out as none of them. */
export function chooseSense(
  forms: readonly SenseForm[],
  evidenceOf: (form: SenseForm) => SenseEvidence,
  contradicted: boolean,
): Decision {
  const own = forms.filter(({ sense }) => sense.source === 'reader');
  if (own.length > 0) return { chosen: own.slice(0, 1), maybe: false };
  const judged = forms.map((form) => ({ form, evidence: evidenceOf(form) }));
  const possible = judged.filter(
    ({ form, evidence }) => isPossible(form, evidence) && (!contradicted || evidence.spelled),
  );
  if (possible.length < 2)
    return {
      chosen: possible.map(({ form }) => form),
      maybe: possible.some(({ form, evidence }) => isDoubtful(form, evidence)),
    };
  const ranked = possible
    .map(({ form, evidence }) => ({ form, weight: weightOf(evidence) }))
    .sort((one, other) => other.weight - one.weight);
  const [best, next] = ranked;
  if (best !== undefined && best.weight >= 1 && best.weight >= CLEAR_LEAD * (next?.weight ?? 0))
    return { chosen: [best.form], maybe: false };
  return { chosen: ranked.map(({ form }) => form), maybe: true };
}

function isPossible({ sense, kind }: SenseForm, { cues, spelled }: SenseEvidence): boolean {
  if (kind === 'full' || spelled || cues > 0) return true;
  return kind !== 'short' && sense.entry.match !== 'with-cues';
}

/** An entry has cues where its form means other things too, of which the glossary need not know. */
function isDoubtful({ sense, kind }: SenseForm, { cues, spelled }: SenseEvidence): boolean {
  return kind === 'word' && sense.entry.cues.length > 0 && isShortAcronym(sense.entry.term) && cues === 0 && !spelled;
}

/** Whether a term is an acronym of so few letters that it means many things. */
export function isShortAcronym(term: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}]{1,4}$/u.test(term);
}

function weightOf({ cues, near, related, spelled }: SenseEvidence): number {
  return cues + near * NEAR_WEIGHT + related * RELATED_WEIGHT + (spelled ? SPELLED_WEIGHT : 0);
}
