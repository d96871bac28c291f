import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait for something that should come at once, in milliseconds. */
export const PATIENCE = 10_000;

/**
 * Asks again and again until the answer is neither null nor false, and gives it.
 * An error of the question counts as "not yet"; the last one is named when time is up. Times are in milliseconds.
 */
export async function waitUntil<Answer>(
  what: string,
  ask: () => Promise<Answer | null | false> | Answer | null | false,
  timeout = PATIENCE,
  interval = 15,
): Promise<Answer> {
  const end = performance.now() + timeout;
  let lastError: unknown;
  for (;;) {
    try {
      const answer = await ask();
      lastError = undefined;
      if (answer !== null && answer !== false) return answer;
    } catch (error) {
      lastError = error;
    }
    if (performance.now() > end) {
      const reason = lastError instanceof Error ? `: ${lastError.message}` : '';
      throw new Error(`waited ${timeout} ms in vain for ${what}${reason}`, { cause: lastError });
    }
    await sleep(interval);
  }
}

/** The promise's own outcome, or an error that names `what` when it takes longer than `timeout` milliseconds. */
export async function within<Value>(what: string, timeout: number, promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`${what} took longer than ${timeout} ms`)), timeout);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
