import { describe, expect, it } from 'vitest';
import { findExpansions } from '../../src/glossary/expansions.ts';
import type { Range } from '../../src/text/span.ts';

/** "SHORT = the long words", one for each expansion found. */
function expand(text: string): string[] {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }): Range => [index, index + line.length]);
  return findExpansions(text, paragraphs).map(({ short, long }) => `${text.slice(...short)} = ${text.slice(...long)}`);
}

describe('what an article spells out', () => {
  it.each([
    ['The Harbour Users Board (HUB) met.', 'HUB = Harbour Users Board'],
    ['The HUB (Harbour Users Board) met.', 'HUB = Harbour Users Board'],
    ['the Ministry of Fish and Nets, or MFN, said', 'MFN = Ministry of Fish and Nets'],
    ['the Ministry of Fish and Nets, known as the MFN, said', 'MFN = Ministry of Fish and Nets'],
    ['The MFN, which stands for Ministry of Fish and Nets, said', 'MFN = Ministry of Fish and Nets'],
    ['The MFN, the Ministry of Fish and Nets, said', 'MFN = Ministry of Fish and Nets'],
    ['the Ministry of Fish and Nets [MFN] said', 'MFN = Ministry of Fish and Nets'],
    ['two internally flooded houses (IFHs) stood', 'IFHs = internally flooded houses'],
    ['The Harbour Users’ Board (“HUB”) met.', 'HUB = Harbour Users’ Board'],
    ['the Women’s Rowing League (WRL)', 'WRL = Women’s Rowing League'],
    ['the Early Help for Fishers program (EHF)', 'EHF = Early Help for Fishers'],
    ['das Amt für Hafen und Fische (AHF)', 'AHF = Amt für Hafen und Fische'],
    ['la Fédération des Pêcheurs (FP)', 'FP = Fédération des Pêcheurs'],
    ['the Baltic polymer exchange (PolyX) fell; the PolyExchange (PE) rose', 'PE = PolyExchange'],
  ])('%s', (text, expected) => {
    expect(expand(text)).toEqual([expected]);
  });

  it.each([
    'Senator Ann Example (R-Wis.) spoke.',
    'Rep. Don Rowland (D-IL) spoke.',
    'Mr Sample (Lab, Leeds North) spoke.',
    'LAKESIDE (AP) — A boat sank.',
    'By Ann Penfold (AP)',
    'Shares of Lake Nets Example (NYSE: LNE) fell.',
    'She came first in the 100 m (USA).',
    'He said so (see Figure 2).',
    'The price fell (FT)',
    'One thing ended here. Harbour Users Board. Another (HUB) began.',
  ])('nothing in: %s', (text) => {
    expect(expand(text)).toEqual([]);
  });

  it('never runs from one paragraph into the next', () => {
    expect(expand('The Harbour Users Board\n(HUB) met.')).toEqual([]);
  });

  it('finds each place, in order', () => {
    const text = 'The Lake Fund (LF) and the Harbour Users Board (HUB) met. The Lake Fund (LF) paid.';
    expect(expand(text)).toEqual(['LF = Lake Fund', 'HUB = Harbour Users Board', 'LF = Lake Fund']);
  });

  it('comes to an end with thousands of brackets', () => {
    const text = 'The Harbour Users Board (HUB) met. '.repeat(20_000);
    expect(findExpansions(text, [[0, text.length]])).toHaveLength(20_000);
  });
});
