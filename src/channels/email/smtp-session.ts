import type { SubmitPhase, SubmitResult } from '../channel.ts';
import type { OpenedSession } from './open-session.ts';
import { prepareMessage } from './prepare-message.ts';
import type { Reply } from './reply-reader.ts';
import type { ServerLimits } from './server-limits.ts';
import { SmtpDialogue } from './smtp-dialogue.ts';
import type { SmtpTimeouts } from './smtp-timeouts.ts';
import type { Submission } from './submission.ts';
import type { Refusal, Transaction } from './transaction.ts';
import { resultOfLoss, resultOfRefusal } from './transaction.ts';

export interface SessionOptions {
  readonly timeouts: SmtpTimeouts;
  readonly pipelining: boolean;
  readonly messagesPerConnection: number;
}

/** What a session asks of its pool and tells it. */
export interface SessionOwner {
  /**
   * The next message for a session that can begin one now, if there is any. `behindAnother`: it would be said
   * while the answer to the one before is still missing.
   */
  takeNext(behindAnother: boolean): Submission | undefined;
  onIdle(session: SmtpSession): void;
  /**
   * Certainly not accepted, because the connection ended. `stale`: the connection had served before or never
   * got to this message, so another connection may well take it.
   */
  onUnsent(submission: Submission, result: SubmitResult, stale: boolean): void;
  onClosed(session: SmtpSession): void;
}

/** Content above this is handed to the network before the final dot, so that a loss in the middle is certain. */
const dotApart = 64 * 1024;

const isYes = (reply: Reply) => reply.code >= 200 && reply.code < 300;

/**
 * The transactions on one connection.
 *
 * It always knows in which phase each message is, so that a lost connection has one meaning: before the final
 * dot left, the message was certainly not accepted; after, perhaps. With PIPELINING the commands of a message
 * leave together, and those of the next one follow the final dot of the one before without waiting for its
 * answer (RFC 2920 3.1: content may be the first thing in a group); so at most two transactions are open.
 */
export class SmtpSession {
  readonly #dialogue: SmtpDialogue;
  readonly #limits: ServerLimits;
  readonly #options: SessionOptions;
  readonly #owner: SessionOwner;
  readonly #open: Transaction[] = [];
  readonly #pipelines: boolean;
  #isStarting = false;
  #isLeaving = false;
  #needsReset = false;
  #begun = 0;
  #answered = 0;

  constructor(opened: OpenedSession, options: SessionOptions, owner: SessionOwner) {
    this.#limits = opened.limits;
    this.#options = options;
    this.#owner = owner;
    this.#pipelines = options.pipelining && opened.limits.pipelining;
    this.#dialogue = new SmtpDialogue(opened.socket, (reason) => this.#onEnd(reason));
  }

  get isBusy(): boolean {
    return this.#open.length > 0 || this.#isStarting;
  }

  /** Begins the next message if the owner has one and this connection is free for it. Harmless at any time. */
  work(): void {
    if (!this.#canBegin()) return;
    const isSpent = this.#begun >= this.#options.messagesPerConnection;
    const submission = isSpent ? undefined : this.#owner.takeNext(this.#open.length > 0);
    if (submission) return void this.#begin(submission);
    if (this.isBusy) return;
    if (isSpent) {
      this.leave();
      return;
    }
    this.#dialogue.whenIdleFor(this.#options.timeouts.idle, () => this.leave());
    this.#owner.onIdle(this);
  }

  /** Takes nothing more, finishes what is open, says QUIT. */
  leave(): void {
    this.#isLeaving = true;
    if (!this.isBusy) this.#dialogue.quit();
  }

  /** Ends the connection now; whatever is open is settled by its phase. */
  cut(reason: string): void {
    this.#dialogue.end(reason);
  }

  #canBegin(): boolean {
    if (this.#dialogue.hasEnded || this.#isLeaving || this.#isStarting) return false;
    if (this.#open.length === 0) return true;
    return this.#pipelines && this.#open.length === 1 && this.#open[0]!.phase === 'dot';
  }

  async #begin(submission: Submission): Promise<void> {
    const prepared = prepareMessage(submission.message, this.#limits);
    if (prepared.kind === 'refused') {
      submission.settle(prepared);
      return queueMicrotask(() => this.work());
    }
    const transaction: Transaction = { submission, prepared, phase: 'mail', refusal: undefined, fencedAt: 0 };
    this.#isStarting = true;
    const stop = this.#pipelines ? await this.#askFence(transaction) : undefined;
    this.#isStarting = false;
    if (stop) {
      submission.settle(stop);
      return this.#goOn();
    }
    if (this.#dialogue.hasEnded) return this.#giveBack(transaction, 'the connection was closed', true);
    this.#begun++;
    this.#open.push(transaction);
    if (this.#pipelines) this.#sendTogether(transaction);
    else this.#sendMail(transaction);
  }

  /** Undefined: go ahead. Else what becomes of the message. */
  async #askFence(transaction: Transaction): Promise<SubmitResult | undefined> {
    try {
      const passes = await transaction.submission.mayStillSend();
      transaction.fencedAt = performance.now();
      return passes ? undefined : { kind: 'abandoned' };
    } catch {
      const response = 'whether it may still be sent could not be found out';
      return { kind: 'deferred', response, phase: transaction.phase };
    }
  }

  #sendTogether(transaction: Transaction): void {
    const { mail, rcpt } = transaction.prepared;
    const { timeouts } = this.#options;
    const reset = this.#needsReset ? 'RSET\r\n' : '';
    if (this.#needsReset) this.#expectReset(() => {});
    this.#dialogue.expect(timeouts.mail, (reply) => this.#note(transaction, reply, 'mail'));
    this.#dialogue.expect(timeouts.rcpt, (reply) => this.#note(transaction, reply, 'rcpt'));
    this.#dialogue.expect(timeouts.data, (reply) => this.#onDataAnswer(transaction, reply));
    this.#dialogue.write(`${reset}${mail}${rcpt}DATA\r\n`);
  }

  #sendMail(transaction: Transaction): void {
    if (this.#needsReset) {
      this.#expectReset(() => this.#sendMail(transaction));
      this.#dialogue.write('RSET\r\n');
      return;
    }
    this.#dialogue.expect(this.#options.timeouts.mail, (reply) => {
      this.#note(transaction, reply, 'mail');
      if (transaction.refusal) this.#finishRefused(transaction, transaction.refusal);
      else this.#sendRcpt(transaction);
    });
    this.#dialogue.write(transaction.prepared.mail);
  }

  #sendRcpt(transaction: Transaction): void {
    transaction.phase = 'rcpt';
    this.#dialogue.expect(this.#options.timeouts.rcpt, (reply) => {
      this.#note(transaction, reply, 'rcpt');
      if (transaction.refusal) this.#finishRefused(transaction, transaction.refusal);
      else void this.#sendData(transaction);
    });
    this.#dialogue.write(transaction.prepared.rcpt);
  }

  async #sendData(transaction: Transaction): Promise<void> {
    const stop = await this.#askFence(transaction);
    if (this.#dialogue.hasEnded) return;
    if (stop) {
      this.#needsReset = true;
      return this.#finish(transaction, stop);
    }
    transaction.phase = 'data';
    this.#dialogue.expect(this.#options.timeouts.data, (reply) => this.#onDataAnswer(transaction, reply));
    this.#dialogue.write('DATA\r\n');
  }

  #note(transaction: Transaction, reply: Reply, phase: SubmitPhase): void {
    transaction.phase = phase;
    if (!isYes(reply)) transaction.refusal ??= { reply, phase };
  }

  #onDataAnswer(transaction: Transaction, reply: Reply): void {
    transaction.phase = 'data';
    if (reply.code === 354) {
      if (transaction.refusal) this.#sendLoneDot(transaction, transaction.refusal);
      else void this.#sendContent(transaction);
    } else {
      this.#finishRefused(transaction, transaction.refusal ?? { reply, phase: 'data' });
    }
  }

  /**
   * RFC 2920 3.1: a server may answer 354 although it accepted no recipient; one dot ends the empty message.
   * A server that refused the sender and still asks for content is not trusted with that.
   */
  #sendLoneDot(transaction: Transaction, refusal: Refusal): void {
    if (refusal.phase !== 'rcpt') {
      this.cut('out of step: 354 after the sender was refused');
      return;
    }
    this.#dialogue.expect(this.#options.timeouts.dot, () => this.#finishRefused(transaction, refusal));
    this.#dialogue.write('.\r\n');
  }

  #finishRefused(transaction: Transaction, refusal: Refusal): void {
    const { code } = refusal.reply;
    if (code < 400) {
      this.cut(`out of step: ${code} in phase ${refusal.phase}`);
      return;
    }
    this.#needsReset = true;
    if (code !== 421) {
      this.#finish(transaction, resultOfRefusal(refusal));
      return;
    }
    transaction.refusal = refusal;
    this.cut('the server is closing (421)');
  }

  async #sendContent(transaction: Transaction): Promise<void> {
    const { timeouts } = this.#options;
    transaction.phase = 'content';
    if (performance.now() - transaction.fencedAt > timeouts.fence) {
      const stop = await this.#askFence(transaction);
      if (this.#dialogue.hasEnded) return;
      // The server waits for content that must not come: only the end of the connection takes DATA back.
      if (stop) return this.#finishAndCut(transaction, stop, 'the message was withdrawn');
    }
    const { content } = transaction.prepared;
    const isLarge = content.length > dotApart;
    if (!isLarge) transaction.phase = 'dot';
    this.#dialogue.expect(isLarge ? timeouts.content : timeouts.dot, (reply) =>
      this.#onDotAnswer(transaction, reply),
    );
    if (isLarge) this.#dialogue.writeApart(content, () => this.#sendDotApart(transaction));
    else {
      this.#dialogue.writeContent(content);
      this.#dialogue.write('.\r\n');
    }
    this.work();
  }

  #sendDotApart(transaction: Transaction): void {
    transaction.phase = 'dot';
    this.#dialogue.allow(this.#options.timeouts.dot);
    this.#dialogue.write('.\r\n');
    this.work();
  }

  #onDotAnswer(transaction: Transaction, reply: Reply): void {
    const { phase } = transaction;
    if (phase === 'content') this.#onEarlyAnswer(transaction, reply);
    else if (isYes(reply)) this.#finish(transaction, { kind: 'submitted', response: reply.text });
    else if (reply.code < 400) this.cut(`out of step: ${reply.code} to the final dot`);
    else if (reply.code !== 421) this.#finish(transaction, resultOfRefusal({ reply, phase }));
    else this.#finishAndCut(transaction, resultOfRefusal({ reply, phase }), 'the server is closing (421)');
  }

  /** Answered before the end of the content: whatever it means, the final dot will never be sent. */
  #onEarlyAnswer(transaction: Transaction, reply: Reply): void {
    const why = 'the server answered before the end of the content';
    if (reply.code < 400) this.cut(why);
    else this.#finishAndCut(transaction, resultOfRefusal({ reply, phase: 'content' }), why);
  }

  #finish(transaction: Transaction, result: SubmitResult): void {
    this.#settle(transaction, result);
    this.#goOn();
  }

  #finishAndCut(transaction: Transaction, result: SubmitResult, reason: string): void {
    this.#settle(transaction, result);
    this.cut(reason);
  }

  #settle(transaction: Transaction, result: SubmitResult): void {
    this.#open.splice(this.#open.indexOf(transaction), 1);
    this.#answered++;
    transaction.submission.settle(result);
  }

  #goOn(): void {
    if (this.#isLeaving) this.leave();
    else this.work();
  }

  #expectReset(then: () => void): void {
    this.#needsReset = false;
    this.#dialogue.expect(this.#options.timeouts.mail, (reply) => {
      if (isYes(reply)) then();
      else this.cut(`RSET was answered with ${reply.code}`);
    });
  }

  /** The one way out: settles everything that is open by its phase. */
  #onEnd(reason: string): void {
    const stale = this.#answered > 0;
    this.#owner.onClosed(this);
    for (const [index, transaction] of this.#open.splice(0).entries()) {
      this.#giveBack(transaction, reason, stale || index > 0);
    }
  }

  #giveBack(transaction: Transaction, reason: string, stale: boolean): void {
    const result = resultOfLoss(transaction, reason);
    const isFinal = result.kind !== 'deferred' || (result.code !== undefined && result.code !== 421);
    if (isFinal) transaction.submission.settle(result);
    else this.#owner.onUnsent(transaction.submission, result, stale);
  }
}
