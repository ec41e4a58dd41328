import { useSession } from '../../api/use-session.ts';
import { pages } from '../../shell/pages.tsx';

interface SectionEntry {
  readonly path: string;
  /** `settings.section.<name>` and `settings.section.<name>.line`. */
  readonly name: string;
}

/** Everything there is to set, in the order in which a new partner needs it. */
const entries: readonly SectionEntry[] = [
  { path: '/setup', name: 'setup' },
  { path: '/settings/brand', name: 'brand' },
  { path: '/settings/mail', name: 'mail' },
  { path: '/settings/calendars', name: 'calendars' },
  { path: '/settings/sending-rules', name: 'sending' },
  { path: '/settings/approval', name: 'approval' },
  { path: '/settings/promises', name: 'promises' },
  { path: '/settings/languages', name: 'languages' },
  { path: '/settings/retention', name: 'retention' },
  { path: '/people', name: 'people' },
  { path: '/api-keys', name: 'keys' },
  { path: '/audit', name: 'audit' },
];

/** The sections that are there and that this person may see. */
export function useSections(): readonly SectionEntry[] {
  const permissions = useSession()?.permissions ?? [];
  return entries.filter(({ path }) =>
    pages.some(
      (page) =>
        page.path === path && (page.permission === undefined || permissions.includes(page.permission)),
    ),
  );
}
