import { describe, expect, it } from 'vitest';
import { CodeReader, canonicalCode } from '../../src/glossary/dictionary-code.ts';
import { readNumbers } from '../../src/glossary/dictionary-sections.ts';
import { BitWriter, ByteWriter } from '../../tools/dictionary/byte-writer.ts';
import { codeLengths, codesOf } from '../../tools/dictionary/code-lengths.ts';
import { pairSymbols } from '../../tools/dictionary/pair-symbols.ts';
import { textSymbols } from '../../tools/dictionary/text-symbols.ts';

/** Always the same numbers below `limit` (Numerical Recipes' linear congruential generator), small ones more often. */
function numbersBelow(limit: number, count: number): number[] {
  let state = 1;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) ** 3 * limit);
  });
}

describe('codes', () => {
  it('are as short as can be', () => {
    // The example of every textbook: a 45, b 13, c 12, d 16, e 9, f 5 (Cormen and others, Introduction to Algorithms).
    expect([...codeLengths(Int32Array.of(45, 13, 12, 16, 9, 5))]).toEqual([1, 3, 3, 3, 4, 4]);
    expect([...codeLengths(Int32Array.of(7, 0, 1))]).toEqual([1, 0, 1]);
  });

  it('are read back from the lengths alone', () => {
    const symbols = numbersBelow(500, 3000);
    const counts = new Int32Array(600);
    for (const symbol of symbols) counts[symbol] = (counts[symbol] ?? 0) + 1;
    const lengths = codeLengths(counts);
    const codes = codesOf(lengths);
    const bits = new BitWriter();
    bits.bits(0b101, 3);
    for (const symbol of symbols) bits.bits(codes[symbol] ?? 0, lengths[symbol] ?? 0);
    const reader = new CodeReader(canonicalCode(lengths), bits.bytes, 3);
    expect(symbols.map(() => reader.next())).toEqual(symbols);
  });

  it('say so where there are no more bits', () => {
    const reader = new CodeReader(canonicalCode(Uint8Array.of(1, 1)), Uint8Array.of(0b10000000), 0);
    expect(Array.from({ length: 8 }, () => reader.next())).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
    expect(() => reader.next()).toThrow(RangeError);
  });
});

describe('pairs', () => {
  it('stand for what was there, and never across an end', () => {
    const phrases = [[1, 2, 3], [4, 5, 1], [2, 3, 6, 7], [0]];
    const symbols = Int32Array.from(numbersBelow(phrases.length, 2000).flatMap((index) => phrases[index] ?? []));
    const { symbols: paired, firstPair, pairs } = pairSymbols(symbols, 100, 4, new Set([0]));
    const expand = (symbol: number): number[] => {
      const pair = pairs[symbol - firstPair];
      return pair === undefined ? [symbol] : pair.flatMap(expand);
    };
    expect(paired.length).toBeLessThan(symbols.length / 2);
    expect([...paired].flatMap(expand)).toEqual([...symbols]);
    for (const [index] of pairs.entries()) expect(expand(firstPair + index)).not.toContain(0);
  });
});

describe('texts', () => {
  it('are words and what stands between them, without single spaces', () => {
    const { separators, words, symbols } = textSymbols([["one's b, c", 'b'], ['(c)']]);
    expect(separators).toEqual(['(', ')', ', ']);
    expect(words).toEqual(['b', 'c', "one's"]);
    expect([...symbols]).toEqual([7, 5, 4, 6, 1, 5, 0, 2, 6, 3, 0]);
  });
});

describe('numbers', () => {
  it('are read as they were written', () => {
    const writer = new ByteWriter();
    const numbers = [0, 1, 127, 128, 300, 2 ** 21, 2 ** 28 - 1];
    for (const number of numbers) writer.varint(number);
    expect([...readNumbers(writer.bytes)]).toEqual(numbers);
    expect(() => writer.varint(2 ** 28)).toThrow(RangeError);
    expect(() => writer.varint(-1)).toThrow(RangeError);
    expect(() => writer.byte(256)).toThrow(RangeError);
    expect(() => writer.line('a\nb')).toThrow(RangeError);
  });
});
