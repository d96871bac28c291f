import type { Clock } from '../../src/speech/engine.ts';

interface Alarm {
  at: number;
  run: () => void;
}

/** A clock that is moved by hand. */
export class FakeClock implements Clock {
  #now = 1_000_000;
  #alarms: Alarm[] = [];

  now(): number {
    return this.#now;
  }

  after(delay: number, run: () => void): () => void {
    const alarm = { at: this.#now + Math.max(0, delay), run };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm);
    };
  }

  get waiting(): number {
    return this.#alarms.length;
  }

  /** Lets so many milliseconds pass; alarms ring when they are due. */
  run(duration: number): void {
    const end = this.#now + duration;
    for (let rung = 0; ; rung++) {
      if (rung > 200_000) throw new Error('The alarms never end.');
      const next = this.#next();
      if (next === undefined || next.at > end) break;
      this.#alarms = this.#alarms.filter((alarm) => alarm !== next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = end;
  }

  /** So many milliseconds pass in which nothing runs; what is due by then rings when `run` is called. */
  sleep(duration: number): void {
    this.#now += duration;
  }

  #next(): Alarm | undefined {
    return this.#alarms.reduce<Alarm | undefined>(
      (first, alarm) => (first === undefined || alarm.at < first.at ? alarm : first),
      undefined,
    );
  }
}
