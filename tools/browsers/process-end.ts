/** 128 + the signal's number is what a shell reports for a program that a signal ended. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Runs `cleanUp` (which must not wait for anything) when this process ends, by itself or by a signal.
 * Gives a function that takes the order back.
 */
export function onProcessEnd(cleanUp: () => void): () => void {
  const handlers = Object.entries(SIGNALS).map(([signal, code]) => ({ signal, handle: () => process.exit(code) }));
  process.once('exit', cleanUp);
  for (const { signal, handle } of handlers) process.once(signal, handle);
  return () => {
    process.off('exit', cleanUp);
    for (const { signal, handle } of handlers) process.off(signal, handle);
  };
}
