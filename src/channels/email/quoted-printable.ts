/** RFC 2045 6.7 (5): at most 76 characters a line, the soft break's `=` included. */
const longestLine = 76;
const [lineFeed, carriageReturn, space, equals, dot, capitalF] = [0x0a, 0x0d, 0x20, 0x3d, 0x2e, 0x46];

/** 1 for octets that may stand for themselves. */
const plain = Uint8Array.from({ length: 256 }, (_, octet) =>
  Number(octet >= space && octet < 0x7f && octet !== equals),
);
const digits = Uint8Array.from(Buffer.from('0123456789ABCDEF'));

/** Written into and copied out of without a wait in between, so one is enough for everybody. */
let scratch = new Uint8Array(1 << 16);

/**
 * Text in quoted-printable with CRLF line ends, whatever line ends it came with, and one at its end. Octet by
 * octet with a table, because every message passes through here.
 *
 * A dot or an F that begins a line is hidden too: legal, but some relays double the one and put `>` before a
 * line that begins with `From `, which would break the signature. A space that ends a line has to be (6.7 (3)).
 */
export function quotedPrintable(text: string): Buffer {
  const input = Buffer.from(withLineFeeds(text));
  // Nothing takes more room than =XX; a soft break of three goes with 73 octets or more.
  if (scratch.length < input.length * 4 + 16) scratch = new Uint8Array(input.length * 4 + 16);
  const output = scratch;
  let at = 0;
  let lineStart = 0;
  for (let i = 0; i < input.length; i++) {
    const octet = input[i]!;
    if (octet === lineFeed) {
      output[at++] = carriageReturn;
      output[at++] = lineFeed;
      lineStart = at;
      continue;
    }
    const isLast = input[i + 1] === lineFeed;
    let isPlain = plain[octet] === 1 && !(octet === space && isLast);
    if (at - lineStart + (isPlain ? 1 : 3) > (isLast ? longestLine : longestLine - 1)) {
      output[at++] = equals;
      output[at++] = carriageReturn;
      output[at++] = lineFeed;
      lineStart = at;
    }
    if (at === lineStart && (octet === dot || octet === capitalF)) isPlain = false;
    if (isPlain) output[at++] = octet;
    else {
      output[at++] = equals;
      output[at++] = digits[octet >> 4]!;
      output[at++] = digits[octet & 15]!;
    }
  }
  return Buffer.from(output.subarray(0, at));
}

function withLineFeeds(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.endsWith('\n') ? lines : `${lines}\n`;
}
