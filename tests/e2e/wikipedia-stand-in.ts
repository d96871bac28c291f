import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { createServer as createSecureServer } from 'node:https';

const certificate = (name: string) => readFileSync(new URL(`../fixtures/stand-in/${name}.pem`, import.meta.url));

export interface StandInRequest {
  /** `https://…`, as the browser asked for it. */
  address: string;
  headers: IncomingHttpHeaders;
}

/** What stands in for an address: a body of JSON, or an address to go on to. */
export type StandInAnswer = { status?: number; body: unknown } | { redirect: string };

export interface StandIn {
  port: number;
  /** Every request for a site of that name or under it so far, in the order of arrival. */
  requestsTo(site: string): StandInRequest[];
  /** Sites that a connection was opened to, whether or not anything was asked of them. */
  connections: readonly string[];
  close(): Promise<void>;
}

/** Starts a proxy on loopback that answers for every https site itself; the network outside never sees a request. */
export async function startStandIn(answers: Readonly<Record<string, StandInAnswer>>): Promise<StandIn> {
  const requests: StandInRequest[] = [];
  const connections: string[] = [];
  const sites = createSecureServer(
    { key: certificate('key'), cert: certificate('certificate') },
    (request, response) => {
      const address = `https://${request.headers.host}${request.url}`;
      requests.push({ address, headers: request.headers });
      const answer = answers[address] ?? { status: 404, body: { type: 'not_found' } };
      if ('redirect' in answer) response.writeHead(302, { location: answer.redirect }).end();
      else {
        // Wikipedia lets every site read its answers.
        const headers = { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' };
        response.writeHead(answer.status ?? 200, headers);
        response.end(JSON.stringify(answer.body));
      }
    },
  );
  const proxy = createServer((_, response) => void response.writeHead(501).end());
  proxy.on('connect', ({ url = '' }, socket) => {
    connections.push(url.replace(/:\d+$/, ''));
    // A browser that ends while it connects is no fault.
    socket.on('error', () => undefined);
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    sites.emit('connection', socket);
  });
  await new Promise<void>((done, refuse) => {
    proxy.once('error', refuse);
    proxy.listen(0, '127.0.0.1', done);
  });
  const at = proxy.address();
  if (at === null || typeof at === 'string') throw new Error('the stand-in has no port');
  return {
    port: at.port,
    connections,
    requestsTo: (site) => requests.filter(({ address }) => `.${new URL(address).hostname}`.endsWith(`.${site}`)),
    close: () =>
      new Promise((done) => {
        proxy.close(() => done());
        sites.closeAllConnections();
        proxy.closeAllConnections();
      }),
  };
}
