import type { Settings } from '../settings/settings.ts';

type Values = Readonly<Partial<Settings>>;

/** A value that a person has set here. */
interface Expected {
  value: unknown;
  /** Its writing has come to an end, well or not. */
  isSettled: boolean;
}

interface Trial {
  values: Values;
  /** By setting id. */
  expected: Map<string, Expected>;
  events: EventTarget;
}

/**
 * The scripts of a reading view are several bundles in one world that no page can reach; what is tried in one of them is
 * in force in all of them.
 */
const KEY = Symbol.for('lectern.tried-settings');

function trial(): Trial {
  const there = Reflect.get(globalThis, KEY) as Trial | undefined;
  if (there) return there;
  const made: Trial = { values: {}, expected: new Map(), events: new EventTarget() };
  Object.defineProperty(globalThis, KEY, { value: made });
  return made;
}

/** What a person tries out in this view, over what is stored; empty where nothing is tried. */
export function triedSettings(): Values {
  return trial().values;
}

/** Puts these values into force in this view, in place of those that were tried before, and stores nothing; `{}` ends the trial. */
export function trySettings(values: Values): void {
  const here = trial();
  here.values = values;
  here.events.dispatchEvent(new Event('change'));
}

/** What was set in this view and has not come back from the storage yet; it is in force, beneath what is tried. */
export function expectedSettings(): Values {
  return Object.fromEntries(Array.from(trial().expected, ([id, { value }]) => [id, value]));
}

/**
 * Puts into force at once, in every script of this view, what one of them is about to store: the way through the storage
 * takes a while, and longer while a slider is dragged. To be followed by `settleSettings`.
 */
export function expectSettings(values: Values): void {
  const here = trial();
  for (const [id, value] of Object.entries(values)) here.expected.set(id, { value, isSettled: false });
  here.events.dispatchEvent(new Event('change'));
}

/** These values have been stored, or could not be: they give way to the next that is heard of. */
export function settleSettings(values: Values): void {
  for (const [id, value] of Object.entries(values)) {
    const expected = trial().expected.get(id);
    if (expected?.value === value) expected.isSettled = true;
  }
}

/** To be called when the storage tells of a value. Nobody is told: who listens to the storage hears it too. */
export function hearSetting(id: string, value: unknown): void {
  const expected = trial().expected.get(id);
  // Another value may be the echo of an earlier move of the slider.
  if (expected && (expected.isSettled || expected.value === value)) trial().expected.delete(id);
}

/** Calls `listener` after each change of what is tried or expected, until `signal` is aborted. */
export function onTried(listener: () => void, signal: AbortSignal | undefined): void {
  trial().events.addEventListener('change', listener, signal ? { signal } : {});
}
