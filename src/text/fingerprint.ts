/** Offset basis and prime of FNV-1a with 64 bits: Fowler, G., Noll, L. C. and others, "The FNV Non-Cryptographic Hash Algorithm". */
const OFFSET_BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * Names a text by 16 hexadecimal digits, so that it can be known again without being kept. Two texts of one page will
 * not share a name by chance; it is no protection against someone who tries texts until one fits.
 */
export function fingerprint(text: string): string {
  let hash = OFFSET_BASIS;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, '0');
}
