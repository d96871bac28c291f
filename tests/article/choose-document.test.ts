import { expect, test } from 'vitest';
import { chooseDocument } from '../../src/article/choose-document.ts';
import { articlePage, pageOf } from './page.ts';
import { RULES } from './reading-tools.ts';

function withFrame(html: string) {
  const { document } = pageOf(`<body><h1>Shell</h1><iframe></iframe></body>`);
  const inner = document.querySelector('iframe')?.contentDocument;
  inner?.write(html);
  inner?.close();
  return { document, inner };
}

test('a page with an article is read itself', () => {
  const { document } = pageOf(articlePage('<iframe src="https://other.example/" width="600" height="400"></iframe>'));
  expect(chooseDocument(document, RULES.clutter)).toEqual({ document, foreignFrame: null });
});

test('a frame of the same origin that holds the article is read instead', () => {
  const { document, inner } = withFrame(articlePage());
  expect(chooseDocument(document, RULES.clutter).document).toBe(inner);
});

test('a frame with nothing to read is not', () => {
  const { document } = withFrame('<p>Cookie?</p>');
  expect(chooseDocument(document, RULES.clutter).document).toBe(document);
});

test.each([
  ['the largest frame of another origin is named', 'https://paper.example/story', 'https://paper.example/story'],
  ['one that leads out of the web is not', 'javascript:alert(1)', null],
])('%s', (_, source, expected) => {
  const { document } = pageOf(`<body><iframe src="https://ads.example/" width="300" height="100"></iframe>
    <iframe src="${source}" width="900" height="1200"></iframe></body>`);
  for (const frame of document.querySelectorAll('iframe')) {
    // As browsers do for a frame of another origin.
    Object.defineProperty(frame, 'contentDocument', {
      get: () => {
        throw new Error('Blocked a frame');
      },
    });
  }
  expect(chooseDocument(document, RULES.clutter)).toEqual({ document, foreignFrame: expected });
});
