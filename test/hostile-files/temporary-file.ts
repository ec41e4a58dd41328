import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A folder for files made while a test runs; they can be large, so they are written piece by piece and removed. */
export class TemporaryFiles {
  #folder: string | undefined;

  /** Writes the pieces and gives the path. */
  async write(name: string, pieces: Iterable<Buffer | string> | Buffer | string): Promise<string> {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'vigente-test-'));
    const path = join(this.#folder, name);
    const list = typeof pieces === 'string' || Buffer.isBuffer(pieces) ? [pieces] : pieces;
    await pipeline(Readable.from(list), createWriteStream(path));
    return path;
  }

  async remove(): Promise<void> {
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }
}

/** The same piece again and again. */
export function* repeated(
  piece: Buffer | string,
  times: number,
): Generator<Buffer | string, void, undefined> {
  for (let i = 0; i < times; i++) yield piece;
}
