import { JSDOM, VirtualConsole } from 'jsdom';

/** A live page as the content script meets it; no script of it runs. */
export function pageOf(
  html: string,
  url = 'https://bay.example/news/wall',
  contentType = 'text/html',
): JSDOM['window'] {
  return new JSDOM(html, { url, contentType, virtualConsole: new VirtualConsole() }).window;
}

/** Five invented paragraphs: enough for an article. */
export const PARAGRAPHS = [
  'The harbour town of Marlow Bay closed its old sea wall on Tuesday after engineers found a crack that ran along it.',
  'Repairs will take at least eleven weeks, the council said, and the ferry will leave from the fishing quay until then.',
  '“We would rather lose a summer than a street,” said Ines Calder, who leads the council’s harbour committee.',
  'Shopkeepers along the front, who had hoped for their best season in six years, asked for a cut in rates.',
  'The wall was built in 1931 and last strengthened after the storm of 1987, when waves flooded forty houses.',
] as const;

/** A page with an article of the five paragraphs; `extra` stands in the middle of it. */
export function articlePage(extra = '', head = ''): string {
  const [first, ...others] = PARAGRAPHS.map((text) => `<p>${text}</p>`);
  return `<!doctype html><html lang="en"><head><title>Marlow Bay closes its sea wall</title>${head}</head>
    <body><article><h1>Marlow Bay closes its sea wall</h1>${first}${extra}${others.join('')}</article></body></html>`;
}
