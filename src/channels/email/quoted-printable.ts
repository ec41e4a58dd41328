/** RFC 2045 6.7 (5): at most 76 characters a line, the soft break's `=` included. */
const longestLine = 76;
const softBreak = '=\r\n';

/**
 * Text in quoted-printable with CRLF line ends, whatever line ends it came with, and one at its end. Every message
 * passes through here, so the work is done by the engine's own string routines, run by run and line by line.
 *
 * A dot or an F that begins a line is hidden too: legal, but some relays double the one and put `>` before a
 * line that begins with `From `, which would break the signature. A space that ends a line has to be (6.7 (3)).
 */
export function quotedPrintable(text: string): Buffer {
  const escaped = withLineFeeds(text)
    .replaceAll('=', '=3D')
    .replace(/[^\n\x20-\x7e]+/g, hexOctets)
    .replaceAll(' \n', '=20\n');
  const lines: string[] = [];
  let start = 0;
  for (;;) {
    const end = escaped.indexOf('\n', start);
    if (end < 0) return Buffer.from(lines.join('\r\n'), 'latin1');
    lines.push(folded(escaped.slice(start, end)));
    start = end + 1;
    if (start === escaped.length) lines.push('');
  }
}

/** What percent-encoding does with a run of characters, quoted-printable does with another sign before the digits. */
function hexOctets(run: string): string {
  return encodeURIComponent(run.toWellFormed()).replaceAll('%', '=');
}

/** One line with soft breaks, none of them within the three characters of an escaped octet. */
function folded(line: string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const head = hiddenStart(line, at);
    const room = longestLine - head.length;
    if (head !== '') at += 1;
    if (line.length - at <= room) return out + head + (at === 0 ? line : line.slice(at));
    const end = unbroken(line, at + room - 1);
    out += head + line.slice(at, end) + softBreak;
    at = end;
  }
}

function unbroken(line: string, end: number): number {
  if (line[end - 1] === '=') return end - 1;
  return line[end - 2] === '=' ? end - 2 : end;
}

/** What stands for a first character that must not stand for itself; nothing for any other. */
function hiddenStart(line: string, at: number): string {
  if (line[at] === '.') return '=2E';
  return line[at] === 'F' ? '=46' : '';
}

function withLineFeeds(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.endsWith('\n') ? lines : `${lines}\n`;
}
