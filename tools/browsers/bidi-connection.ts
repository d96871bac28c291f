import WebSocket from 'ws';
import type { BidiCommands, BidiEvents } from './bidi-protocol.ts';
import { within } from './wait-until.ts';

/** How long the browser may take to answer, in milliseconds. */
const ANSWER_LIMIT = 30_000;

interface Answer {
  type: 'success' | 'error' | 'event';
  id?: number | null;
  result?: unknown;
  error?: string;
  message?: string;
  method?: string;
  params?: unknown;
}

interface Waiting {
  settle(result: unknown): void;
  refuse(error: Error): void;
}

type Listener = (parameters: never) => void;

/** One WebDriver BiDi conversation: commands out, answers and events in. */
export class BidiConnection {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, Set<Listener>>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#receive(JSON.parse(String(data)) as Answer));
    socket.on('close', () => {
      for (const { refuse } of this.#waiting.values()) refuse(new Error('Firefox has ended'));
      this.#waiting.clear();
    });
    // A broken line is closed after it is reported; that is where the waiting commands learn of it.
    socket.on('error', () => {});
  }

  /** Connects to a browser's BiDi address (`ws://…`). */
  static async open(address: string): Promise<BidiConnection> {
    const socket = new WebSocket(address);
    await new Promise<void>((done, refuse) => {
      socket.once('open', done);
      socket.once('error', refuse);
    });
    return new BidiConnection(socket);
  }

  #receive(answer: Answer): void {
    if (answer.type === 'event') {
      for (const listener of this.#listeners.get(answer.method ?? '') ?? []) listener(answer.params as never);
      return;
    }
    if (typeof answer.id !== 'number') return;
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.type === 'error') waiting?.refuse(new Error(`${answer.error}: ${answer.message}`));
    else waiting?.settle(answer.result);
  }

  /** Sends a command; rejects with the browser's error, when the browser ends, and after half a minute without an answer. */
  send<Method extends keyof BidiCommands>(
    method: Method,
    parameters: BidiCommands[Method]['takes'],
  ): Promise<BidiCommands[Method]['gives']> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise<BidiCommands[Method]['gives']>((settle, refuse) => {
      this.#waiting.set(id, { settle: (result) => settle(result as BidiCommands[Method]['gives']), refuse });
      if (this.#socket.readyState !== WebSocket.OPEN) refuse(new Error('Firefox has ended'));
      else this.#socket.send(JSON.stringify({ id, method, params: parameters }));
    });
    return within(`Firefox's answer to ${method}`, ANSWER_LIMIT, answer);
  }

  /** Calls `listener` at each such event; the events must be subscribed to with `session.subscribe`. */
  on<Method extends keyof BidiEvents>(method: Method, listener: (parameters: BidiEvents[Method]) => void): void {
    const listeners = this.#listeners.get(method) ?? new Set();
    this.#listeners.set(method, listeners.add(listener));
  }

  close(): void {
    this.#socket.close();
  }
}
