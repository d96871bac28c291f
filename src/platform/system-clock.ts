import type { Clock } from '../speech/engine.ts';

/** Where the time comes from, in milliseconds; tests put their own. */
export interface TimeSources {
  /** Since 1970; runs on while the machine sleeps, and jumps where somebody sets it. */
  wall(): number;
  /** Never goes back, and stands still while the machine sleeps in some browsers. */
  steady(): number;
}

/** The two clocks are rounded differently, and the wall clock is nudged by time servers; in milliseconds. */
const JITTER = 250;

const MACHINE: TimeSources = { wall: () => Date.now(), steady: () => performance.now() };

/**
 * The machine's own time, in milliseconds from an origin of its own: it never goes back, also where the wall clock is set
 * back, and it counts the time that the machine was asleep.
 */
export function createSystemClock(sources: TimeSources = MACHINE): Clock {
  const begun = sources.steady();
  /** How much further the wall clock has gone than the steady one. */
  const lead = () => sources.wall() - (sources.steady() - begun);
  let lastLead = lead();
  let slept = 0;
  return {
    now() {
      const gained = lead() - lastLead;
      if (Math.abs(gained) > JITTER) {
        slept += Math.max(0, gained);
        lastLead += gained;
      }
      return sources.steady() - begun + slept;
    },
    after(delay, run) {
      const alarm = setTimeout(run, delay);
      return () => clearTimeout(alarm);
    },
  };
}
