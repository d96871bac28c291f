import { describe, expect, it } from 'vitest';
import { tellsOutputLatency } from '../../src/platform/output-latency.ts';

describe('tellsOutputLatency', () => {
  it.each([
    ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', false],
    ['Firefox on Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0', true],
    ['Firefox on Android', 'Mozilla/5.0 (Android 14; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0', true],
    ['Chrome on Linux', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36', true],
  ])('of %s', (_, userAgent, tells) => {
    expect(tellsOutputLatency(userAgent)).toBe(tells);
  });
});
