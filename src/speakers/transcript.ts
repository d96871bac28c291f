import { CONTENT, CUE, SOURCE } from './labels.ts';
import type { ReadParagraph } from './read-paragraphs.ts';
import { labelSpan, tokensWithin } from './token-ranges.ts';

/** "KERRY: We will …", "van der Plank (laughing): …", also behind an opening mark. */
const TURN =
  /^["“”'‘«\s]*((?:(?:van|von|de|del|der|den|la|le|bin|ibn|al)\s)*(?:\p{Lu}[\p{L}\p{M}.'’-]*)(?:\s(?:\p{Lu}[\p{L}\p{M}.'’-]*|of|the|van|von|de|del|der|den|la|le|bin|ibn|al)){0,5})(?:\s\([^)]{1,60}\))?(:)\s+(?=\S)/u;
/** Question and answer: the turn is one, but the letter is no name. */
const LETTER = /^(?:Q|A|Question|Answer)$/i;
/** "(CROSSTALK)", "[Applause]" */
const STAGE_DIRECTION = /^["“”\s]*[([][^)\]]*[)\]][.\s]*["“”]?$/u;

/** So many paragraphs must begin with a name and a colon, and one name at least twice, before they are turns of a talk. */
const FEWEST_TURNS = 3;
/** Lists have labels too. In a talk people say "I" and "you" and ask, in this share of the turns at least. */
const ENOUGH_TALK = 0.4;
const TALK = /\b(?:I|we|you|me|us|my|our|your|yes|no|well)\b|\?/iu;

/**
 * Labels the turns of a transcript: name, colon, and what is said, over several paragraphs where the next turn stands
 * behind them. Gives the numbers of the paragraphs that are turns, and whether each begins one.
 */
export function labelTranscript(
  paragraphs: readonly ReadParagraph[],
  labels: readonly Uint8Array[],
  text: string,
): ReadonlyMap<number, boolean> {
  const labelled = new Map<number, boolean>();
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
  // A headline may have a name and a colon too; it is a turn only where another one follows.
  if (turns[1] === null) turns[0] = null;
  const counts = new Map<string, number>();
  for (const turn of turns) if (turn !== null) counts.set(turn.name, (counts.get(turn.name) ?? 0) + 1);
  const taken = turns.filter((turn) => turn !== null);
  const talking = taken.filter(({ content }) => TALK.test(text.slice(...content))).length;
  if (taken.length < FEWEST_TURNS || talking < taken.length * ENOUGH_TALK || Math.max(...counts.values()) < 2)
    return labelled;
  const lastTurn = turns.findLastIndex((turn) => turn !== null);
  paragraphs.forEach(({ tokens, range }, index) => {
    const turn = turns[index];
    const own = labels[index];
    if (turn === undefined || own === undefined) return;
    if (turn === null) {
      const goesOn = labelled.has(index - 1) && index < lastTurn && !STAGE_DIRECTION.test(text.slice(...range));
      if (goesOn) {
        labelled.set(index, false);
        labelSpan(own, [0, tokens.count], CONTENT);
      }
      return;
    }
    labelled.set(index, true);
    own.fill(0);
    if (!LETTER.test(turn.name)) labelSpan(own, tokensWithin(tokens, turn.source), SOURCE);
    labelSpan(own, tokensWithin(tokens, turn.cue), CUE);
    labelSpan(own, tokensWithin(tokens, turn.content), CONTENT);
  });
  return labelled;
}
