/** Small files, by name. */
export type NamedFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Files in one: the length of a table of contents, 4 bytes little-endian; the table, names and lengths in bytes as JSON; the
 * files in its order. Not compressed: the package that it goes into is.
 */
export function packFiles(files: NamedFiles): Uint8Array {
  const table = new TextEncoder().encode(JSON.stringify([...files].map(([name, bytes]) => [name, bytes.length])));
  const lengths = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const packed = new Uint8Array(4 + table.length + lengths);
  new DataView(packed.buffer).setUint32(0, table.length, true);
  packed.set(table, 4);
  let offset = 4 + table.length;
  for (const bytes of files.values()) {
    packed.set(bytes, offset);
    offset += bytes.length;
  }
  return packed;
}

/** What {@link packFiles} has packed, without copying. @throws where it is something else. */
export function unpackFiles(packed: Uint8Array): NamedFiles {
  const length = new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(0, true);
  const table: [name: string, length: number][] = JSON.parse(new TextDecoder().decode(packed.subarray(4, 4 + length)));
  const files = new Map<string, Uint8Array>();
  let offset = 4 + length;
  for (const [name, size] of table) {
    files.set(name, packed.subarray(offset, offset + size));
    offset += size;
  }
  if (offset !== packed.length) throw new Error('packed files are not as long as they say');
  return files;
}
