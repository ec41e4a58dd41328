import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { IconName } from './icon.tsx';
import { loadFile } from './load-file.ts';

export type NavGroup = 'today' | 'book' | 'sent' | 'help' | 'settings';

interface PageEntry {
  readonly path: string;
  /** `orders/orders-page` exports `OrdersPage`; a page whose file is not there is nowhere shown. */
  readonly module: string;
  /** Without one, every signed-in person may see it. */
  readonly permission?: string;
  /** In the navigation, with `nav.<name>` as its word; `key` follows `g`. */
  readonly nav?: {
    readonly name: string;
    readonly group: NavGroup;
    readonly icon: IconName;
    readonly key: string;
  };
  /** `signed-out` pages stand alone, without the navigation. */
  readonly frame?: 'signed-out';
}

const entries: readonly PageEntry[] = [
  { path: '/', module: 'dashboard/dashboard-page', nav: nav('dashboard', 'today', 'dashboard', 'd') },
  {
    path: '/inbox',
    module: 'inbox/inbox-page',
    permission: 'inbox:read',
    nav: nav('inbox', 'today', 'bell', 'b'),
  },
  {
    path: '/expiring',
    module: 'expiring/expiring-page',
    permission: 'expiring:read',
    nav: nav('expiring', 'today', 'expiring', 'e'),
  },
  {
    path: '/perhaps-renewed',
    module: 'perhaps-renewed/perhaps-renewed-page',
    permission: 'renewed:read',
    nav: nav('perhaps-renewed', 'today', 'perhaps', 'v'),
  },
  {
    path: '/requests',
    module: 'requests/requests-page',
    permission: 'requests:read',
    nav: nav('requests', 'today', 'requests', 'r'),
  },
  {
    path: '/orders',
    module: 'orders/orders-page',
    permission: 'orders:read',
    nav: nav('orders', 'book', 'orders', 'o'),
  },
  { path: '/orders/$id', module: 'orders/order-page', permission: 'orders:read' },
  {
    path: '/customers',
    module: 'customers/customers-page',
    permission: 'customers:read',
    nav: nav('customers', 'book', 'customers', 'c'),
  },
  { path: '/customers/$id', module: 'customers/customer-page', permission: 'customers:read' },
  {
    path: '/domains',
    module: 'domains/domains-page',
    permission: 'orders:read',
    nav: nav('domains', 'book', 'domains', 'n'),
  },
  {
    path: '/plan',
    module: 'plan/plan-page',
    permission: 'plan:read',
    nav: nav('plan', 'sent', 'plan', 'l'),
  },
  {
    path: '/messages',
    module: 'messages/messages-page',
    permission: 'messages:read',
    nav: nav('messages', 'sent', 'messages', 'm'),
  },
  { path: '/messages/$id', module: 'messages/message-page', permission: 'messages:read' },
  {
    path: '/sending',
    module: 'sending/sending-page',
    permission: 'sending:read',
    nav: nav('sending', 'sent', 'sending', 'w'),
  },
  {
    path: '/imports',
    module: 'imports/imports-page',
    permission: 'imports:read',
    nav: nav('imports', 'book', 'imports', 'i'),
  },
  { path: '/imports/new', module: 'imports/new-import-page', permission: 'imports:apply' },
  { path: '/imports/$id', module: 'imports/import-page', permission: 'imports:read' },
  { path: '/playbook', module: 'playbook/playbook-page', nav: nav('playbook', 'help', 'playbook', 'h') },
  { path: '/playbook/$id', module: 'playbook/how-to-page' },
  {
    path: '/people',
    module: 'access/people-page',
    permission: 'people:read',
    nav: nav('people', 'settings', 'people', 'p'),
  },
  {
    path: '/api-keys',
    module: 'access/api-keys-page',
    permission: 'keys:manage',
    nav: nav('api-keys', 'settings', 'key', 'k'),
  },
  {
    path: '/audit',
    module: 'audit/audit-page',
    permission: 'audit:read',
    nav: nav('audit', 'settings', 'audit', 'a'),
  },
  {
    path: '/settings',
    module: 'settings/settings-page',
    permission: 'settings:read',
    nav: nav('settings', 'settings', 'settings', 's'),
  },
  { path: '/setup', module: 'setup/setup-page', permission: 'setup:use' },
  { path: '/settings/brand', module: 'brand/brand-page', permission: 'settings:read' },
  { path: '/settings/mail', module: 'mail/mail-page', permission: 'settings:read' },
  { path: '/settings/calendars', module: 'settings/calendars-page', permission: 'settings:read' },
  { path: '/settings/sending-rules', module: 'settings/sending-rules-page', permission: 'settings:read' },
  { path: '/settings/approval', module: 'settings/approval-page', permission: 'settings:read' },
  { path: '/settings/promises', module: 'settings/promises-page', permission: 'settings:read' },
  { path: '/settings/languages', module: 'settings/languages-page', permission: 'settings:read' },
  { path: '/settings/retention', module: 'settings/retention-page', permission: 'settings:read' },
  { path: '/profile', module: 'access/profile-page' },
  { path: '/sign-in', module: 'access/sign-in-page', frame: 'signed-out' },
  { path: '/forgot-password', module: 'access/forgot-password-page', frame: 'signed-out' },
  { path: '/reset-password', module: 'access/reset-password-page', frame: 'signed-out' },
  { path: '/accept-invitation', module: 'access/accept-invitation-page', frame: 'signed-out' },
  { path: '/first-run', module: 'access/first-run-page', frame: 'signed-out' },
];

function nav(name: string, group: NavGroup, icon: IconName, key: string) {
  return { name, group, icon, key };
}

export interface Page extends PageEntry {
  readonly component: LazyExoticComponent<ComponentType>;
  /** Fetches the page's file ahead of the click. */
  readonly preload: () => void;
}

type Module = Record<string, ComponentType>;
const pageFiles = import.meta.glob<Module>('../features/*/*-page.tsx');

/** `perhaps-renewed-page` → `PerhapsRenewedPage`. */
export function componentName(file: string): string {
  return file.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
}

function pageOf(entry: PageEntry): Page[] {
  const load = pageFiles[`../features/${entry.module}.tsx`];
  if (!load) return [];
  const name = componentName(entry.module.split('/')[1]!);
  const component = lazy(async () => ({ default: (await loadFile(load))[name]! }));
  // What does not come ahead of the click is asked for again by the click.
  return [{ ...entry, component, preload: () => void load().catch(() => {}) }];
}

/** The pages that are there. */
export const pages: readonly Page[] = entries.flatMap(pageOf);

/** Fetches the file of the page behind an address, ahead of the click: `/customers/12`. */
export function preloadPage(address: string): void {
  const parts = address.split('/');
  const isBehind = ({ path }: Page) => {
    const wanted = path.split('/');
    return (
      wanted.length === parts.length && wanted.every((part, at) => part.startsWith('$') || part === parts[at])
    );
  };
  pages.find(isBehind)?.preload();
}
