import { auditPolicy } from './policy/audit-policy.ts';
import { customersPolicy } from './policy/customers-policy.ts';
import { dashboardPolicy } from './policy/dashboard-policy.ts';
import { expiringPolicy } from './policy/expiring-policy.ts';
import { exportsPolicy } from './policy/exports-policy.ts';
import { importsPolicy } from './policy/imports-policy.ts';
import { inboxPolicy } from './policy/inbox-policy.ts';
import { keysPolicy } from './policy/keys-policy.ts';
import { messagesPolicy } from './policy/messages-policy.ts';
import { notesPolicy } from './policy/notes-policy.ts';
import { noticesPolicy } from './policy/notices-policy.ts';
import { ordersPolicy } from './policy/orders-policy.ts';
import { peoplePolicy } from './policy/people-policy.ts';
import { planPolicy } from './policy/plan-policy.ts';
import { pricesPolicy } from './policy/prices-policy.ts';
import { renewedPolicy } from './policy/renewed-policy.ts';
import { requestsPolicy } from './policy/requests-policy.ts';
import { searchPolicy } from './policy/search-policy.ts';
import { sendingPolicy } from './policy/sending-policy.ts';
import { settingsPolicy } from './policy/settings-policy.ts';
import { setupPolicy } from './policy/setup-policy.ts';
import { viewsPolicy } from './policy/views-policy.ts';

/** Every permission there is, with the roles that hold it. */
export const permissions = {
  ...auditPolicy,
  ...customersPolicy,
  ...dashboardPolicy,
  ...expiringPolicy,
  ...exportsPolicy,
  ...importsPolicy,
  ...inboxPolicy,
  ...keysPolicy,
  ...messagesPolicy,
  ...notesPolicy,
  ...noticesPolicy,
  ...ordersPolicy,
  ...peoplePolicy,
  ...planPolicy,
  ...pricesPolicy,
  ...renewedPolicy,
  ...requestsPolicy,
  ...searchPolicy,
  ...sendingPolicy,
  ...settingsPolicy,
  ...setupPolicy,
  ...viewsPolicy,
} as const;

export type Permission = keyof typeof permissions;

export function isPermission(text: string): text is Permission {
  return Object.hasOwn(permissions, text);
}
