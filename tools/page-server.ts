// Serves the test pages and routes of a test's own on loopback, for browsers.
import { readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';

const CONTENT_TYPES: Record<string, string> = {
  '.atom': 'application/atom+xml; charset=utf-8',
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.htm': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xht': 'application/xhtml+xml; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/** The MIME type that a file of this name is served with. */
export function contentType(path: string): string {
  return CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** What a path answers with; without a content type it is HTML in UTF-8. */
export interface Route {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  body: string;
  /** The rest of the body, sent `delay` milliseconds later: until then the page is still loading. */
  rest?: { body: string; delay: number };
}

export interface PageServerOptions {
  /** The folder whose files are served. */
  folder?: string;
  /** Which of the folder's files may be had, by their path in it with slashes; all, when it is left out. */
  allows?: (path: string) => boolean;
  /** Paths with an answer of their own; they go before the folder's files. */
  routes?: Readonly<Record<string, Route>>;
}

export interface PageServer {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  origin: string;
  /** The same server by another name, which makes it another origin for a browser; `{{OTHER_ORIGIN}}` in a page becomes it. */
  otherOrigin: string;
  /** Every request so far, as `GET /path?query`, in the order of arrival. */
  requests: readonly string[];
  close(): Promise<void>;
}

/** A file's path in a folder, or null when the address leads out of it or cannot be read. */
export function pathInFolder(folder: string, pathname: string): string | null {
  try {
    const path = resolve(folder, `.${decodeURIComponent(pathname)}`);
    const inside = relative(folder, path);
    return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) ? null : inside.split(sep).join('/');
  } catch {
    return null;
  }
}

function readPage(path: string): Buffer | null {
  try {
    return statSync(path).isFile() ? readFileSync(path) : null;
  } catch {
    return null;
  }
}

function answer(response: ServerResponse, { status = 200, headers = {}, body, rest }: Route): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers });
  if (rest === undefined) {
    response.end(body);
    return;
  }
  response.write(body);
  const timer = setTimeout(() => response.end(rest.body), rest.delay);
  response.once('close', () => clearTimeout(timer));
}

/** Starts a server on a free port of the loopback address; the network outside never sees it. */
export async function servePages({ folder, allows = () => true, routes = {} }: PageServerOptions): Promise<PageServer> {
  const requests: string[] = [];
  let otherOrigin = '';
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const { pathname } = new URL(request.url ?? '/', 'http://loopback');
    const route = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined;
    if (route !== undefined) return answer(response, route);
    const path = folder === undefined ? null : pathInFolder(folder, pathname);
    const content = folder === undefined || path === null || !allows(path) ? null : readPage(join(folder, path));
    if (path === null || content === null)
      return answer(response, {
        status: 404,
        headers: { 'content-type': 'text/plain' },
        body: 'There is no such page.',
      });
    const type = contentType(path);
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
    const isText = /^text\/html|xml/.test(type);
    response.end(isText ? content.toString('utf8').replaceAll('{{OTHER_ORIGIN}}', otherOrigin) : content);
  });
  await new Promise<void>((done, refuse) => {
    server.once('error', refuse);
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the page server has no port');
  otherOrigin = `http://localhost:${address.port}`;
  return {
    origin: `http://127.0.0.1:${address.port}`,
    otherOrigin,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
