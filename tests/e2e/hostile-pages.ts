// Pages that a reading view must hold out against: each does one thing that breaks extensions, with or without meaning to.
import type { Route } from '../../tools/page-server.ts';

export interface HostilePage {
  name: string;
  /** Where the page server serves it. */
  path: string;
  /** What about the page is hostile. */
  trait: string;
  route: Route;
}

/** The headline and a sentence of the article that every page below holds (or, where it rewrites itself, held at first). */
export const HOSTILE_HEADLINE = 'Lighthouse at Norrvik to shine again after forty years';
export const HOSTILE_SENTENCE = 'The lamp was put out in the winter of 1986';

const PARAGRAPHS = [
  'The lighthouse at Norrvik, dark since the day its last keeper left, will be lit again next spring, the harbour board said on Thursday.',
  `${HOSTILE_SENTENCE}, when a radio beacon took over its work, and the tower has been empty ever since.`,
  '“People here still give directions by it,” said Maja Lindqvist, who leads the society that has raised half of the money.',
  'The lens, made of 324 pieces of hand-ground glass, was found in a warehouse two summers ago, wrapped in sailcloth.',
  'Engineers expect the work on the stair, the gallery and the lamp room to take eleven months and to cost 2.3 million kronor.',
  'Fishermen were divided at first, because the beam falls across the bedrooms of the old quarter every nine seconds.',
  'A vote in the village hall settled the matter in October: the lamp will burn from dusk until eleven at night.',
  'Birdwatchers asked for a weaker light in the weeks of the autumn migration, and the board has agreed to dim it then.',
  'The tower will open to visitors on Sundays, with room for twelve at a time on its 141 steps.',
];

const ARTICLE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${HOSTILE_HEADLINE}</title></head>
<body>
<header><nav><a href="/">Home</a> <a href="/coast">Coast</a> <a href="/weather">Weather</a></nav></header>
<main>
<article>
<h1>${HOSTILE_HEADLINE}</h1>
<p class="byline">By Ida Rask</p>
${PARAGRAPHS.slice(0, 5)
  .map((text) => `<p>${text}</p>`)
  .join('\n')}
<h2>A light in the bedroom</h2>
${PARAGRAPHS.slice(5)
  .map((text) => `<p>${text}</p>`)
  .join('\n')}
</article>
</main>
<footer>The Norrvik Courier</footer>
</body>
</html>`;

function page(name: string, trait: string, route: Partial<Route>): HostilePage {
  return { name, path: `/hostile/${name}`, trait, route: { body: ARTICLE, ...route } };
}

function withPolicy(name: string, trait: string, policy: string): HostilePage {
  return page(name, trait, { headers: { 'content-security-policy': policy } });
}

function withStyle(name: string, trait: string, style: string): HostilePage {
  return page(name, trait, { body: ARTICLE.replace('</head>', `<style>${style}</style></head>`) });
}

function withScript(name: string, trait: string, script: string): HostilePage {
  return page(name, trait, { body: ARTICLE.replace('</main>', `</main><script>${script}</script>`) });
}

/** The event of the window at which pages strike that do so when the article already shows. */
export const STRIKE = 'strike';

const POLICIES = [
  withPolicy('policy-none', 'allows no resource of any kind', "default-src 'none'"),
  withPolicy(
    'policy-no-frames-styles-fonts',
    'allows no frame, style, font or sound',
    "frame-src 'none'; child-src 'none'; object-src 'none'; style-src 'none'; font-src 'none'; media-src 'none'",
  ),
  withPolicy('policy-sandbox', 'is sandboxed: no script, an origin of its own', 'sandbox'),
  withPolicy('policy-sandbox-scripts', 'is sandboxed with scripts', "sandbox allow-scripts; default-src 'none'"),
  withPolicy(
    'trusted-types',
    'demands Trusted Types and allows no policy',
    "require-trusted-types-for 'script'; trusted-types 'none'",
  ),
  page('isolated', 'is cross-origin isolated', {
    headers: {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    },
  }),
  page('permissions', 'forbids sound, full screen and the clipboard', {
    headers: { 'permissions-policy': 'autoplay=(), fullscreen=(), clipboard-write=(), speaker-selection=()' },
  }),
];

const STYLES = [
  withStyle(
    'style-hide-everything',
    'hides every element but html and body',
    `* { display: none !important; visibility: hidden !important; opacity: 0 !important }
     html, body { display: block !important; visibility: visible !important; opacity: 1 !important }`,
  ),
  withStyle(
    'style-dialog',
    'shrinks and moves dialogs, frames and all that stands beside the body',
    `dialog, iframe, [popover] {
       display: none !important; width: 1px !important; height: 1px !important;
       transform: translateX(-9999px) !important
     }
     ::backdrop { background: red !important }
     html > *:not(head):not(body) { display: none !important; position: absolute !important; left: -9999px !important }`,
  ),
  page('style-cover', 'covers the screen at the highest z-index', {
    body: ARTICLE.replace(
      '<footer>',
      '<div style="position:fixed;inset:0;z-index:2147483647;background:#246">Subscribe</div><footer>',
    ),
  }),
  withStyle(
    'style-transform',
    'turns, blurs, shrinks and clips the root element',
    'html { transform: scale(.5) rotate(3deg); filter: blur(2px); contain: strict; overflow: hidden }',
  ),
  withStyle('style-zoom', 'zooms the root and makes its letters tiny', 'html { zoom: 2.5; font-size: 4px }'),
  withStyle('style-root-none', 'does not show the root element', 'html { display: none !important }'),
  withStyle('style-root-faint', 'makes the root faint and invisible', 'html { opacity: .3; visibility: hidden }'),
  withStyle(
    'style-content-visibility',
    'skips the painting of all that the root holds',
    'html > * { content-visibility: hidden !important } html { contain: paint }',
  ),
  page('inert', 'makes the root element inert', {
    body: ARTICLE.replace('<html lang="en">', '<html lang="en" inert>'),
  }),
];

const SCRIPTS = [
  page('keys', 'swallows every key before anything else sees it', {
    body: ARTICLE.replace(
      '</head>',
      `<script>
       window.swallowedKeys = 0;
       for (const type of ['keydown', 'keypress', 'keyup'])
         window.addEventListener(type, (event) => {
           window.swallowedKeys += 1;
           event.preventDefault();
           event.stopImmediatePropagation();
         }, true);
       </script></head>`,
    ),
  }),
  page('prototypes', 'spoils and freezes what every page has built in', {
    body: ARTICLE.replace(
      '</head>',
      `<script>
       Object.prototype.spoiled = function () {};
       Array.prototype.spoiled = 1;
       Object.prototype.toJSON = function () { return 'spoiled'; };
       Element.prototype.attachShadow = function () { throw 1; };
       document.createElement = () => { throw 2; };
       HTMLDialogElement.prototype.showModal = function () { throw 3; };
       Node.prototype.appendChild = () => { throw 4; };
       window.customElements.define = () => { throw 5; };
       window.chrome = undefined;
       window.browser = 1;
       Object.freeze(Object.prototype);
       Object.freeze(Element.prototype);
       </script></head>`,
    ),
  }),
  page('clobbered', 'names elements after what a document and a form have built in', {
    body: ARTICLE.replace(
      '<article>',
      `<article><form id="body"></form><img name="documentElement"><img name="cloneNode"><img name="createElement">
       <form name="adoptedStyleSheets"></form><img name="createElementNS"><img name="querySelector"><img name="title">
       <form><input name="childNodes"><input name="attributes"><input name="parentNode"></form>`,
    ),
  }),
  page('own-modal', 'has a modal dialog open and drags the focus back to it', {
    body: ARTICLE.replace(
      '</main>',
      `</main><dialog id="subscribe">Subscribe! <button autofocus>Yes</button></dialog>
       <script>
       const dialog = document.querySelector('#subscribe');
       dialog.showModal();
       addEventListener('focusin', (event) => {
         if (!dialog.contains(event.target)) dialog.querySelector('button').focus();
       }, true);
       </script>`,
    ),
  }),
  withScript(
    'remover',
    'removes at once whatever is added beside the body',
    `new MutationObserver((records) => {
       for (const { addedNodes } of records)
         for (const node of addedNodes) if (node.parentNode === document.documentElement) node.remove();
     }).observe(document.documentElement, { childList: true });`,
  ),
  withScript(
    'rewriter',
    'replaces its whole body after a while, as single-page apps do',
    `addEventListener('${STRIKE}', () => { document.body.innerHTML = '<p>Another view of the app</p>'; });`,
  ),
  withScript(
    'document-write',
    'writes itself anew after a while',
    `addEventListener('${STRIKE}', () => {
       document.open();
       document.write('<p>Written anew</p>');
       document.close();
     });`,
  ),
];

const MARKUP = [
  page('plain', 'is not hostile at all', {}),
  page('xhtml', 'is XHTML', {
    headers: { 'content-type': 'application/xhtml+xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="utf-8"?>${ARTICLE.replace('<!doctype html>', '')
      .replace('<html lang="en">', '<html xmlns="http://www.w3.org/1999/xhtml" lang="en">')
      .replace('<meta charset="utf-8">', '')}`,
  }),
  page('quirks', 'has no doctype', { body: ARTICLE.replace('<!doctype html>', '') }),
  page('frameset', 'is a frameset whose frames hold the article', {
    body: `<html><head><title>${HOSTILE_HEADLINE}</title></head>
      <frameset cols="50%,50%"><frame src="/hostile/plain"><frame src="/hostile/plain"></frameset></html>`,
  }),
];

/** All 27. */
export const HOSTILE_PAGES: readonly HostilePage[] = [...MARKUP, ...POLICIES, ...STYLES, ...SCRIPTS];

/** The routes of all hostile pages, for `servePages`. */
export function hostileRoutes(): Record<string, Route> {
  return Object.fromEntries(HOSTILE_PAGES.map(({ path, route }) => [path, route]));
}
