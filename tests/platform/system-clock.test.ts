import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSystemClock } from '../../src/platform/system-clock.ts';

describe('the clock of the machine', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('counts the time that the machine sleeps, and never goes back', () => {
    const sources = { wall: 1000, steady: 0 };
    const clock = createSystemClock({ wall: () => sources.wall, steady: () => sources.steady });
    expect(clock.now()).toBe(0);
    Object.assign(sources, { wall: 1500, steady: 500 });
    expect(clock.now()).toBe(500);
    // An hour asleep: the steady source stood still.
    Object.assign(sources, { wall: 3_601_600, steady: 600 });
    expect(clock.now()).toBe(3_600_600);
    // Somebody sets the clock back.
    Object.assign(sources, { wall: 1000, steady: 900 });
    expect(clock.now()).toBe(3_600_900);
  });

  it('does not run fast where the two clocks are rounded at different times', () => {
    let time = 0;
    const clock = createSystemClock({ wall: () => Math.floor(time), steady: () => Math.floor(time + 0.5) });
    for (let call = 0; call < 2000; call++) {
      time += 0.5;
      clock.now();
    }
    expect(clock.now()).toBeCloseTo(1000, -1);
  });

  it('rings once after a while, unless it is taken back', async () => {
    const clock = createSystemClock();
    const begin = clock.now();
    const rung: number[] = [];
    clock.after(300, () => rung.push(clock.now() - begin));
    const takeBack = clock.after(200, () => rung.push(-1));
    takeBack();
    await vi.advanceTimersByTimeAsync(1000);
    expect(rung).toEqual([300]);
  });
});
