import { CONTENT, CUE, SOURCE } from './labels.ts';
import type { ReadParagraph } from './read-paragraphs.ts';
import { labelSpan, tokensWithin } from './token-ranges.ts';

/** "KERRY: We will …", also behind an opening mark, a title or a number of a question. */
const TURN =
  /^["“”'‘«\s]*((?:\p{Lu}[\p{L}\p{M}.'’-]*)(?:\s(?:\p{Lu}[\p{L}\p{M}.'’-]*|of|the|de|van|von|al|bin)){0,4})(?:\s\([^)]{1,60}\))?(:)\s+(?=\S)/u;

/** So many paragraphs must begin with a name and a colon, and one name at least twice, before they are turns of a talk. */
const FEWEST_TURNS = 3;
/** Lists have labels too. In a talk people say "I" and "you" and ask, in this share of the turns at least. */
const ENOUGH_TALK = 0.4;
const TALK = /\b(?:I|we|you|me|us|my|our|your|yes|no|well)\b|\?/iu;

/** Labels the turns of a transcript: name, colon, and what is said. Gives the numbers of the paragraphs that are turns. */
export function labelTranscript(
  paragraphs: readonly ReadParagraph[],
  labels: readonly Uint8Array[],
  text: string,
): ReadonlySet<number> {
  const labelled = new Set<number>();
  const turns = paragraphs.map(({ range: [start, end] }) => {
    const match = TURN.exec(text.slice(start, Math.min(end, start + 200)));
    const [all, name, colon] = match ?? [];
    if (all === undefined || name === undefined || colon === undefined) return null;
    const from = start + all.indexOf(name);
    const mark = start + all.lastIndexOf(colon);
    return {
      name,
      source: [from, from + name.length],
      cue: [mark, mark + 1],
      content: [start + all.length, end],
    } as const;
  });
  const counts = new Map<string, number>();
  for (const turn of turns) if (turn !== null) counts.set(turn.name, (counts.get(turn.name) ?? 0) + 1);
  const taken = turns.filter((turn) => turn !== null);
  const talking = taken.filter(({ content }) => TALK.test(text.slice(...content))).length;
  if (taken.length < FEWEST_TURNS || talking < taken.length * ENOUGH_TALK || Math.max(...counts.values()) < 2)
    return labelled;
  paragraphs.forEach(({ tokens }, index) => {
    const turn = turns[index];
    const own = labels[index];
    if (turn === null || turn === undefined || own === undefined) return;
    labelled.add(index);
    own.fill(0);
    labelSpan(own, tokensWithin(tokens, turn.source), SOURCE);
    labelSpan(own, tokensWithin(tokens, turn.cue), CUE);
    labelSpan(own, tokensWithin(tokens, turn.content), CONTENT);
  });
  return labelled;
}
