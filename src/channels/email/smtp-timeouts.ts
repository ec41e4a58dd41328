/** How long each answer of a mail server is waited for, in milliseconds. */
export interface SmtpTimeouts {
  /** From the name lookup to the end of TLS, the greeting included; nothing is at stake yet, so it is short. */
  readonly connect: number;
  readonly mail: number;
  readonly rcpt: number;
  readonly data: number;
  /** The server takes the content but does not get to its end. */
  readonly content: number;
  readonly dot: number;
  /** A connection without work is given back after this. */
  readonly idle: number;
  /** A fence older than this is asked again before the content leaves. */
  readonly fence: number;
  /** First pause after a failed connection; doubles up to sixty times itself. */
  readonly reconnect: number;
  /** How long close waits for answers under way. */
  readonly close: number;
}

/**
 * RFC 5321 4.5.3.2.2 to .6: MAIL 5 min, RCPT 5, DATA 2, block 3, final dot 10. The last one must
 * stay long: a server may have taken the message and be slow to say so, and giving up makes duplicates.
 */
export const standardTimeouts: SmtpTimeouts = {
  connect: 120_000,
  mail: 300_000,
  rcpt: 300_000,
  data: 120_000,
  content: 180_000,
  dot: 600_000,
  idle: 30_000,
  fence: 2_000,
  reconnect: 1_000,
  close: 10_000,
};
