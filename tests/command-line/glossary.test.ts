import { describe, expect, it } from 'vitest';
import { glossaryOf } from '../../src/command-line/glossary.ts';

/** Invented sentences with the names of the article that Lectern began with. */
const TEXT = `A lorry of the Red Cross waited at the gate while OCHA counted its sacks, and the UN Security Council met again about Syria.
The Nusra Front and Islamic State fired on the road, said the Observatory, and so did men of al Qaeda.
A no-fly zone was on the table of the International Syria Support Group, but nobody signed for one this week.
In the town the baker had opened again, and those who had stayed stood in a long line with their bags and waited for bread, for news of
their sons, and for the rain to end. Nobody spoke of the road. A boy sold matches at the corner and a dog slept under his chair.`;

describe('Lectern’s own glossary', () => {
  const blocks = TEXT.split('\n').map((text, index, lines) => ({
    id: `b${index}`,
    kind: 'paragraph',
    text,
    start: lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0),
  }));
  const { terms } = glossaryOf(blocks, 'en');
  const meanings = new Map(terms.map(({ text, definition }) => [text, definition]));

  it.each([
    ['OCHA', 'UN Office for the Coordination of Humanitarian Affairs'],
    ['Nusra Front', 'Syrian'],
    ['Islamic State', 'Iraq'],
    ['al Qaeda', 'Osama bin Laden'],
    ['International Syria Support Group', 'Syria'],
    ['UN Security Council', '15 countries'],
    ['no-fly zone', 'aircraft'],
    ['Red Cross', 'wars and disasters'],
    ['Observatory', 'Syrian Observatory for Human Rights'],
  ])('explains %s', (term, words) => {
    expect(meanings.get(term)).toContain(words);
  });

  it('gives offsets into the whole text', () => {
    for (const { start, end, text } of terms) expect(TEXT.slice(start, end)).toBe(text);
  });
});
