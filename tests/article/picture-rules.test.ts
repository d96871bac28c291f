import { expect, test } from 'vitest';
import { READING_DATA } from '../../src/article/reading-data.ts';
import { RULES } from './reading-tools.ts';

const { small, authorBox, control, placeholder } = RULES.pictures;

test('every list of the data is written once and compiles alone', () => {
  for (const [name, list] of Object.entries(READING_DATA.pictures)) {
    const entries = [list].flat();
    expect(new Set(entries).size, name).toBe(entries.length);
    for (const entry of entries) expect(() => new RegExp(entry, 'u'), entry).not.toThrow();
  }
});

test.each(['avatar', 'user_avatar photo', 'c-author-photo', 'byline__image', 'site-logo'])(
  '%s is a small picture',
  (marks) => {
    expect(marks).toMatch(small);
  },
);

test.each(['article-image', 'technological', 'silicon', 'authorised', 'lead-photo'])(
  '%s is a picture of the article',
  (marks) => {
    expect(marks).not.toMatch(small);
  },
);

test('boxes of authors are told by whole words', () => {
  expect('article__byline top').toMatch(authorBox);
  expect('authority').not.toMatch(authorBox);
});

test.each(['', '1 / 6', '1 of 6', 'Foto 3 von 12', '‹', 'Next', '次へ'])('"%s" is a control of a gallery', (text) => {
  expect(text).toMatch(control);
});

test.each(['Next came the storm', '1931', 'The wall, 1 of 6 in the county', 'Wave 3'])('"%s" is a caption', (text) => {
  expect(text).not.toMatch(control);
});

test('files that keep a place are told by their whole name', () => {
  expect('/img/placeholder.png').toMatch(placeholder);
  expect('/img/google-pixel.jpg').not.toMatch(placeholder);
});
