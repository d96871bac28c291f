import { describe, expect, it } from 'vitest';
import { decodeSamples } from '../../src/platform/voice-samples.ts';
import { encodeSamples } from '../../src/platform/voice-service.ts';

const base64 = (...bytes: number[]) => Buffer.from(bytes).toString('base64');

describe('decodeSamples', () => {
  it('reads 16 bits each, the lower eight first, with their signs', () => {
    expect(decodeSamples(base64(1, 0, 0xfe, 0xff, 0x2c, 0x01))).toEqual(Int16Array.of(1, -2, 300));
    expect(decodeSamples(base64(0xff, 0x7f, 0x00, 0x80))).toEqual(Int16Array.of(32_767, -32_768));
  });

  it('reads what the background writes', () => {
    const sound = Int16Array.from({ length: 5000 }, (_, index) => (index * 7919) % 32_768);
    expect(decodeSamples(encodeSamples(sound))).toEqual(sound);
    expect(decodeSamples('')).toEqual(new Int16Array());
  });

  it('leaves out an odd byte', () => {
    expect(decodeSamples(base64(1, 0, 7))).toEqual(Int16Array.of(1));
    expect(decodeSamples(base64(7))).toEqual(new Int16Array());
  });

  it.each(['*', 'a', 'AQ=A', 'AQ===', '\u{1f50a}'])('is null for %j, which is no Base64', (encoded) => {
    expect(decodeSamples(encoded)).toBeNull();
  });
});
