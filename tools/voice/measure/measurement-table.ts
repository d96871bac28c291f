import { basename } from 'node:path';
import type { Measurement } from './measure-setting.ts';

const HEAD = 'error   ±  voice            variant    wpm pitch range speed  spoken  peak    rms clipped  filter';

/** Measurements as lines for people, the one with the fewest errors first. */
export function measurementTable(measurements: readonly Measurement[]): string[] {
  const rows = measurements.toSorted((one, other) => one.rate - other.rate).map(measurementRow);
  return [HEAD, ...rows];
}

/** One measurement, as a line of the table. */
export function measurementRow(row: Measurement): string {
  return [
    (100 * row.rate).toFixed(1).padStart(5),
    (100 * row.margin).toFixed(0).padStart(3),
    ` ${row.voice.padEnd(16)}`,
    basename(row.variant).padEnd(10),
    String(row.wordsPerMinute).padStart(3),
    String(row.pitch).padStart(5),
    String(row.range).padStart(5),
    String(row.speed).padStart(5),
    row.spokenRate.toFixed(0).padStart(7),
    row.peak.toFixed(1).padStart(5),
    row.loudness.toFixed(1).padStart(6),
    String(row.clipped).padStart(7),
    ` ${row.filter}`,
  ].join(' ');
}
