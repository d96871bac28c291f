import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentType, type PageServer, pathInFolder, servePages } from '../../tools/page-server.ts';

let folder: string;
let server: PageServer | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-pages-'));
  writeFileSync(join(folder, 'page.html'), '<a href="{{OTHER_ORIGIN}}/x">elsewhere</a>');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  mkdirSync(join(folder, 'page_files'));
  writeFileSync(join(folder, 'page_files', 'picture.png'), Buffer.from([0x89, 0x50, 0xff]));
});

afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true });
});

/** Asks for a path as it stands: `fetch` would tidy it first. */
function statusOf(origin: string, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(origin);
  return new Promise((done, refuse) => {
    request({ hostname, port, path }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .once('error', refuse)
      .end();
  });
}

describe('contentType', () => {
  it('knows the kinds of page that the tests need', () => {
    expect(contentType('a/b.HTML')).toBe('text/html; charset=utf-8');
    expect(contentType('x.xhtml')).toBe('application/xhtml+xml; charset=utf-8');
    expect(contentType('feed.xml')).toBe('application/xml; charset=utf-8');
    expect(contentType('paper.pdf')).toBe('application/pdf');
    expect(contentType('clip.webm')).toBe('video/webm');
    expect(contentType('notes.txt')).toBe('text/plain; charset=utf-8');
    expect(contentType('archive')).toBe('application/octet-stream');
  });
});

describe('pathInFolder', () => {
  it('gives paths inside the folder and no other', () => {
    expect(pathInFolder('/pages', '/a/b%20c.html')).toBe('a/b c.html');
    expect(pathInFolder('/pages', '/..hidden')).toBe('..hidden');
    expect(pathInFolder('/pages', '/../secret')).toBe(null);
    expect(pathInFolder('/pages', '/%2e%2e/secret')).toBe(null);
    expect(pathInFolder('/pages', '/..%2fsecret')).toBe(null);
    expect(pathInFolder('/pages', '/%')).toBe(null);
    expect(pathInFolder('/pages', '/')).toBe(null);
  });
});

describe('servePages', () => {
  it('serves files with their types, byte for byte, and fills in its other origin in pages', async () => {
    server = await servePages({ folder });
    const page = await fetch(`${server.origin}/page.html?a=1`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toBe(`<a href="${server.otherOrigin}/x">elsewhere</a>`);
    const picture = await fetch(`${server.origin}/page_files/picture.png`);
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(new Uint8Array([0x89, 0x50, 0xff]));
    expect(server.requests).toEqual(['GET /page.html?a=1', 'GET /page_files/picture.png']);
  });

  it('serves nothing from outside its folder, no folder, and nothing that is not allowed', async () => {
    server = await servePages({ folder, allows: (path) => path !== 'secret.txt' });
    const { origin } = server;
    expect(await statusOf(origin, '/page.html')).toBe(200);
    for (const path of [
      '/secret.txt',
      '/page_files',
      '/',
      '/nothing',
      '/../etc/hosts',
      '/%2e%2e%2fsecret',
      '/constructor',
    ])
      expect(await statusOf(origin, path), path).toBe(404);
  });

  it('answers routes with their status, headers and body, before any file', async () => {
    const route = { status: 503, headers: { 'content-security-policy': 'sandbox' }, body: 'a route' };
    server = await servePages({ folder, routes: { '/page.html': route } });
    const response = await fetch(`${server.origin}/page.html`);
    expect(response.status).toBe(503);
    expect(response.headers.get('content-security-policy')).toBe('sandbox');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('a route');
  });

  it('sends the rest of a slow page later', async () => {
    const delay = 150;
    server = await servePages({ routes: { '/slow': { body: 'first ', rest: { body: 'last', delay } } } });
    const start = performance.now();
    const response = await fetch(`${server.origin}/slow`);
    const headersAfter = performance.now() - start;
    expect(await response.text()).toBe('first last');
    expect(performance.now() - start).toBeGreaterThan(delay - 5);
    expect(headersAfter).toBeLessThan(delay);
  });
});
