/** One header as people read it: unfolded, encoded words decoded. */
export interface MailHeader {
  readonly name: string;
  readonly value: string;
}

/** The headers of a message in their order (RFC 5322 2.2). A message without any gives none. */
export function mailHeaders(message: Uint8Array): MailHeader[] {
  const text = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const end = text.indexOf('\r\n\r\n');
  const head = text.subarray(0, end < 0 ? text.length : end).toString('utf8');
  return head
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
    .flatMap((line) => {
      const match = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line);
      return match ? [{ name: match[1]!, value: decodedWords(match[2]!.trim()) }] : [];
    });
}

/** RFC 2047: space between two encoded words is not text; a character may be split over two of one encoding. */
function decodedWords(value: string): string {
  const word = /=\?([\w-]+)(?:\*[\w-]+)?\?([bq])\?([^?\s]*)\?=(?:[ \t]+(?==\?))?/gi;
  const pieces: (string | { charset: string; bytes: Buffer })[] = [];
  let at = 0;
  for (const match of value.matchAll(word)) {
    if (match.index > at) pieces.push(value.slice(at, match.index));
    const charset = match[1]!.toLowerCase();
    const bytes = encodedBytes(match[2]!, match[3]!);
    const last = pieces.at(-1);
    if (last && typeof last !== 'string' && last.charset === charset) {
      last.bytes = Buffer.concat([last.bytes, bytes]);
    } else pieces.push({ charset, bytes });
    at = match.index + match[0].length;
  }
  pieces.push(value.slice(at));
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : decoded(piece.charset, piece.bytes)))
    .join('');
}

function encodedBytes(form: string, text: string): Buffer {
  if (form.toLowerCase() === 'b') return Buffer.from(text, 'base64');
  const bytes = text
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

function decoded(charset: string, bytes: Buffer): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}
