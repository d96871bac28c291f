import { inflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { unpackGlossary } from '../../src/glossary/compact-glossary.ts';
import { compileGlossary } from '../../tools/glossary/compile-glossary.ts';
import { entry } from './glossary-of.ts';

it('deflates a glossary into what can be read back', async () => {
  const entries = [entry('OCHA'), entry('Quartet')];
  const packed = await compileGlossary(entries);
  expect(unpackGlossary(inflateRawSync(packed).toString('utf8'))).toEqual(entries);
});
