import type { MailTransport, OutgoingMessage, SubmitResult, TransportCheck } from '../channel.ts';
import type { FailedSession } from './open-session.ts';
import { openSession } from './open-session.ts';
import { RateLimit } from './rate-limit.ts';
import type { SessionOwner } from './smtp-session.ts';
import { SmtpSession } from './smtp-session.ts';
import type { SmtpTimeouts } from './smtp-timeouts.ts';
import { standardTimeouts } from './smtp-timeouts.ts';
import type { SmtpSettings } from './smtp-url.ts';
import type { Submission } from './submission.ts';
import { WaitingLine } from './waiting-line.ts';

const closed: SubmitResult = { kind: 'deferred', response: 'the transport is closed', phase: 'check' };
const longestPauseFactor = 60;

/**
 * A pool of connections to one server. A message whose connection ended before it could have been accepted is
 * begun once more on a fresh connection; one that may have been accepted never is.
 *
 * While the server cannot be reached at all, messages are deferred at once instead of piling up; a failed
 * additional connection only means that fewer are used for a while.
 */
export class SmtpTransport implements MailTransport, SessionOwner {
  /** Two for each connection: one waits for its answer while the next one is said. */
  readonly concurrency: number;
  readonly #settings: SmtpSettings;
  readonly #timeouts: SmtpTimeouts;
  readonly #rate: RateLimit | undefined;
  readonly #waiting = new WaitingLine<Submission>();
  readonly #sessions = new Set<SmtpSession>();
  readonly #idle: SmtpSession[] = [];
  readonly #closing = new AbortController();
  #opening = 0;
  #pause = 0;
  #pauseUntil = 0;
  #lastFailure: Pick<FailedSession, 'code' | 'response'> | undefined;
  #rateTimer: NodeJS.Timeout | undefined;
  #pauseTimer: NodeJS.Timeout | undefined;
  #whenEmpty: (() => void) | undefined;

  constructor(settings: SmtpSettings, timeouts: Partial<SmtpTimeouts> = {}) {
    this.#settings = settings;
    this.#timeouts = { ...standardTimeouts, ...timeouts };
    this.#rate = settings.perSecond === undefined ? undefined : new RateLimit(settings.perSecond);
    this.concurrency = settings.connections * 2;
  }

  submit(message: OutgoingMessage, mayStillSend: () => Promise<boolean>): Promise<SubmitResult> {
    return new Promise((settle) => {
      if (this.#closing.signal.aborted) return settle(closed);
      this.#waiting.push({ message, mayStillSend, settle: this.#counting(settle), lostConnections: 0 });
      this.#serve();
    });
  }

  async verify(): Promise<TransportCheck> {
    const opened = await openSession(this.#settings, this.#timeouts, this.#closing.signal);
    if (opened.kind === 'failed') return { kind: 'not-ready', reason: opened.response };
    opened.socket.on('error', () => {}).end('QUIT\r\n');
    setTimeout(() => opened.socket.destroy(), 1_000).unref();
    return { kind: 'ready', secured: opened.secured, announces: opened.limits.announces };
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    clearTimeout(this.#rateTimer);
    clearTimeout(this.#pauseTimer);
    this.#deferWaiting(closed);
    const empty = new Promise<void>((resolve) => {
      this.#whenEmpty = resolve;
    });
    for (const session of [...this.#sessions]) session.leave();
    if (this.#sessions.size === 0) return;
    const timer = setTimeout(() => {
      for (const session of [...this.#sessions]) session.cut('the transport was closed before an answer');
    }, this.#timeouts.close);
    await empty;
    clearTimeout(timer);
  }

  takeNext(behindAnother: boolean): Submission | undefined {
    if (this.#waiting.length === 0 || (behindAnother && this.#hasBetterPlace())) return undefined;
    const wait = this.#rate?.waitFor(performance.now()) ?? 0;
    if (wait === 0) return this.#waiting.take();
    this.#rateTimer ??= setTimeout(() => {
      this.#rateTimer = undefined;
      this.#serve();
    }, Math.ceil(wait));
    return undefined;
  }

  onIdle(session: SmtpSession): void {
    if (!this.#idle.includes(session)) this.#idle.push(session);
  }

  onUnsent(submission: Submission, result: SubmitResult, stale: boolean): void {
    if (this.#closing.signal.aborted) {
      submission.settle(closed);
      return;
    }
    if (!stale || submission.lostConnections > 0) {
      submission.settle(result);
      if (result.kind === 'deferred') this.#onFailed(result);
      return;
    }
    submission.lostConnections++;
    this.#waiting.putBack(submission);
    queueMicrotask(() => this.#serve());
  }

  onClosed(session: SmtpSession): void {
    this.#sessions.delete(session);
    const at = this.#idle.indexOf(session);
    if (at !== -1) this.#idle.splice(at, 1);
    if (this.#closing.signal.aborted) {
      if (this.#sessions.size === 0) this.#whenEmpty?.();
    } else queueMicrotask(() => this.#serve());
  }

  /** A message taken over is the proof that the server is there; a greeting alone is not. */
  #counting(settle: (result: SubmitResult) => void): (result: SubmitResult) => void {
    return (result) => {
      if (result.kind === 'submitted') this.#pause = 0;
      settle(result);
    };
  }

  /** Nobody should wait behind a slow answer while another connection is free or could be opened. */
  #hasBetterPlace(): boolean {
    if (this.#idle.length > 0) return true;
    const isFull = this.#sessions.size + this.#opening >= this.#settings.connections;
    return !isFull && performance.now() >= this.#pauseUntil;
  }

  /** Brings waiting messages and connections together. */
  #serve(): void {
    for (let spare = this.#idle.length; spare > 0 && this.#waiting.length > 0; spare--) {
      this.#idle.pop()?.work();
    }
    if (this.#waiting.length === 0 || this.#closing.signal.aborted) return;
    if (this.#idle.length > 0) return; // held back by the rate
    if (performance.now() < this.#pauseUntil) {
      this.#waitOutPause();
      return;
    }
    const room = this.#settings.connections - this.#sessions.size - this.#opening;
    const wanted = Math.min(room, this.#waiting.length - this.#opening);
    for (let i = 0; i < wanted; i++) void this.#openOne();
    for (const session of this.#sessions) session.work();
  }

  async #openOne(): Promise<void> {
    this.#opening++;
    const opened = await openSession(this.#settings, this.#timeouts, this.#closing.signal);
    this.#opening--;
    if (opened.kind === 'failed') return this.#onFailed(opened);
    const session = new SmtpSession(opened, { ...this.#settings, timeouts: this.#timeouts }, this);
    this.#sessions.add(session);
    if (this.#closing.signal.aborted) session.leave();
    else session.work();
  }

  #onFailed(failure: Pick<FailedSession, 'code' | 'response'>): void {
    if (this.#closing.signal.aborted) return;
    this.#lastFailure = failure;
    if (performance.now() >= this.#pauseUntil) {
      const { reconnect } = this.#timeouts;
      this.#pause = Math.min(Math.max(this.#pause * 2, reconnect), reconnect * longestPauseFactor);
      this.#pauseUntil = performance.now() + this.#pause;
    }
    this.#waitOutPause();
  }

  /**
   * With a connection left, the waiting messages go over it. With none they wait for two more tries, because
   * a server that is busy for a second is no reason for a delay of half an hour; after that they are told so.
   */
  #waitOutPause(): void {
    const isDown = this.#pause > this.#timeouts.reconnect * 2;
    if (isDown && this.#sessions.size === 0 && this.#opening === 0) this.#deferWaiting(this.#unreachable());
    if (this.#waiting.length === 0 || this.#pauseTimer) return;
    const wait = Math.max(this.#pauseUntil - performance.now(), 1);
    this.#pauseTimer = setTimeout(() => {
      this.#pauseTimer = undefined;
      this.#serve();
    }, wait);
  }

  #unreachable(): SubmitResult {
    const { code, response } = this.#lastFailure ?? { response: 'no connection' };
    return { kind: 'deferred', ...(code === undefined ? {} : { code }), response, phase: 'connect' };
  }

  #deferWaiting(result: SubmitResult): void {
    for (let next = this.#waiting.take(); next; next = this.#waiting.take()) next.settle(result);
  }
}
