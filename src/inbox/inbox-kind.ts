import type { Permission } from '../access/permissions.ts';

/** What can wait for somebody, and the permission without which it waits for nobody. */
export const inboxKinds = {
  /** A colleague named them in a note. */
  mentioned: 'notes:read',
  /** A customer of theirs, or a colleague for one, has asked to renew, and nobody has set a date yet. */
  request: 'requests:read',
  /** The next date of a request of theirs has come. */
  'request-day': 'requests:read',
  /** Coverage of an order of theirs ends within three days, and nobody has answered. */
  lapsing: 'expiring:read',
  /** A notice about an order of theirs failed, bounced, or may have been lost. */
  'failed-notice': 'messages:read',
  /** A newer order may have replaced one of theirs: somebody has to say. */
  perhaps: 'renewed:answer',
  /** A run waits because it is far larger than usual. */
  'held-run': 'messages:release',
  /** The day's messages wait to be approved. */
  'approve-day': 'plan:approve',
  /** A file that they brought could not be read. */
  'import-failed': 'imports:apply',
} as const satisfies Record<string, Permission>;

export type InboxKind = keyof typeof inboxKinds;

/** What is the whole partner's: for who is limited to no customers. */
export const wholePartnerKinds: readonly InboxKind[] = ['held-run', 'approve-day'];
