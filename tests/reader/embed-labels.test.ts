import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import messages from '../../assets/_locales/en/messages.json' with { type: 'json' };
import { mountView } from './mounted-view.ts';

const styleSheet = readFileSync(join(import.meta.dirname, '../../src/reader/styles/article.css'), 'utf8');

test.each([
  ['video', messages.embedVideo.message],
  ['post', messages.embedPost.message],
  ['other', messages.embedOther.message],
  ['constructor', messages.embedOther.message],
])('a link to a %s says so in front of its words, which stay as they are', (kind, label) => {
  const { view, article, find } = mountView();
  view.showArticle(
    article(`<p data-block="b1"><a href="https://e.example/" data-embed="${kind}">The wall from the air</a></p>`),
  );
  const link = find('[data-embed]');
  expect([link.dataset.label, link.textContent]).toEqual([label, 'The wall from the air']);
  expect(styleSheet).toMatch(/a\[data-label\]::before\s*\{\s*content: attr\(data-label\)/);
});

test('traditional Mongolian runs down; nothing else is set upright', () => {
  const upright = [...styleSheet.matchAll(/([^{}]+)\{[^{}]*writing-mode:[^{}]*\}/g)].map(
    ([, selector]) => selector ?? '',
  );
  expect(upright).toHaveLength(1);
  for (const selector of (upright[0] ?? '').replace(/\/\*[\s\S]*?\*\//g, '').split(/,(?![^(]*\))/))
    expect(selector).toContain(':lang(mn-Mong)');
});
