import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { mailHeaders } from '../kernel/mail-headers.ts';

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
        subjects.push(subjectOf(Buffer.concat(head)));
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

function subjectOf(head: Uint8Array): string {
  return mailHeaders(head).find(({ name }) => name.toLowerCase() === 'subject')?.value ?? '';
}
