import type { SetupStep } from '../../../../contract/setup.ts';

/** How long each step takes somebody who has everything at hand. */
export const stepMinutes: Readonly<Record<SetupStep, number>> = {
  ...{ brand: 5, mail: 10, import: 5, promise: 5, calendar: 2, plan: 3, sending: 2 },
};
