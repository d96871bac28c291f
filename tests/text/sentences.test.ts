import { expect, test } from 'vitest';
import { findSentences } from '../../src/text/sentences.ts';

function sentencesOf(text: string): string[] {
  return findSentences(text, [0, text.length]).map((range) => text.slice(...range));
}

/** A bar stands where one sentence ends and the next begins; the space behind it belongs to the text. */
test.each([
  'The wall holds. | The path is shut! | Is it? | Yes.',
  'Mr. Example and Dr. Sample met Rep. Ann Bell and Gov. The Honest.| They left.',
  'The U.S. Senate met. | She left the U.S. | The rest stayed.',
  'It opens at 5 p.m. Monday. | It shuts at 6 a.m. | The rain came.',
  'Acme Inc. Chairman Lee left Acme Inc. | He was late.',
  'She came on Jan. 5 to St. Paul. | He came in Jan. | They sat. | Kim sat. | Sam left.',
  'J. K. Example and Ann B. Sample won. | It was plan B. | The end.',
  'So did I. | Kim left.',
  'No. 5 won. | No. | Kim lost. | See p. 12 and art. 3 of it. | He loves art. | Kim does not.',
  'Some birds, e.g. Storks, i.e. Big ones, came.',
  'MR. EXAMPLE AND DR. SAMPLE LEFT. | THEY WERE LATE.',
  'It fell by 3.5 percent to 1.200. | Then it rose.',
  'See www.example.com for more. | It is example.com. | Go there.',
  'Well ... maybe. | It is late... | Then she left… | He stayed… or not.',
  '“Stop!” he said. | “Why?” asked Kim.',
  '“Why?” Mr. Example asked. | “Why?” | The bus stopped and Kim asked.',
  '"I know." | She left. | (He stayed.) | All [of it.] | Then \'so.\' | Good.',
  '“I know.”| She left. | “It is in the U.S.” Kim left.',
  '« Venez ! » | Elle part. | «\u202fNon.\u202f» | Puis rien.',
  'Er sagte: »Komm!« | »Nein.« | Sie ging.',
  '“What?!”, he asked; “now?”: yes.',
  'It fell.[3] | Then it rose.',
  '1. Go home. | 2. Stay. | It was 1990. | Then it rained.',
  'Am 3. Mai kam er. | Es war der 4. | Dann ging er z.B. Nach Rom.',
  'iPhones sell. | iPads do too. | eBay does not.',
  '他说：“我走了。”然后走了。|第二天他回来了！|好吗？',
  '「行く。」と言った。|「いいよ。」|「はい。」',
  'ما هذا؟ | هذا بيت. | نعم۔',
  'यह घर है। | वह गया।',
  'Это дом. | Он стоит на ул. Мира. | Да.',
  '¿Qué? | ¡Nada! | El Sr. Gómez salió.',
  'The end. | - Reuters',
  'यह घर है।|वह गया।',
  'It was plan B… | Kim left.',
  'It was Kim Vs. Lee. | Yes.',
  '“Why?” | The bus said no.',
  '“Goal!” | Ann Bo Kim Lee Ray Max shouted.',
  'First line\n|second line. | Third.',
])('%s', (marked) => {
  const expected = marked.split('|').map((sentence) => sentence.trim());
  expect(sentencesOf(marked.replace(/ ?\| ?/g, (bar) => (bar === '|' ? '' : ' ')).replace(/ {2}/g, ' '))).toEqual(
    expected,
  );
});

test('a lost space behind a closing mark does not join two sentences', () => {
  expect(sentencesOf('“All gone.”She left.')).toEqual(['“All gone.”', 'She left.']);
});

test('what has no word belongs to the sentence before', () => {
  expect(sentencesOf('He left. " . . . She stayed.')).toHaveLength(2);
  expect(sentencesOf('He left. !!')).toEqual(['He left. !!']);
});

test('sentences are offsets into the whole text and leave out nothing but white space', () => {
  const text = 'Before. \u200f  One\u200f two. \u2067Three\u2069 four!  Behind.';
  const range = [8, text.indexOf('Behind')] as const;
  const found = findSentences(text, range);
  let from: number = range[0];
  for (const [start, end] of found) {
    expect(text.slice(from, start).trim()).toBe('');
    expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
    from = end;
  }
  expect(text.slice(from, range[1]).trim()).toBe('');
  expect(found).toHaveLength(2);
  expect(findSentences(text, [3, 3])).toEqual([]);
});

test('comes to an end with a very long paragraph', () => {
  // With work that grows with the square of the length, the runner would give this test up long before its end.
  for (const piece of ['A. ', 'a." ', '."', '. . ', '.\u200f', 'no stop ', '。」', '\n']) {
    const text = piece.repeat(200_000);
    const last = findSentences(text, [0, text.length]).at(-1);
    expect(last?.[1] ?? 0, piece).toBeGreaterThanOrEqual(text.trimEnd().length - 2);
  }
});
