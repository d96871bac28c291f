import type { Clock } from '../speech/engine.ts';

/** Where the time comes from, in milliseconds; tests put their own. */
export interface TimeSources {
  /** Since 1970; runs on while the machine sleeps, and jumps where somebody sets it. */
  wall(): number;
  /** Never goes back, and stands still while the machine sleeps in some browsers. */
  steady(): number;
}

const MACHINE: TimeSources = { wall: () => Date.now(), steady: () => performance.now() };

/**
 * The machine's own time, in milliseconds from an origin of its own: it never goes back, also where the wall clock is set
 * back, and it counts the time that the machine was asleep.
 */
export function createSystemClock(sources: TimeSources = MACHINE): Clock {
  let time = 0;
  let wall = sources.wall();
  let steady = sources.steady();
  return {
    now() {
      const passed = Math.max(sources.wall() - wall, sources.steady() - steady, 0);
      wall = sources.wall();
      steady = sources.steady();
      time += passed;
      return time;
    },
    after(delay, run) {
      const alarm = setTimeout(run, delay);
      return () => clearTimeout(alarm);
    },
  };
}
