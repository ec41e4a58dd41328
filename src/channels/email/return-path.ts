import { parseAddress } from '../../kernel/mail-address.ts';
import type { Secrets } from '../../kernel/signed-token.ts';
import { signToken, verifyToken } from '../../kernel/signed-token.ts';
import type { ReturnPathSubject } from '../channel.ts';

const form = { kind: 'return-path', alphabet: 'mailbox' } as const;

/**
 * The envelope sender of one notice, so that any bounce, readable or not, finds its notice (VERP). At most
 * 55 octets before the `@`, below the 64 of RFC 5321 4.5.3.1.1.
 */
export function returnPathFor(subject: ReturnPathSubject, domain: string, secrets: Secrets): string {
  const fields = [subject.partner.toString(36), BigInt(subject.notice).toString(36)];
  if (subject.attempt !== undefined) fields.push(subject.attempt.toString(36));
  return `b${signToken(form, fields, secrets)}@${domain}`;
}

/** The notice behind a return path that we made, whatever domain it came back to; undefined for any other. */
export function subjectOfReturnPath(address: string, secrets: Secrets): ReturnPathSubject | undefined {
  const local = parseAddress(address)?.address.split('@')[0];
  if (!local || !/^b/i.test(local)) return undefined;
  const fields = verifyToken(form, local.slice(1), secrets);
  if (!fields) return undefined;
  const [partner, notice, attempt] = fields;
  if (partner === undefined || notice === undefined) return undefined;
  return {
    partner: Number.parseInt(partner, 36),
    notice: fromBase36(notice).toString(),
    ...(attempt === undefined ? {} : { attempt: Number.parseInt(attempt, 36) }),
  };
}

function fromBase36(text: string): bigint {
  let value = 0n;
  for (const digit of text) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return value;
}
