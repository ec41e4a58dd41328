import { StringDecoder } from 'node:string_decoder';
import iconv from 'iconv-lite';
import type { TextEncoding } from './text-encoding.ts';

/** Turns bytes into text piece by piece, without the byte order mark. */
export interface TextDecoding {
  write(bytes: Buffer): string;
  end(): string;
}

/** A decoder for one file from its beginning. It never fails: what the encoding does not know becomes U+FFFD. */
export function textDecoding(encoding: TextEncoding): TextDecoding {
  const decoder =
    encoding === 'utf-8' ? new StringDecoder('utf8') : iconv.getDecoder(encoding, { stripBOM: false });
  let isStart = true;
  return {
    write(bytes) {
      const text = decoder.write(bytes);
      if (!isStart || text === '') return text;
      isStart = false;
      return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    },
    end: () => decoder.end() ?? '',
  };
}
