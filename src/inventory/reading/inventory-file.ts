import { createHash } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../../kernel/fault.ts';
import type { Language } from '../../kernel/locale.ts';
import { readingFault } from './reading-fault.ts';
import { chunkBytes, maxTextBytes } from './reading-limits.ts';

/** Where an inventory comes from; `name` is what messages call it. */
export interface InventorySource {
  readonly from: string | Readable;
  readonly name: string;
}

/** An inventory as an open file that can be read as often as needed. */
export interface InventoryFile {
  readonly name: string;
  /** Open for reading until `close`. Whatever happens to the path meanwhile, it stays the same file. */
  readonly handle: FileHandle;
  readonly bytes: number;
  readonly language: Language;
  /** The bytes from the beginning, piece by piece; a piece is only good until the next one is asked for. */
  pieces(): AsyncGenerator<Buffer, void, undefined>;
  /** How far the latest walk through the pieces has come, in bytes. */
  position(): number;
  /** Closes the file, and takes away the copy that was made of a stream. */
  close(): Promise<void>;
}

/**
 * Opens a file by its path; a stream is first copied into a temporary file, because finding out the date order takes
 * a second look.
 */
export async function openInventoryFile(source: InventorySource, language: Language): Promise<InventoryFile> {
  if (typeof source.from === 'string') return fileAt(source.from, source.name, language, async () => {});
  const folder = await mkdtemp(join(tmpdir(), 'vigente-inventory-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'file');
    await copy(source.from, path, source.name, language);
    return await fileAt(path, source.name, language, remove);
  } catch (error) {
    await remove();
    throw error;
  }
}

/** SHA-256 of all bytes, in hexadecimal; every piece is also shown to `look`. */
export async function digestOf(file: InventoryFile, look: (piece: Buffer) => void): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of file.pieces()) {
    hash.update(piece);
    look(piece);
  }
  return hash.digest('hex');
}

async function fileAt(
  path: string,
  name: string,
  language: Language,
  afterwards: () => Promise<void>,
): Promise<InventoryFile> {
  const handle = await openForReading(path, name, language);
  try {
    const bytes = await acceptableSize(handle, name, language);
    const close = async (): Promise<void> => {
      await handle.close();
      await afterwards();
    };
    let position = 0;
    const walked = (to: number): void => {
      position = to;
    };
    const pieces = () => piecesOf({ handle, name, language, walked });
    return { name, handle, bytes, language, pieces, position: () => position, close };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function openForReading(path: string, name: string, language: Language): Promise<FileHandle> {
  try {
    // Non-blocking, so that a named pipe nobody writes to is refused and not waited for.
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw readingFault('not-there', language, { name }, error);
    if (code === 'EACCES' || code === 'EPERM') throw readingFault('unreadable', language, { name }, error);
    if (code === 'EISDIR') throw readingFault('a-folder', language, { name }, error);
    throw readingFault('read-error', language, { name }, error);
  }
}

async function acceptableSize(handle: FileHandle, name: string, language: Language): Promise<number> {
  const stats = await handle.stat();
  if (stats.isDirectory()) throw readingFault('a-folder', language, { name });
  if (!stats.isFile()) throw readingFault('not-a-file', language, { name });
  if (stats.size === 0) throw readingFault('empty', language, { name });
  if (stats.size > maxTextBytes) throw tooManyBytes(name, language, maxTextBytes);
  return stats.size;
}

export function tooManyBytes(name: string, language: Language, limit: number): Fault {
  return readingFault('too-many-bytes', language, { name, limit: limit / 1024 / 1024 });
}

interface Walk {
  readonly handle: FileHandle;
  readonly name: string;
  readonly language: Language;
  readonly walked: (to: number) => void;
}

async function* piecesOf({ handle, name, language, walked }: Walk): AsyncGenerator<Buffer, void, undefined> {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (let position = 0; ; ) {
    const bytesRead = await readAt(handle, buffer, position, name, language);
    if (bytesRead === 0) return;
    position += bytesRead;
    walked(position);
    if (position > maxTextBytes) throw tooManyBytes(name, language, maxTextBytes);
    yield buffer.subarray(0, bytesRead);
  }
}

async function readAt(
  handle: FileHandle,
  buffer: Buffer,
  position: number,
  name: string,
  language: Language,
): Promise<number> {
  try {
    return (await handle.read(buffer, 0, buffer.length, position)).bytesRead;
  } catch (error) {
    throw readingFault('read-error', language, { name }, error);
  }
}

async function copy(from: Readable, path: string, name: string, language: Language): Promise<void> {
  let bytes = 0;
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      if (bytes > maxTextBytes) done(tooManyBytes(name, language, maxTextBytes));
      else done(null, piece);
    },
  });
  try {
    await pipeline(from, counted, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    throw error instanceof Fault ? error : readingFault('read-error', language, { name }, error);
  }
}
