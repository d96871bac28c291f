import { expect, test } from 'vitest';
import type { Removal } from '../../src/article/article.ts';
import { recordRemoval } from '../../src/article/clutter.ts';
import { READING_DATA } from '../../src/article/reading-data.ts';
import { compileRules } from '../../src/article/reading-rules.ts';
import { takeSnapshot } from '../../src/article/snapshot.ts';
import { PARAGRAPHS, pageOf } from './page.ts';
import { RULES } from './reading-tools.ts';

const STORY = `<p>${PARAGRAPHS.join('</p><p>')}</p>`;

/** What stays behind when a body is copied, by rule, and the text of the copy. */
function copied(html: string, without: readonly string[] = []) {
  const { document } = pageOf(`<!doctype html><body>${html}`);
  const removed: Removal[] = [];
  const { clutter } = without.length === 0 ? RULES : compileRules(READING_DATA, new Set(without));
  const copy = takeSnapshot(document, 'https://bay.example/', 'left out', clutter, removed);
  return { text: copy.body.textContent, taken: removed.map(({ rule, text }) => [rule, text]), removed };
}

test('a box stays behind for its class name or id, and the element of the page is noted', () => {
  const { text, taken, removed } = copied(
    `${STORY}<div class="c-newsletter-box"><p>Letters</p> <p>Each Friday</p></div>`,
  );
  expect(text).not.toContain('Letters');
  expect(taken).toEqual([['newsletter', 'Letters Each Friday']]);
  expect(removed[0]).toMatchObject({ origin: 'page', after: null, element: { className: 'c-newsletter-box' } });
  expect(copied(`${STORY}<div id="share-bar">Post</div>`).taken).toEqual([['share', 'Post']]);
});

test.each([
  ['paragraph', '<p class="share-bar">Post</p>'],
  ['link', '<a class="share-bar">Post</a>'],
  ['emphasis', '<em class="share-bar">Post</em>'],
  ['main part', '<main class="share-bar">Post</main>'],
])('a %s is never taken by its class alone', (_, element) => {
  expect(copied(STORY + element).taken).toEqual([]);
});

test('a box with the headline, the body or much of the prose is none, whatever its class says', () => {
  expect(copied(`<div class="related-content">${STORY}</div>`).taken).toEqual([]);
  const long = 'Words that are not prose, in a list. '.repeat(8);
  expect(copied(`${STORY}<div class="related-content"><h1>Wall</h1>${long}</div>`).taken).toEqual([]);
  expect(copied(`${STORY}<div class="related-content"><div itemprop="articleBody">${long}</div></div>`).taken).toEqual(
    [],
  );
  expect(copied(`${STORY}<div class="related-content">${long}</div>`).taken.map(([rule]) => rule)).toEqual(['related']);
});

test('on a page without paragraphs a box with much of its text is none', () => {
  const loose = PARAGRAPHS.join('<br><br>');
  expect(copied(`<div class="related-content"><ul><li>Goat crosses bridge</li></ul>${loose}</div>`).taken).toEqual([]);
  const list = `<div class="related-content">${'Goat crosses bridge. '.repeat(12)}</div>`;
  expect(copied(`<div>${loose}${loose}</div>${list}`).taken).toHaveLength(1);
});

test('what is not shown is not told of', () => {
  const box = '<div class="share-bar"><script>track()</script><style>p {}</style><template>Later</template>Post</div>';
  expect(copied(STORY + box).taken).toEqual([['share', 'Post']]);
  expect(copied(`${STORY}<div class="share-bar"> <img src="a.png"> </div>`).taken).toEqual([]);
});

test('an aside is noted by the rule of its class, or as standing beside', () => {
  expect(copied(`${STORY}<aside>Tides</aside><aside class="most-read">Goats</aside>`).taken).toEqual([
    ['beside', 'Tides'],
    ['related', 'Goats'],
  ]);
});

test('rules that are switched off take nothing', () => {
  const form = '<div><p>Letters</p><form><input type="email"></form></div>';
  const page = `${STORY}<div class="share-bar">Post</div><aside>Tides</aside>${form}`;
  expect(copied(page).taken.map(([rule]) => rule)).toEqual(['share', 'beside', 'form']);
  const { taken, text } = copied(page, ['share', 'beside', 'form']);
  expect(taken).toEqual([]);
  expect(text).toContain('Post');
  expect(text).toContain('Letters');
});

test('a long removal is cut short, and a blank one is not noted', () => {
  const removed: Removal[] = [];
  const verdict = { rule: 'share', reason: 'removedShare' } as const;
  recordRemoval(removed, verdict, ' \n ');
  expect(removed).toEqual([]);
  recordRemoval(removed, verdict, `  a\n${'b'.repeat(3000)}`);
  expect(removed[0]?.text).toBe(`a ${'b'.repeat(1998)}…`);
});
