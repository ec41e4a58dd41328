import type { Me } from '../../../../contract/access.ts';
import type { HowToId } from '../../shell/help/how-to-ids.ts';

export type RoleName = Me['role'];

export const topics = ['customers', 'inventory', 'sending', 'ahead'] as const;
export type Topic = (typeof topics)[number];

/** A page of the console with the filters of its address. */
export interface Place {
  readonly to: string;
  readonly words?: Readonly<Record<string, string>>;
  /** Days of the address that depend on today. */
  readonly days?: 'last-march';
}

export interface HowTo {
  readonly id: HowToId;
  readonly topic: Topic;
  /** Whom it is written for. */
  readonly roles: readonly RoleName[];
  readonly minutes: number;
  /** What somebody has to be allowed to carry all of it out. */
  readonly needs: readonly string[];
  /** Where its sentences lead, by the name that they use. */
  readonly places: Readonly<Record<string, Place>>;
  readonly related: readonly HowToId[];
}

const desk: readonly RoleName[] = ['support', 'sales', 'renewals-manager', 'administrator'];
const managers: readonly RoleName[] = ['renewals-manager', 'administrator'];
const noContact: Place = { to: '/customers', words: { contact: 'none' } };
const onHold: Place = { to: '/plan', words: { view: 'list', state: 'held' } };
const changes: Place = { to: '/plan', words: { view: 'changes' } };
const attention: Place = { to: '/messages', words: { attention: 'yes' } };

export const howTos: readonly HowTo[] = [
  {
    id: 'no-message',
    topic: 'customers',
    roles: [...desk, 'viewer'],
    minutes: 2,
    needs: ['orders:read', 'plan:read'],
    places: {
      orders: { to: '/orders' },
      held: onHold,
      silent: { to: '/plan', words: { view: 'list', state: 'suppressed' } },
      perhaps: { to: '/perhaps-renewed' },
      contact: noContact,
      sending: { to: '/sending' },
    },
    related: ['failed-doubtful', 'wrong-contact', 'says-renewed', 'what-was-sent'],
  },
  {
    id: 'says-renewed',
    topic: 'customers',
    roles: desk,
    minutes: 2,
    needs: ['requests:change', 'renewed:answer'],
    places: {
      perhaps: { to: '/perhaps-renewed' },
      expiring: { to: '/expiring' },
      requests: { to: '/requests' },
    },
    related: ['renewal-wish', 'no-message', 'import-undo'],
  },
  {
    id: 'what-was-sent',
    topic: 'customers',
    roles: [...desk, 'viewer'],
    minutes: 2,
    needs: ['messages:read'],
    places: {
      messages: { to: '/messages' },
      march: { to: '/messages', days: 'last-march' },
      customers: { to: '/customers' },
    },
    related: ['no-message', 'failed-doubtful', 'wrong-contact'],
  },
  {
    id: 'renewal-wish',
    topic: 'customers',
    roles: desk,
    minutes: 5,
    needs: ['requests:change'],
    places: {
      requests: { to: '/requests' },
      unowned: { to: '/requests', words: { owner: 'none' } },
      overdue: { to: '/requests', words: { due: 'overdue' } },
      today: { to: '/requests', words: { due: 'today' } },
      expiring: { to: '/expiring', words: { requested: 'yes' } },
    },
    related: ['says-renewed', 'what-was-sent', 'wrong-contact'],
  },
  {
    id: 'wrong-contact',
    topic: 'customers',
    roles: desk,
    minutes: 3,
    needs: ['customers:change'],
    places: {
      customers: { to: '/customers' },
      contact: noContact,
      bounced: { to: '/messages', words: { state: 'bounced' } },
    },
    related: ['failed-doubtful', 'what-was-sent', 'no-message'],
  },
  {
    id: 'failed-doubtful',
    topic: 'sending',
    roles: desk,
    minutes: 5,
    needs: ['messages:resend'],
    places: {
      attention,
      failed: { to: '/messages', words: { state: 'failed' } },
      bounced: { to: '/messages', words: { state: 'bounced' } },
      uncertain: { to: '/messages', words: { state: 'uncertain' } },
    },
    related: ['wrong-contact', 'what-was-sent', 'mail-records'],
  },
  {
    id: 'import-undo',
    topic: 'inventory',
    roles: managers,
    minutes: 5,
    needs: ['imports:apply', 'imports:undo'],
    places: { 'new': { to: '/imports/new' }, imports: { to: '/imports' }, changes },
    related: ['held-run', 'stop-everything', 'says-renewed'],
  },
  {
    id: 'held-run',
    topic: 'sending',
    roles: managers,
    minutes: 5,
    needs: ['messages:release', 'plan:approve', 'plan:instruct'],
    places: { sending: { to: '/sending' }, plan: { to: '/plan' }, held: onHold, changes },
    related: ['stop-everything', 'import-undo', 'change-calendar'],
  },
  {
    id: 'stop-everything',
    topic: 'sending',
    roles: managers,
    minutes: 1,
    needs: ['sending:switch', 'messages:release'],
    places: {
      sending: { to: '/sending' },
      waiting: { to: '/messages', words: { state: 'waiting' } },
      customers: { to: '/customers' },
      imports: { to: '/imports' },
    },
    related: ['held-run', 'import-undo', 'change-calendar'],
  },
  {
    id: 'change-calendar',
    topic: 'ahead',
    roles: managers,
    minutes: 10,
    needs: ['settings:change'],
    places: { calendars: { to: '/settings/calendars' }, rules: { to: '/settings/sending-rules' }, changes },
    related: ['shorter-lives', 'held-run', 'stop-everything'],
  },
  {
    id: 'mail-records',
    topic: 'ahead',
    roles: ['administrator'],
    minutes: 20,
    needs: ['settings:connect'],
    places: { mail: { to: '/settings/mail' }, brand: { to: '/settings/brand' } },
    related: ['failed-doubtful', 'stop-everything'],
  },
  {
    id: 'shorter-lives',
    topic: 'ahead',
    roles: [...desk, 'viewer'],
    minutes: 10,
    needs: ['expiring:read', 'plan:read'],
    places: {
      certificates: { to: '/expiring', words: { kind: 'certificate' } },
      reissues: { to: '/plan', words: { view: 'list', kind: 'certificate', state: 'due' } },
      gaps: { to: '/domains', words: { show: 'gaps', days: '180' } },
      calendars: { to: '/settings/calendars' },
      promises: { to: '/settings/promises' },
      contact: noContact,
    },
    related: ['change-calendar', 'wrong-contact', 'mail-records'],
  },
];

export function howToOf(id: string): HowTo | undefined {
  return howTos.find((one) => one.id === id);
}

/** The words of a place's address as of a day. */
export function addressWordsOf({ words, days }: Place, today: string): Readonly<Record<string, string>> {
  return days === 'last-march' ? { ...words, ...lastMarch(today) } : (words ?? {});
}

/** The last March that has begun. `until` is the first day that no longer belongs to it. */
function lastMarch(today: string): Readonly<Record<string, string>> {
  const year = Number(today.slice(0, 4)) - (today.slice(5, 7) < '03' ? 1 : 0);
  return { from: `${year}-03-01`, until: `${year}-04-01` };
}
