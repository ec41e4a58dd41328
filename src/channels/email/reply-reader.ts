/** One complete answer of a mail server. */
export interface Reply {
  readonly code: number;
  /** As sent, codes included, lines joined by a newline, without control characters. */
  readonly text: string;
}

/** RFC 5321 4.5.3.1.5 promises 512 octets a line; real servers exceed it, hostile ones have no end. */
const longestLine = 4096;
const mostLines = 128;
/** RFC 5321 4.2: first digit 2 to 5, second 0 to 5; the text may be missing. */
const line = /^([2-5][0-5][0-9])(?:([ -])([^\r\n]*))?$/;

/**
 * Cuts what a server sends into replies. Not for reuse after `garbage`: what follows cannot be told apart
 * from an answer to something else, so the connection has to go.
 */
export class ReplyReader {
  #rest = '';
  #lines: string[] = [];
  #code = '';

  /** The replies completed by this piece of input, in order, or `garbage`. */
  push(chunk: Buffer): Reply[] | 'garbage' {
    const text = this.#rest + chunk.toString('latin1');
    const replies: Reply[] = [];
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      const taken = this.#takeLine(text.slice(start, text[end - 1] === '\r' ? end - 1 : end));
      if (taken === 'garbage') return 'garbage';
      if (taken) replies.push(taken);
      start = end + 1;
    }
    this.#rest = text.slice(start);
    return this.#rest.length > longestLine ? 'garbage' : replies;
  }

  #takeLine(text: string): Reply | undefined | 'garbage' {
    const parts = text.length > longestLine ? null : line.exec(text);
    if (!parts || this.#lines.length >= mostLines) return 'garbage';
    const [, code, separator] = parts as unknown as [string, string, string | undefined];
    if (this.#lines.length > 0 && code !== this.#code) return 'garbage';
    this.#code = code;
    this.#lines.push(text);
    if (separator === '-') return undefined;
    const reply = { code: Number(code), text: readable(this.#lines.join('\n')) };
    this.#lines = [];
    return reply;
  }
}

/** Replies have no charset of their own; UTF-8 where it is (RFC 6531 3.7.4), byte for letter where not. */
function readable(bytes: string): string {
  const plain = bytes.replace(/[\x00-\x09\x0b-\x1f\x7f]/g, ' ');
  if (!/[\x80-\xff]/.test(plain)) return plain;
  const utf8 = Buffer.from(plain, 'latin1').toString('utf8');
  return utf8.includes('\uFFFD') ? plain : utf8;
}
