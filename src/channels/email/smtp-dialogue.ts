import type { Socket } from 'node:net';
import type { Reply } from './reply-reader.ts';
import { ReplyReader } from './reply-reader.ts';

interface Awaited {
  within: number;
  readonly take: (reply: Reply) => void;
}

/**
 * Commands and their answers on one connection, strictly in step: every answer goes to the oldest command that
 * has none. Whatever breaks that (garbage, an answer to nothing, silence beyond the limit) ends it, once.
 */
export class SmtpDialogue {
  readonly #socket: Socket;
  readonly #onEnd: (reason: string) => void;
  readonly #reader = new ReplyReader();
  readonly #awaited: Awaited[] = [];
  #timer: NodeJS.Timeout | undefined;
  #ended = false;
  #isGathering = false;

  constructor(socket: Socket, onEnd: (reason: string) => void) {
    this.#socket = socket;
    this.#onEnd = onEnd;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#onData(chunk));
    socket.on('error', (error) => this.end(`the connection broke: ${error.message}`));
    socket.on('end', () => this.end('the server closed the connection'));
    socket.on('close', () => this.end('the connection was closed'));
  }

  get hasEnded(): boolean {
    return this.#ended;
  }

  /** Says what was promised with `expect`; text goes out as UTF-8. */
  write(text: string): void {
    this.#gather();
    this.#socket.write(text);
  }

  writeContent(content: Uint8Array): void {
    this.#gather();
    this.#socket.write(content);
  }

  /** Content alone; `then` runs when the network has taken all of it, and not at all if the dialogue ended. */
  writeApart(content: Uint8Array, then: () => void): void {
    this.#socket.write(content, (error) => {
      if (!error && !this.#ended) then();
    });
  }

  /** The next answer nobody waits for yet goes to `take`, and has to come `within` milliseconds of its turn. */
  expect(within: number, take: (reply: Reply) => void): void {
    this.#awaited.push({ within, take });
    if (this.#awaited.length === 1) this.#arm();
  }

  /** Gives the answer that is due next another time limit, from now. */
  allow(within: number): void {
    if (this.#awaited[0]) this.#awaited[0].within = within;
    this.#arm();
  }

  /** Runs `then` after this long, unless something is expected before. */
  whenIdleFor(milliseconds: number, then: () => void): void {
    clearTimeout(this.#timer);
    if (this.#ended || this.#awaited.length > 0) return;
    this.#timer = setTimeout(then, milliseconds).unref();
  }

  quit(): void {
    if (this.#ended) return;
    this.#socket.end('QUIT\r\n');
    setTimeout(() => this.#socket.destroy(), 1_000).unref();
    this.#close('done');
  }

  end(reason: string): void {
    if (this.#ended) return;
    this.#socket.destroy();
    this.#close(reason);
  }

  #close(reason: string): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#onEnd(reason);
  }

  /**
   * What is said within one turn of the event loop leaves in one system call: the content, its dot and, if it
   * is at hand, the beginning of the next message. System calls are most of what a message costs here.
   */
  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    this.#socket.cork();
    setImmediate(() => {
      this.#isGathering = false;
      this.#socket.uncork();
    });
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const first = this.#awaited[0];
    if (this.#ended || !first) return;
    this.#timer = setTimeout(() => this.end(`no answer within ${first.within / 1000} s`), first.within);
  }

  #onData(chunk: Buffer): void {
    const replies = this.#reader.push(chunk);
    if (replies === 'garbage') {
      this.end('the server sent something that is no reply');
      return;
    }
    for (const reply of replies) {
      if (this.#ended) return;
      const awaited = this.#awaited.shift();
      // RFC 5321 3.8: 421 may come at any time, before the server closes.
      if (!awaited) {
        this.end(reply.code === 421 ? 'the server is closing (421)' : 'the server spoke out of turn');
        return;
      }
      this.#arm();
      awaited.take(reply);
    }
  }
}
