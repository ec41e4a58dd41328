import { writeSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import net from 'node:net';
import tls from 'node:tls';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Fault, FaultAction, FaultStep } from './fault.ts';
import { faultFor } from './fault.ts';
import { selfSigned } from './self-signed.ts';

/** A message the server has taken over. */
export interface Accepted {
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
  /** What followed the address in MAIL FROM. */
  readonly parameters: string;
  readonly secured: boolean;
  readonly user: string | undefined;
}

export interface FaultyServerOptions {
  readonly port?: number;
  readonly faults?: readonly Fault[];
  /** Keywords of EHLO besides STARTTLS and AUTH. */
  readonly announces?: readonly string[];
  readonly startTls?: boolean;
  /** TLS from the first byte. */
  readonly implicitTls?: boolean;
  readonly login?: { readonly user: string; readonly password: string };
  /** Keep whole messages in `accepted`; without, only their Message-ID and envelope. */
  readonly keepBytes?: boolean;
  readonly onAccepted?: (message: Accepted) => void;
}

export interface FaultyServer {
  readonly port: number;
  readonly accepted: readonly Accepted[];
  /** Every command as received, without content. */
  readonly commands: readonly string[];
  readonly connections: { readonly total: number; readonly open: number; readonly most: number };
  /** From now on. */
  setFaults(faults: readonly Fault[]): void;
  /** Cuts every connection and listens no more. */
  close(): Promise<void>;
}

interface State {
  faults: readonly Fault[];
  readonly options: FaultyServerOptions;
  readonly counts: Map<FaultStep, number>;
  readonly accepted: Accepted[];
  readonly commands: string[];
}

const standardKeywords = ['PIPELINING', 'SIZE 52428800', '8BITMIME', 'SMTPUTF8', 'ENHANCEDSTATUSCODES'];

/** A real mail server on 127.0.0.1 that misbehaves exactly where it is told to. */
export async function startFaultyServer(options: FaultyServerOptions = {}): Promise<FaultyServer> {
  const state: State = {
    faults: options.faults ?? [],
    options,
    counts: new Map(),
    accepted: [],
    commands: [],
  };
  const sockets = new Set<Socket>();
  const connections = { total: 0, open: 0, most: 0 };
  const onSocket = (socket: Socket) => {
    connections.total++;
    connections.open++;
    connections.most = Math.max(connections.most, connections.open);
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      connections.open--;
    });
    new Conversation(socket, state, options.implicitTls ?? false).greet();
  };
  const server = options.implicitTls ? tls.createServer(selfSigned(), onSocket) : net.createServer(onSocket);
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    accepted: state.accepted,
    commands: state.commands,
    connections,
    setFaults(faults) {
      state.faults = faults;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** One connection, byte by byte as RFC 5321 has it. */
class Conversation {
  #socket: Socket;
  readonly #state: State;
  #secured: boolean;
  #user: string | undefined;
  #input = Buffer.alloc(0);
  /** Asks for the next line instead of a command: AUTH does. */
  #lineTaker: ((line: string) => void) | undefined;
  #inContent = false;
  #contentFault: FaultAction | undefined;
  #isBusy = false;
  #isOver = false;
  #from: string | undefined;
  #parameters = '';
  #to: string[] = [];

  constructor(socket: Socket, state: State, secured: boolean) {
    this.#socket = socket;
    this.#state = state;
    this.#secured = secured;
    this.#listen();
  }

  greet(): void {
    this.#answer('connect', '220 faulty.example ESMTP');
  }

  #listen(): void {
    this.#socket.setNoDelay?.(true);
    this.#socket.on('error', () => {});
    this.#socket.on('data', (chunk: Buffer) => {
      this.#input = Buffer.concat([this.#input, chunk]);
      this.#read();
    });
  }

  #read(): void {
    while (!this.#isBusy && !this.#isOver) {
      const advanced = this.#inContent ? this.#readContent() : this.#readLine();
      if (!advanced) return;
    }
  }

  #readLine(): boolean {
    const end = this.#input.indexOf('\r\n');
    if (end === -1) return false;
    const line = this.#input.subarray(0, end).toString();
    this.#input = this.#input.subarray(end + 2);
    const taker = this.#lineTaker;
    this.#lineTaker = undefined;
    if (taker) taker(line);
    else this.#command(line);
    return true;
  }

  #command(line: string): void {
    this.#state.commands.push(line);
    const verb = line.split(' ')[0]!.toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') this.#answer('ehlo', this.#announcement());
    else if (verb === 'STARTTLS') this.#startTls();
    else if (verb === 'AUTH') this.#auth(line);
    else if (verb === 'MAIL') this.#mail(line);
    else if (verb === 'RCPT') this.#rcpt(line);
    else if (verb === 'DATA') this.#data();
    else if (verb === 'RSET') this.#answer('rset', '250 2.0.0 forgotten', () => this.#forget());
    else if (verb === 'QUIT') this.#answer('quit', '', () => this.#socket.end('221 2.0.0 bye\r\n'));
    else this.#say('500 5.5.2 no such command');
  }

  #announcement(): string {
    const { announces = standardKeywords, startTls, login } = this.#state.options;
    const keywords = [...announces];
    if (startTls && !this.#secured) keywords.push('STARTTLS');
    if (login) keywords.push('AUTH PLAIN LOGIN');
    return ['faulty.example', ...keywords]
      .map((word, i) => `250${i < keywords.length ? '-' : ' '}${word}`)
      .join('\r\n');
  }

  #startTls(): void {
    this.#answer('starttls', '', () => {
      this.#say('220 2.0.0 go ahead');
      this.#socket.removeAllListeners('data');
      this.#input = Buffer.alloc(0);
      const secured = new tls.TLSSocket(this.#socket, { isServer: true, ...selfSigned() });
      this.#socket = secured;
      this.#secured = true;
      this.#listen();
    });
  }

  #auth(line: string): void {
    const [, method, initial] = line.split(' ');
    if (method?.toUpperCase() === 'PLAIN' && initial) {
      const [, user = '', password = ''] = decode(initial).split('\0');
      this.#signIn(user, password);
      return;
    }
    this.#say('334 VXNlcm5hbWU6');
    this.#lineTaker = (user) => {
      this.#say('334 UGFzc3dvcmQ6');
      this.#lineTaker = (password) => this.#signIn(decode(user), decode(password));
    };
  }

  #signIn(user: string, password: string): void {
    const { login } = this.#state.options;
    if (login?.user !== user || login.password !== password) {
      this.#say(`535 5.7.8 not you, ${user}`);
      return;
    }
    this.#answer('auth', '235 2.7.0 welcome', () => {
      this.#user = user;
    });
  }

  #mail(line: string): void {
    const parts = /^MAIL FROM:<([^<>\s]*)>(.*)$/i.exec(line);
    if (!parts) this.#say('501 5.5.4 MAIL FROM:<address>');
    else if (this.#from !== undefined) this.#say('503 5.5.1 one at a time');
    else if (this.#state.options.login && !this.#user) this.#say('530 5.7.0 sign in first');
    else {
      this.#answer('mail', '250 2.1.0 sender ok', () => {
        this.#from = parts[1]!;
        this.#parameters = parts[2]!.trim();
      });
    }
  }

  #rcpt(line: string): void {
    const to = /^RCPT TO:<([^<>\s]+@[^<>\s]+)>$/i.exec(line)?.[1];
    if (this.#from === undefined) this.#say('503 5.5.1 MAIL first');
    else if (to === undefined) this.#say('501 5.5.4 RCPT TO:<address>');
    else this.#answer('rcpt', '250 2.1.5 recipient ok', () => this.#to.push(to), to);
  }

  #data(): void {
    const fault = this.#fault('data', true);
    const invites = fault?.do === 'answer' && fault.with.startsWith('354');
    if (this.#to.length === 0 && !invites) {
      this.#say('503 5.5.1 RCPT first');
      return;
    }
    this.#answer('data', '354 go on', () => {
      this.#inContent = true;
      this.#contentFault = this.#fault('content');
    });
  }

  #readContent(): boolean {
    const fault = this.#contentFault;
    if (fault && this.#input.length > 0) {
      this.#isBusy = true;
      void this.#perform(fault, '', () => {});
      return false;
    }
    const end = this.#input.subarray(0, 3).equals(Buffer.from('.\r\n'))
      ? -2
      : this.#input.indexOf('\r\n.\r\n');
    if (end === -1) return false;
    const bytes = Buffer.from(
      this.#input
        .subarray(0, end + 2)
        .toString('latin1')
        .replace(/^\./gm, ''),
      'latin1',
    );
    this.#input = this.#input.subarray(end + 5);
    this.#inContent = false;
    const message = this.#messageOf(bytes);
    this.#forget();
    const properly = message ? '250 2.0.0 taken' : '554 5.5.1 no valid recipients';
    this.#answer('dot', properly, () => this.#take(message), message?.to[0], message);
    return true;
  }

  #messageOf(bytes: Buffer): Accepted | undefined {
    if (this.#to.length === 0) return undefined;
    const head = bytes.subarray(0, 16_384).toString('latin1');
    return {
      messageId: /^message-id:\s*(\S+)/im.exec(head)?.[1] ?? '',
      from: this.#from ?? '',
      to: [...this.#to],
      bytes: (this.#state.options.keepBytes ?? true) ? bytes : Buffer.alloc(0),
      parameters: this.#parameters,
      secured: this.#secured,
      user: this.#user,
    };
  }

  /** Recorded before the answer leaves, so that an answered message is always on record. */
  #take(message: Accepted | undefined): void {
    if (!message) return;
    this.#state.accepted.push(message);
    this.#state.options.onAccepted?.(message);
  }

  #forget(): void {
    this.#from = undefined;
    this.#parameters = '';
    this.#to = [];
  }

  #fault(step: FaultStep, peek = false, to = this.#to[0] ?? ''): FaultAction | undefined {
    const count = (this.#state.counts.get(step) ?? 0) + 1;
    if (!peek) this.#state.counts.set(step, count);
    return faultFor(this.#state.faults, { step, count, to });
  }

  #answer(
    step: FaultStep,
    properly: string,
    onYes: () => void = () => {},
    to?: string,
    message?: Accepted,
  ): void {
    const fault = this.#fault(step, false, to);
    if (!fault) {
      onYes();
      this.#say(properly);
      return;
    }
    if ('accept' in fault && fault.accept) this.#take(message);
    this.#isBusy = true;
    void this.#perform(fault, properly, onYes);
  }

  async #perform(fault: FaultAction, properly: string, onYes: () => void): Promise<void> {
    if (fault.do === 'stall') return;
    if (fault.do === 'drop') return this.#drop();
    if (fault.do === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
    if (fault.do === 'answer') {
      if (/^354/.test(fault.with) && !fault.accept) onYes();
      this.#say(fault.with);
      if (/^421/.test(fault.with)) this.#socket.end();
    } else {
      onYes();
      this.#say(fault.do === 'add' ? `${properly}\r\n${fault.text}` : properly);
      if (fault.do === 'answer-and-close') this.#socket.end();
    }
    this.#contentFault = undefined;
    this.#isBusy = false;
    this.#read();
  }

  #drop(): void {
    this.#isOver = true;
    this.#socket.destroy();
  }

  #say(text: string): void {
    if (text !== '' && !this.#socket.destroyed && this.#socket.writable) this.#socket.write(`${text}\r\n`);
  }
}

function decode(line: string): string {
  return Buffer.from(line, 'base64').toString();
}

/**
 * As a process of its own: prints `listening PORT`, then one JSON line for each accepted message, written
 * before the message is answered, so that nothing answered is missing when somebody is killed. Ends by itself
 * after `--minutes` (15).
 *
 *     node test/smtp/faulty-server.ts --port 0 --faults '[{"step":"dot","every":50,"action":{"do":"drop"}}]'
 */
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, faults: { type: 'string' }, minutes: { type: 'string' } },
  });
  const server = await startFaultyServer({
    port: Number(values.port ?? 0),
    faults: JSON.parse(values.faults ?? '[]'),
    keepBytes: false,
    onAccepted: ({ messageId, from, to }) => writeSync(1, `${JSON.stringify({ messageId, from, to })}\n`),
  });
  writeSync(1, `listening ${server.port}\n`);
  // Nobody may be left to stop it.
  setTimeout(() => process.exit(0), Number(values.minutes ?? 15) * 60_000);
}
