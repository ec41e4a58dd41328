import type { Secrets } from '../../kernel/signed-token.ts';
import { signToken, verifyToken } from '../../kernel/signed-token.ts';
import type { UnsubscribeSubject } from '../channel.ts';

const form = { kind: 'unsubscribe', alphabet: 'url' } as const;

/** What stands in an unsubscribe link. Valid as long as one of the secrets is: a link in an old mail works. */
export function unsubscribeToken(subject: UnsubscribeSubject, secrets: Secrets): string {
  const { partner, purpose, addressee, version } = subject;
  return signToken(form, [partner.toString(36), purpose, addressee, version.toString(36)], secrets);
}

/** Who unsubscribes from what, or undefined for a token that is not ours. Changes nothing by itself. */
export function subjectOfUnsubscribe(token: string, secrets: Secrets): UnsubscribeSubject | undefined {
  const fields = verifyToken(form, token, secrets);
  if (fields?.length !== 4) return undefined;
  const [partner, purpose, addressee, version] = fields as [string, string, string, string];
  return {
    partner: Number.parseInt(partner, 36),
    purpose,
    addressee,
    version: Number.parseInt(version, 36),
  };
}
