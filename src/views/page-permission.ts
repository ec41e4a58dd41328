import type { ViewPage } from '../../contract/views.ts';

/** What it takes to open a list; its views are for whoever may. */
export const pagePermission = {
  expiring: 'expiring:read',
  'perhaps-renewed': 'renewed:read',
  requests: 'requests:read',
  orders: 'orders:read',
  customers: 'customers:read',
  domains: 'orders:read',
  plan: 'plan:read',
  messages: 'messages:read',
  imports: 'imports:read',
  audit: 'audit:read',
} as const satisfies Record<ViewPage, string>;
