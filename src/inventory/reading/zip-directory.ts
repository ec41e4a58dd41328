import type { FileHandle } from 'node:fs/promises';

/** One part of a ZIP file as its directory declares it. */
export interface ZipPart {
  readonly name: string;
  /** 0 stored, 8 deflated (APPNOTE.TXT 4.4.5). */
  readonly method: number;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
  readonly offset: number;
  readonly isEncrypted: boolean;
}

/** APPNOTE.TXT 6.3.10: 4.3.12 central directory header, 4.3.16 its end, 4.3.14 and 4.3.15 for ZIP64. */
const endSignature = 0x06054b50;
const headerSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const headerBytes = 46;
const longestComment = 65_535;
const zip64Mark = 0xffffffff;

/** The directory of a ZIP file, or what is wrong with it. Reads the end of the file and the directory, no part. */
export async function readZipDirectory(
  handle: FileHandle,
  fileBytes: number,
  maxParts: number,
): Promise<readonly ZipPart[] | 'broken' | 'too-many-parts'> {
  const tailBytes = Math.min(fileBytes, endBytes + longestComment);
  const tail = await readAt(handle, fileBytes - tailBytes, tailBytes);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + endBytes > tail.length || tail.readUInt32LE(end) !== endSignature) return 'broken';
  const count = tail.readUInt16LE(end + 10);
  const bytes = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  // ZIP64 is for files beyond 4 GiB or 65,535 parts: far above what is read here.
  if (count === 0xffff || count > maxParts) return 'too-many-parts';
  if (offset + bytes > fileBytes || bytes < count * headerBytes) return 'broken';
  if (bytes > maxParts * 1024) return 'too-many-parts';
  return partsIn(await readAt(handle, offset, bytes), count);
}

function partsIn(directory: Buffer, count: number): readonly ZipPart[] | 'broken' {
  const parts: ZipPart[] = [];
  const names = new Set<string>();
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + headerBytes > directory.length || directory.readUInt32LE(at) !== headerSignature)
      return 'broken';
    const nameBytes = directory.readUInt16LE(at + 28);
    const part = partAt(directory, at, nameBytes);
    // Two parts of one name: programs differ in which they take.
    if (names.has(part.name) || part.packedBytes === zip64Mark || part.inflatedBytes === zip64Mark)
      return 'broken';
    names.add(part.name);
    parts.push(part);
    at += headerBytes + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return parts;
}

function partAt(directory: Buffer, at: number, nameBytes: number): ZipPart {
  return {
    name: directory.toString('utf8', at + headerBytes, at + headerBytes + nameBytes),
    isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    method: directory.readUInt16LE(at + 10),
    packedBytes: directory.readUInt32LE(at + 20),
    inflatedBytes: directory.readUInt32LE(at + 24),
    offset: directory.readUInt32LE(at + 42),
  };
}

/** The bytes of one part as they lie in the file, or undefined when it is not where the directory says. */
export async function readPackedPart(handle: FileHandle, part: ZipPart): Promise<Buffer | undefined> {
  const header = await readAt(handle, part.offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== localSignature) return undefined;
  const start = part.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = await readAt(handle, start, part.packedBytes);
  return packed.length === part.packedBytes ? packed : undefined;
}

async function readAt(handle: FileHandle, position: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes);
  const { bytesRead } = await handle.read(buffer, 0, bytes, position);
  return buffer.subarray(0, bytesRead);
}
