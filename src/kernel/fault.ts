import type { FaultCode } from './fault-words.ts';

/**
 * What went wrong, said once and for all readers.
 *
 * The message is safe to show to anyone who may call: it names the place, the value and what was expected,
 * and never an address, a token or a key. What only an operator may see goes into `cause`.
 */
export const faultKinds = [
  'invalid', // the caller's input is wrong; saying it again will not help
  'not-found',
  'conflict', // somebody else got there first, or the state does not allow it
  'unauthenticated', // nobody has said who is asking
  'forbidden',
  'stale', // the edit was made over a version that is no longer the present one
  'version-needed', // the edit does not say over which version it was made
  'too-many', // more requests than are allowed in this time
  'too-large', // a limit on size or number was met
  'unsupported',
  'unavailable', // something we depend on does not answer; trying again may help
  'settings', // the installation is set up wrongly; an administrator has to act
  'internal',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export interface FaultOptions {
  /** One thing the reader can do about it. Shown after the message. */
  hint?: string;
  /** Whole seconds after which trying again makes sense. */
  retryAfterSeconds?: number;
  /** More for programs, as safe to show as the message: members of the problem document. */
  details?: Readonly<Record<string, unknown>>;
  /** For the log only, never shown. */
  cause?: unknown;
  /** What it is in any language, with the values that its sentence names. A fault that people meet has one. */
  code?: FaultCode;
  params?: Readonly<Record<string, string | number>>;
}

export class Fault extends Error {
  readonly kind: FaultKind;
  readonly hint: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  readonly code: FaultCode | undefined;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(kind: FaultKind, message: string, options: FaultOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Fault';
    this.kind = kind;
    this.hint = options.hint;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.details = options.details;
    this.code = options.code;
    this.params = options.params ?? {};
  }
}

/** True for a fault of this kind; an error from elsewhere is never one. */
export function isFault(error: unknown, kind?: FaultKind): error is Fault {
  return error instanceof Fault && (kind === undefined || error.kind === kind);
}
