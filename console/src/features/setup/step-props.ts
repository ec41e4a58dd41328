import type { SetupShown } from '../../../../contract/setup.ts';

/** What every step of the guide is handed. */
export interface StepProps {
  readonly seen: SetupShown;
}
