import { createHash, randomBytes } from 'node:crypto';
import type { Language } from '../kernel/locale.ts';
import type { PartnerScope } from '../storage/database.ts';
import { mostUploadBytes, uploadDays } from './import-upload.ts';
import {
  insertPiece,
  insertUpload,
  markReceived,
  removeExpired,
  removeUpload,
} from './import-upload-store.ts';
import { fileKind } from './reading/file-kind.ts';
import { readingFault } from './reading/reading-fault.ts';

export interface GivenFile {
  readonly from: AsyncIterable<Uint8Array>;
  readonly name: string;
  readonly person: string;
  readonly personName: string;
  readonly now: Temporal.Instant;
  readonly language: Language;
}

const pieceBytes = 1 << 20;
/** What a file is shows in its first bytes. */
const headBytes = 4096;

/**
 * Takes a file into the database, piece by piece, and answers its id. Throws `invalid` for one that is empty,
 * `unsupported` for one that is no inventory by its first bytes and `too-large`; then nothing of it stays.
 */
export async function receiveUpload(scope: PartnerScope, given: GivenFile): Promise<string> {
  const id = randomBytes(12).toString('hex');
  const { name, person, personName, now } = given;
  const expiresAt = now.add({ hours: 24 * uploadDays }).toString();
  const row = { id, file: name.slice(0, 200), person, personName, at: now.toString(), expiresAt };
  await scope.transaction(async (tx) => {
    await removeExpired(tx, now.toString());
    await insertUpload(tx, row);
  });
  try {
    const received = await keepPieces(scope, id, given);
    await scope.transaction((tx) => markReceived(tx, id, received));
  } catch (error) {
    await scope.transaction((tx) => removeUpload(tx, id));
    throw error;
  }
  return id;
}

async function keepPieces(
  scope: PartnerScope,
  upload: string,
  { from, name, language }: GivenFile,
): Promise<{ bytes: number; digest: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  let nth = 0;
  for await (const piece of piecesOf(from)) {
    if (nth === 0) refuseOtherKinds(piece, name, language);
    bytes += piece.length;
    if (bytes > mostUploadBytes)
      throw readingFault('too-many-bytes', language, {
        name,
        limit: Math.floor(mostUploadBytes / 1_048_576),
      });
    hash.update(piece);
    const at = nth++;
    await scope.transaction((tx) => insertPiece(tx, { upload, nth: at, bytes: piece }));
  }
  if (bytes === 0) throw readingFault('empty', language, { name });
  return { bytes, digest: hash.digest('hex') };
}

function refuseOtherKinds(piece: Buffer, name: string, language: Language): void {
  const kind = fileKind(piece.subarray(0, headBytes));
  if (kind.kind === 'other') throw readingFault('binary', language, { name, what: kind.what[language] });
}

/** The bytes gathered into pieces of one size, so that a slow sender costs no more statements than a fast one. */
async function* piecesOf(from: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const some of from) {
    waiting.push(some);
    bytes += some.length;
    if (bytes < pieceBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}
