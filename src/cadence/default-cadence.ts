import type { Cadence } from './cadence.ts';
import type { Stage } from './stage.ts';

const early = {
  tone: 'early',
  purpose: 'reminder',
  lastSafety: false,
  urgent: false,
  escalateTo: [],
} as const;
const nearing = { ...early, tone: 'reminder' } as const;
const last = { tone: 'urgent', purpose: 'safety', lastSafety: true, urgent: true, escalateTo: [] } as const;
const after = { ...last, tone: 'lapsed', share: null, openForDays: 14 } as const;
const channels = ['email'] as const;

/** A certificate authority's own calendar for resellers (guide.md, G2): its urgency rises towards the end. */
const coverageStages: readonly Stage[] = [
  { daysBefore: 90, share: 1 / 4, channels, template: 'early', ...early },
  { daysBefore: 60, share: 1 / 6, channels, template: 'early', ...early },
  { daysBefore: 30, share: 1 / 12, channels, template: 'early', ...nearing },
  { daysBefore: 7, share: 1 / 26, channels, template: 'last-days', ...last, escalateTo: ['main'] },
  {
    daysBefore: 3,
    share: 1 / 52,
    channels,
    template: 'last-days',
    ...last,
    escalateTo: ['main', 'installs'],
  },
  { daysBefore: -7, channels, template: 'expired', ...after },
];

/** A certificate that ends inside a running order needs hands, not money: fewer and later words. */
const certificateStages: readonly Stage[] = [
  { daysBefore: 30, share: 1 / 3, channels, template: 'reissue', ...early },
  { daysBefore: 14, share: 1 / 6, channels, template: 'reissue', ...nearing },
  { daysBefore: 7, share: 1 / 12, channels, template: 'reissue', ...last, escalateTo: ['main'] },
  { daysBefore: 3, share: 1 / 24, channels, template: 'reissue', ...last, escalateTo: ['main', 'installs'] },
  // A lapsed certificate of a running order is still mended by a reissue, so the words stay those of one.
  { daysBefore: -1, channels, template: 'reissue', ...after },
];

/** What a partner has until it sets its own. */
export const defaultCadence: Cadence = {
  version: 'default-1',
  stagesByKind: { coverage: coverageStages, certificate: certificateStages },
  silentWhenCoverageEndsWithinDays: 30,
};
