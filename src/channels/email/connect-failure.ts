import type { ServerFailure, ServerStep } from '../channel.ts';
import { UncallableHost } from './named-server.ts';
import type { SmtpSettings } from './smtp-url.ts';

export interface ConnectFailure {
  readonly why: ServerFailure;
  readonly step: ServerStep;
}

interface SmtpError {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly message?: string;
  /** Signing in was tried although the server had not offered it. */
  readonly unoffered?: boolean;
}

/** What nodemailer's and the system's errors mean for whoever set the server up. */
export function connectFailure(error: unknown, { tls }: Pick<SmtpSettings, 'tls'>): ConnectFailure {
  if (error instanceof UncallableHost) return { why: error.why, step: 'address' };
  const {
    code = '',
    originalCode = '',
    command = '',
    responseCode,
    message = '',
    unoffered = false,
  } = error as SmtpError;
  const about = `${code} ${originalCode} ${message}`;
  if (/ENOTFOUND|EAI_AGAIN|EDNS/.test(about)) return { why: 'no-such-host', step: 'address' };
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(about)) return { why: 'refused', step: 'connection' };
  if (isOfCertificate(about)) return { why: 'certificate-invalid', step: 'encryption' };
  if (code === 'ETLS' || command === 'STARTTLS') {
    const isMissing = responseCode !== undefined || /upgrading connection with STARTTLS/.test(message);
    return { why: isMissing ? 'tls-missing' : 'tls-failed', step: 'encryption' };
  }
  if (/SSL|TLS|EPROTO\b|wrong version|packet length/.test(about))
    return { why: 'tls-failed', step: 'encryption' };
  if (code === 'EAUTH') {
    const isMissing = unoffered || responseCode === undefined;
    return { why: isMissing ? 'sign-in-missing' : 'sign-in-refused', step: 'sign-in' };
  }
  if (/ETIMEDOUT|timeout/i.test(about)) {
    return { why: 'silent', step: /greeting/i.test(message) ? 'greeting' : 'connection' };
  }
  if (code === 'EPROTOCOL') return { why: 'no-mail-server', step: 'greeting' };
  if (/REQUIRETLS|required STARTTLS|HELO does not support/.test(message)) {
    return { why: 'tls-missing', step: 'encryption' };
  }
  return { why: 'lost', step: tls === 'implicit' ? 'encryption' : 'greeting' };
}

function isOfCertificate(about: string): boolean {
  return /certificate|altnames|CERT_|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)/i.test(about);
}
