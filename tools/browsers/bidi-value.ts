import type { RemoteValue, ScriptResult } from './bidi-protocol.ts';

const SPECIAL_NUMBERS: Record<string, number> = {
  NaN: Number.NaN,
  '-0': -0,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

function isRemoteValue(value: unknown): value is RemoteValue {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function entries(value: unknown): [string, unknown][] {
  if (!Array.isArray(value)) return [];
  return value.map(([key, held]: [unknown, unknown]) => [
    String(isRemoteValue(key) ? plainValue(key) : key),
    isRemoteValue(held) ? plainValue(held) : held,
  ]);
}

/** Plain data from BiDi's way of writing values; throws on what is no plain data, such as a node or a function. */
export function plainValue({ type, value }: RemoteValue): unknown {
  switch (type) {
    case 'undefined':
      return undefined;
    case 'null':
      return null;
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return typeof value === 'string' ? SPECIAL_NUMBERS[value] : value;
    case 'array':
      return Array.isArray(value) ? value.map((item) => (isRemoteValue(item) ? plainValue(item) : item)) : [];
    case 'object':
      return Object.fromEntries(entries(value));
    default:
      throw new Error(`a ${type} cannot be brought over from the page: give back plain data`);
  }
}

/** The remote value that a script gave; throws what the script threw. */
export function remoteValue(outcome: ScriptResult): RemoteValue {
  if (outcome.type === 'exception') throw new Error(outcome.exceptionDetails.text);
  return outcome.result;
}
