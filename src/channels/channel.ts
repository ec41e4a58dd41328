/** The port between the notices and whatever carries them. */

/** One finished message for one recipient. */
export interface OutgoingMessage {
  /** The envelope's return path; bounces come back to it. */
  readonly from: string;
  readonly to: string;
  /** The whole RFC 5322 message with CRLF line ends, DKIM signature included. Sent as it is or not at all. */
  readonly bytes: Uint8Array;
  /** The message's own header holds raw UTF-8 (RFC 6532), so only a server with SMTPUTF8 may get it. */
  readonly smtpUtf8: boolean;
}

/**
 * How far a submission had come. `check`: nothing was said to the server about it. `content`: the server
 * asked for the message, its final dot had not left. `dot`: the answer to the final dot.
 */
export type SubmitPhase = 'check' | 'connect' | 'mail' | 'rcpt' | 'data' | 'content' | 'dot';

/** A server's own words may hold an address: they are for the ledger; a log gets them through `redact`. */
export type SubmitResult =
  /** The server took it over (2xx to the final dot). */
  | { readonly kind: 'submitted'; readonly response: string }
  /** Permanent: trying the same message again will not help. In phase `check` the words are ours. */
  | {
      readonly kind: 'refused';
      readonly code: number;
      readonly response: string;
      readonly phase: SubmitPhase;
    }
  /** Certainly not accepted; later may work. Without a code there was no answer, only trouble on the way. */
  | {
      readonly kind: 'deferred';
      readonly code?: number;
      readonly response: string;
      readonly phase: SubmitPhase;
    }
  /** Lost after the final dot was, perhaps partly, written and before an answer: perhaps accepted. */
  | { readonly kind: 'uncertain'; readonly reason: string }
  /** The fence said no; the server was given no message. */
  | { readonly kind: 'abandoned' };

export type TransportCheck =
  | { readonly kind: 'ready'; readonly secured: boolean; readonly announces: readonly string[] }
  | { readonly kind: 'not-ready'; readonly reason: string };

export interface MailTransport {
  /**
   * Hands one message over and settles with what is known about it; never rejects. `mayStillSend` is asked
   * immediately before DATA, and once more if the server let time pass before asking for the content; it may
   * be asked again when the message is repeated on a fresh connection after certainly not being accepted.
   */
  submit(message: OutgoingMessage, mayStillSend: () => Promise<boolean>): Promise<SubmitResult>;
  /** Whether a message could be handed over now: connects, greets, secures and signs in, sends nothing. */
  verify(): Promise<TransportCheck>;
  /** Takes nothing more, waits a bounded time for answers under way, says goodbye. May be called twice. */
  close(): Promise<void>;
  /** How many submissions are worth having under way at once. More only wait. */
  readonly concurrency: number;
}

/** What a message is made from. The same letter makes the same bytes, always. */
export interface Letter {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name?: string; readonly address: string };
  readonly replyTo?: { readonly name?: string; readonly address: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** `<left@right>`, unique for ever; the part boundaries come from it. */
  readonly messageId: string;
  readonly date: Temporal.Instant;
  /** BCP 47, as in Content-Language (RFC 3282). */
  readonly language: string;
  /**
   * One HTTPS address that unsubscribes when it is POSTed to (RFC 8058). Left out only of a mail that its reader has
   * asked for, such as a password reset.
   */
  readonly unsubscribeUrl?: string;
  readonly pictures?: readonly LetterPicture[];
  readonly dkim?: DkimIdentity;
}

export interface LetterPicture {
  /** The html shows it as `cid:` and this. */
  readonly cid: string;
  readonly fileName: string;
  readonly png: Uint8Array;
}

export interface DkimIdentity {
  readonly domain: string;
  readonly selector: string;
  /** RSA key in PEM. */
  readonly privateKey: string;
}

export interface ComposedMessage {
  readonly bytes: Uint8Array;
  readonly smtpUtf8: boolean;
}

/** Which notice a return path belongs to. */
export interface ReturnPathSubject {
  readonly partner: number;
  readonly notice: string;
  readonly attempt?: number;
}

/** Everything that e-mail offers to the notices; made once, in main. */
export interface EmailChannel {
  readonly transport: MailTransport;
  compose(letter: Letter): Promise<ComposedMessage>;
  returnPathFor(subject: ReturnPathSubject): string;
  /** The notice of a return path that we made, or undefined. */
  subjectOfReturnPath(address: string): ReturnPathSubject | undefined;
  /** A server's words without addresses and long codes, fit for a log. */
  redact(response: string): string;
}

/** A mail server that a partner names for its own messages. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'starttls-if-offered' | 'none';
  readonly verifyCertificate: boolean;
  readonly login?: { readonly user: string; readonly password: string };
}

/** How far a trial conversation came. */
export type ServerStep = 'address' | 'connection' | 'greeting' | 'encryption' | 'sign-in' | 'sender';

export type ServerFailure =
  | 'no-such-host'
  /** An address that nobody may be sent to from here: of this machine, of its network, of the cloud's own services. */
  | 'address-forbidden'
  | 'port-forbidden'
  | 'refused'
  | 'silent'
  | 'no-mail-server'
  | 'tls-missing'
  | 'tls-failed'
  | 'certificate-invalid'
  /** A user is given, and the server offers no signing in. */
  | 'sign-in-missing'
  | 'sign-in-refused'
  | 'sender-refused'
  | 'lost';

/** `said`: the server's own words, or the system's. */
export type ServerTrial =
  | { readonly kind: 'ready'; readonly encrypted: boolean }
  | {
      readonly kind: 'failed';
      readonly failure: ServerFailure;
      readonly step: ServerStep;
      readonly said: string;
      readonly encrypted: boolean;
    };

/** Mail servers that are named while the installation runs. */
export interface MailServers {
  /** E-mail over that server. Opens no connection before the first message; close its transport when done. */
  open(server: MailServer, bounceDomain: string): EmailChannel;
  /** Resolves the name, connects, secures, signs in, names the sender, and hands nothing over. Never rejects. */
  try(server: MailServer, sender: string): Promise<ServerTrial>;
  /** Whether servers at private addresses may be named. */
  readonly privateHosts: boolean;
}

/** What the DNS says of a name; `silent`: nothing that could be relied on. */
export type DnsAnswer<T> =
  | { readonly kind: 'found'; readonly records: readonly T[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'silent'; readonly why: string };

/** Look-ups of public records, bounded in time and size. Never reject. */
export interface DnsLookups {
  /** Each record with its strings joined (RFC 7208 3.3). */
  txt(name: string): Promise<DnsAnswer<string>>;
  mx(name: string): Promise<DnsAnswer<string>>;
}
