import { inflateSync } from 'node:zlib';
import { Fault } from '../kernel/fault.ts';

/** A font's tables by their four-letter tag, unpacked. Format: W3C "WOFF File Format 1.0", sections 3 to 5. */
export function woffTables(file: Buffer): Map<string, Buffer> {
  if (file.toString('latin1', 0, 4) !== 'wOFF') {
    throw new Fault('internal', 'a font file does not begin with "wOFF"; a WOFF 1.0 file was expected');
  }
  const tables = new Map<string, Buffer>();
  for (let entry = 0; entry < file.readUInt16BE(12); entry += 1) {
    const at = 44 + entry * 20;
    const offset = file.readUInt32BE(at + 4);
    const packed = file.subarray(offset, offset + file.readUInt32BE(at + 8));
    const length = file.readUInt32BE(at + 12);
    tables.set(file.toString('latin1', at, at + 4), packed.length < length ? inflateSync(packed) : packed);
  }
  return tables;
}
