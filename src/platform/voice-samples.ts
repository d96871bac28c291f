/** Samples as the port carries them, 16-bit little-endian in Base64; null where it is something else. An odd byte is left out. */
export function decodeSamples(encoded: string): Int16Array | null {
  let text: string;
  try {
    text = atob(encoded);
  } catch {
    return null;
  }
  const samples = new Int16Array(text.length >> 1);
  for (let index = 0; index < samples.length; index++)
    samples[index] = text.charCodeAt(index * 2) | (text.charCodeAt(index * 2 + 1) << 8);
  return samples;
}
