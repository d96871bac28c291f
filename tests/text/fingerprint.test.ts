import { expect, it } from 'vitest';
import { fingerprint } from '../../src/text/fingerprint.ts';

// The first three are the test vectors of FNV-1a's authors.
it.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('names "%s" as %s', (text, name) => {
  expect(fingerprint(text)).toBe(name);
});

it('tells texts apart that differ in one letter beyond ASCII', () => {
  expect(fingerprint('广告')).not.toBe(fingerprint('广吿'));
  expect(fingerprint('广告')).toMatch(/^[0-9a-f]{16}$/);
});
