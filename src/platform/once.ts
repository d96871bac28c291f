/** Loads something when it is first asked for, once; again at the next asking where it failed, and gives null then. */
export function once<Value>(load: () => Promise<Value>): () => Promise<Value | null> {
  let loaded: Promise<Value> | null = null;
  return async () => {
    try {
      loaded ??= load();
      return await loaded;
    } catch {
      loaded = null;
      return null;
    }
  };
}
