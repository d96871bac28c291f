import { describe, expect, it, vi } from 'vitest';
import { lookUpPage, type Network } from '../../src/platform/wikipedia.ts';

const SUMMARY = 'https://en.wikipedia.org/api/rest_v1/page/summary/';
const summary = { type: 'standard', title: 'Nusra Front', extract: 'The Nusra Front was an armed group.' };

/** An answer as `fetch` gives it, from where it came in the end. */
function answer(body: unknown, { status = 200, url = `${SUMMARY}Nusra_Front` } = {}): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return Object.defineProperty(new Response(text, { status }), 'url', { value: url });
}

/** A network with one answer for each address that is asked, in this order. */
function networkOf(...answers: (Response | Error)[]) {
  const fetch = vi.fn(async (_: string, __: RequestInit): Promise<Response> => {
    const next = answers.shift() ?? new Error('asked too often');
    if (next instanceof Error) throw next;
    return next;
  });
  const network: Network = { fetch, isOnline: () => true };
  return { network, fetch, addresses: () => fetch.mock.calls.map(([address]) => address) };
}

describe('lookUpPage', () => {
  it('asks for one summary by its title, with nothing that tells who asks, and stores nothing', async () => {
    const { network, fetch, addresses } = networkOf(answer(summary));
    expect(await lookUpPage('Nusra Front', 'en-GB', network)).toEqual({
      status: 'found',
      title: 'Nusra Front',
      extract: 'The Nusra Front was an armed group.',
      address: 'https://en.wikipedia.org/wiki/Nusra_Front',
      language: 'en',
      licence: 'CC\u00A0BY-SA\u00A04.0',
    });
    expect(addresses()).toEqual([`${SUMMARY}Nusra_Front`]);
    const { signal, ...options } = fetch.mock.calls[0]?.[1] ?? {};
    expect(signal).toBeInstanceOf(AbortSignal);
    expect(options).toEqual({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'follow',
    });
  });

  it('shows the article that a title leads on to', async () => {
    const { network } = networkOf(answer({ ...summary, title: 'Al-Nusra Front' }, { url: `${SUMMARY}Al-Nusra_Front` }));
    const address = 'https://en.wikipedia.org/wiki/Al-Nusra_Front';
    expect(await lookUpPage('Nusra_Front', null, network)).toMatchObject({ title: 'Al-Nusra Front', address });
  });

  it.each([
    ['no such page', answer({ type: 'Internal error' }, { status: 404 }), 'not-found'],
    ['a list of meanings', answer({ ...summary, type: 'disambiguation' }), 'not-found'],
    ['a page without a text', answer({ ...summary, type: 'no-extract', extract: '' }), 'not-found'],
    ['an empty text', answer({ ...summary, extract: ' \n ' }), 'not-found'],
    ['too many questions', answer('slow down', { status: 429 }), 'no-answer'],
    ['a fault of the server', answer('', { status: 503 }), 'no-answer'],
    ['a page of a hotel', answer('<!doctype html><p>Welcome'), 'no-answer'],
    ['nothing', answer(''), 'no-answer'],
    ['a list', answer([]), 'no-answer'],
    ['null', answer('null'), 'no-answer'],
    ['fields of another type', answer({ type: 'standard', title: ['x'], extract: {} }), 'no-answer'],
    ['fields of a prototype', answer('{"__proto__":{"type":"standard","title":"A","extract":"B"}}'), 'no-answer'],
    ['a title that leads elsewhere', answer({ ...summary, title: '../../evil' }), 'not-found'],
    ['an answer from elsewhere', answer(summary, { url: 'https://wikipedia.org.evil.example/' }), 'no-answer'],
    ['an answer without its address', answer(summary, { url: '' }), 'no-answer'],
    ['an answer that is not encrypted', answer(summary, { url: 'http://en.wikipedia.org/' }), 'no-answer'],
    ['no connection', new TypeError('Failed to fetch'), 'offline'],
  ])('takes %s for what it is', async (_, response, status) => {
    expect(await lookUpPage('Nusra Front', 'en', networkOf(response).network)).toEqual({ status });
  });

  it('gives text alone: no markup field, nothing that turns text around', async () => {
    const hostile = {
      ...summary,
      displaytitle: '<img src=x onerror=alert(1)>',
      extract: 'One <b>bold</b>\u202E word.\r\n\n Two\u0000 \u2067three.',
      extract_html: '<script>',
      content_urls: { desktop: { page: 'javascript:alert(1)' } },
    };
    expect(await lookUpPage('Nusra Front', 'en', networkOf(answer(hostile)).network)).toMatchObject({
      title: 'Nusra Front',
      extract: 'One <b>bold</b> word.\nTwo three.',
      address: 'https://en.wikipedia.org/wiki/Nusra_Front',
    });
  });

  it('cuts a long text at a space', async () => {
    const found = await lookUpPage('A', 'en', networkOf(answer({ ...summary, extract: 'word '.repeat(900) })).network);
    const extract = found.status === 'found' ? found.extract : '';
    expect(extract.length).toBeLessThanOrEqual(2_000);
    expect(extract).toMatch(/ word …$/);
  });

  it('reads no more of an endless answer than it could use', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const response = Object.defineProperty(new Response(endless), 'url', { value: `${SUMMARY}A` });
    expect(await lookUpPage('A', 'en', networkOf(response).network)).toEqual({ status: 'no-answer' });
    expect(sent).toBeLessThan(1_000_000);
  });

  it('waits no longer than its limit for an answer that does not begin', async () => {
    const fetch = (_: string, { signal }: RequestInit) =>
      new Promise<Response>((__, fail) => signal?.addEventListener('abort', () => fail(signal.reason)));
    const network = { fetch, isOnline: () => true, timeLimit: 20 };
    expect(await lookUpPage('A', 'en', network)).toEqual({ status: 'no-answer' });
  });

  it('waits no longer than its limit for an answer that does not end', async () => {
    const fetch = async (_: string, { signal }: RequestInit) => {
      const body = new ReadableStream({
        start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason)),
      });
      return Object.defineProperty(new Response(body), 'url', { value: `${SUMMARY}A` });
    };
    const network = { fetch, isOnline: () => true, timeLimit: 20 };
    expect(await lookUpPage('A', 'en', network)).toEqual({ status: 'no-answer' });
  });

  it('asks nobody where there is no connection', async () => {
    const { network, fetch } = networkOf(answer(summary));
    expect(await lookUpPage('A', 'en', { ...network, isOnline: () => false })).toEqual({ status: 'offline' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([
    '',
    ' ',
    '_',
    '..',
    './a',
    'a/../b',
    'A|B',
    'A#b',
    'A<b>',
    '[A]',
    '{{A}}',
    'a\u0000b',
    '\uD800',
    'ä'.repeat(128),
  ])('asks nobody for what cannot be a title: %j', async (title) => {
    const { network, fetch } = networkOf(answer(summary));
    expect(await lookUpPage(title, 'en', network)).toEqual({ status: 'not-found' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([
    ['AC/DC', 'AC%2FDC'],
    ['  What  is_it? ', 'What_is_it%3F'],
    ['Côte d’Ivoire', 'C%C3%B4te_d%E2%80%99Ivoire'],
    ['100% & more', '100%25_%26_more'],
  ])('writes the title %j into one part of the address', async (title, part) => {
    const { network, addresses } = networkOf(answer(summary));
    await lookUpPage(title, 'en', network);
    expect(addresses()).toEqual([SUMMARY + part]);
  });
});

describe('lookUpPage in another language than English', () => {
  const titles = (lang: string, title: unknown) =>
    answer({ query: { pages: [{ title: 'Nusra Front', langlinks: [{ lang, title }] }] } });
  const question = (edition: string) =>
    `https://en.wikipedia.org/w/api.php?action=query&prop=langlinks&titles=Nusra_Front&lllang=${edition}&redirects=1&format=json&formatversion=2`;
  const german = () => answer({ ...summary, title: 'al-Nusra-Front', extract: 'Eine Gruppe.' });

  it('asks how the article is called there, then for it', async () => {
    const { network, addresses } = networkOf(titles('de', 'al-Nusra-Front'), german());
    expect(await lookUpPage('Nusra Front', 'de-AT', network)).toMatchObject({
      status: 'found',
      title: 'al-Nusra-Front',
      extract: 'Eine Gruppe.',
      address: 'https://de.wikipedia.org/wiki/al-Nusra-Front',
      language: 'de',
    });
    expect(addresses()).toEqual([question('de'), 'https://de.wikipedia.org/api/rest_v1/page/summary/al-Nusra-Front']);
  });

  it.each([
    ['nb-NO', 'no'],
    ['zh-Hans', 'zh'],
    ['iw', 'he'],
    ['PT-br', 'pt'],
  ])('finds the edition of %s', async (language, edition) => {
    const { network, addresses } = networkOf(answer({}), answer(summary));
    await lookUpPage('Nusra Front', language, network);
    expect(addresses()[0]).toBe(question(edition));
  });

  it.each([
    ['has no such article', [answer({ query: { pages: [{ title: 'Nusra Front' }] } })]],
    ['is no edition', [answer({ error: { code: 'badvalue' } })]],
    ['cannot be asked about', [answer('', { status: 503 })]],
    ['answers for another', [titles('fr', 'Front al-Nosra')]],
    ['gives no title', [titles('de', { title: 1 })]],
    ['gives what is no title', [titles('de', '../x')]],
    ['has only a list of meanings', [titles('de', 'X'), answer({ ...summary, type: 'disambiguation' })]],
  ])('takes the English article, and says so, where the edition %s', async (_, answers) => {
    const { network } = networkOf(...answers, answer(summary));
    expect(await lookUpPage('Nusra Front', 'de', network)).toMatchObject({ title: 'Nusra Front', language: 'en' });
  });

  it.each(['', 'x', 'evil.example/', 'de.evil.example', 'de/../..', '../en', '123', 'english'])(
    'asks in English for the language %j',
    async (language) => {
      const { network, addresses } = networkOf(answer(summary));
      await lookUpPage('Nusra Front', language, network);
      expect(addresses()).toEqual([`${SUMMARY}Nusra_Front`]);
    },
  );
});
