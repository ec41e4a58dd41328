import { parseAddress } from '../../kernel/mail-address.ts';
import type { MailTransport } from '../channel.ts';

/** Keeps messages here on purpose: nothing leaves, and that counts as submitting. The ledger holds the bytes. */
export function outboxTransport(): MailTransport {
  return {
    concurrency: 64,
    async submit(message, mayStillSend) {
      if (!parseAddress(message.to)) {
        return {
          kind: 'refused',
          code: 553,
          response: '553 5.1.3 not kept: the recipient is no address',
          phase: 'check',
        };
      }
      try {
        if (!(await mayStillSend())) return { kind: 'abandoned' };
      } catch {
        const response = 'whether it may still be sent could not be found out';
        return { kind: 'deferred', response, phase: 'check' };
      }
      return { kind: 'submitted', response: 'kept in the outbox' };
    },
    async verify() {
      return { kind: 'ready', secured: true, announces: [] };
    },
    async close() {},
  };
}
