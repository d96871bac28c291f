import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { findShownStandfirst } from '../../src/article/standfirst.ts';

const PICTURE = 'The lighthouse of Marlow Bay on the morning of the sale: the lamp is dark.';
const LEAD = 'For one crown and a barrel of herring the town has its lighthouse again.';
const shownIn = (body: string, ...descriptions: string[]) =>
  findShownStandfirst(new JSDOM(`<body>${body}</body>`).window.document, descriptions);
const FIGURE = `<figure><img><figcaption><div><span>${PICTURE}</span> <span>© Nora Field</span></div></figcaption></figure>`;

test('a standfirst is what the page shows of its description', () => {
  expect(shownIn(`<h1>Sold</h1><div><b>Marlow Bay.</b> <span>${LEAD}</span></div>`, LEAD)).toEqual({
    text: `Marlow Bay. ${LEAD}`,
    description: LEAD,
  });
  expect(shownIn('<h1>Sold</h1><p>Other words.</p>', LEAD)).toBeNull();
});

test('of several descriptions it is the first that is shown, and none that stands under a picture', () => {
  expect(shownIn(`${FIGURE}<p>${LEAD}</p>`, PICTURE, LEAD)?.text).toBe(LEAD);
  expect(shownIn(`<p>${LEAD}</p><p>${PICTURE}</p>`, PICTURE, LEAD)?.text).toBe(PICTURE);
  expect(shownIn(FIGURE, PICTURE)).toBeNull();
});

test('a description too short to say more than the headline is no standfirst', () => {
  expect(shownIn('<p>The lighthouse is sold again</p>', 'The lighthouse is sold again')).toBeNull();
});
