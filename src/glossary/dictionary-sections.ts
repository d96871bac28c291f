import { SECTIONS, type SectionName, SIGNATURE } from './dictionary-format.ts';

/** Cuts the file of the dictionary into its sections. Throws an Error where it is no such file or is not whole. */
export function readSections(bytes: Uint8Array): Record<SectionName, Uint8Array> {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) throw new Error('this is no dictionary of this version');
  let at = SIGNATURE.length;
  const section = () => {
    const [length, start] = readVarint(bytes, at);
    at = start + length;
    if (at > bytes.length) throw new Error('the dictionary is cut off');
    return bytes.subarray(start, at);
  };
  const sections = Object.fromEntries(SECTIONS.map((name) => [name, section()]));
  return sections as Record<SectionName, Uint8Array>;
}

/** All numbers of a section of varints. */
export function readNumbers(section: Uint8Array): Int32Array {
  const numbers = new Int32Array(section.length);
  let count = 0;
  for (let at = 0; at < section.length; count++) [numbers[count], at] = readVarint(section, at);
  return numbers.subarray(0, count);
}

/** The lines of a section of text; each ends with a line feed. */
export function readLines(section: Uint8Array): string[] {
  const lines = new TextDecoder().decode(section).split('\n');
  lines.pop();
  return lines;
}

/** A number and where the next one begins. */
function readVarint(bytes: Uint8Array, from: number): [number: number, next: number] {
  let number = 0;
  for (let at = from, shift = 0; at < bytes.length && shift < 28; at++, shift += 7) {
    const byte = bytes[at] ?? 0;
    number |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [number, at + 1];
  }
  throw new Error('the dictionary is cut off');
}
