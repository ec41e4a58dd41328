import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** The demo's own mail server: takes everything, keeps no message. */
export interface ReceivingServer {
  /** As `SMTP_URL` wants it. */
  readonly url: string;
  /** What has arrived so far. */
  received(): Received;
  /** Ends connections and stops listening. May be called twice. */
  stop(): Promise<void>;
}

export interface Received {
  readonly messages: number;
  readonly bytes: number;
  /** The last few, newest last, as their headers have them. */
  readonly lastSubjects: readonly string[];
}

const keptSubjects = 5;
/** RFC 5322 2.1.1 keeps lines short; a header that has not ended by then holds no subject for us. */
const headerBytes = 32 * 1024;

/** Listens on this machine only, on a free port, without sign-in and without encryption. */
export async function startReceivingServer(): Promise<ReceivingServer> {
  const subjects: string[] = [];
  let messages = 0;
  let bytes = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    banner: 'Vigente demo',
    closeTimeout: 500,
    onData(stream, _session, done) {
      const head: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        if (size < headerBytes) head.push(chunk);
        size += chunk.length;
      });
      stream.on('end', () => {
        messages += 1;
        bytes += size;
        subjects.push(subjectOf(Buffer.concat(head).toString('latin1')));
        if (subjects.length > keptSubjects) subjects.shift();
        done();
      });
    },
  });
  // A client that goes away in mid-sentence is its own affair.
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  let stopped: Promise<void> | undefined;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received: () => ({ messages, bytes, lastSubjects: [...subjects] }),
    stop: () => {
      stopped ??= new Promise<void>((resolve) => server.close(() => resolve()));
      return stopped;
    },
  };
}

/** The Subject header unfolded, with its encoded words read (RFC 2047). */
function subjectOf(message: string): string {
  const head = message.slice(0, message.search(/\r?\n\r?\n/) >>> 0);
  const raw = /^subject:[ \t]*((?:.*(?:\r?\n[ \t].*)*))/im.exec(head)?.[1] ?? '';
  return raw
    .replace(/\r?\n[ \t]+/g, ' ')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([\w-]+)\?([bq])\?([^?]*)\?=/gi, (_, charset: string, form: string, text: string) =>
      decodeWord(charset, form, text),
    )
    .trim();
}

function decodeWord(charset: string, form: string, text: string): string {
  const bytes =
    form.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64')
      : Buffer.from(
          text
            .replaceAll('_', ' ')
            .replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        );
  return bytes.toString(/^utf-?8$/i.test(charset) ? 'utf8' : 'latin1');
}
