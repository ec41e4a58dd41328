import type { IconName } from '../icon.tsx';

export interface Choice {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly detail: string | null;
  readonly icon: IconName;
  readonly run: () => void;
}
