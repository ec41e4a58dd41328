import type { Stage } from './stage.ts';

/** For which clocks a calendar is. Within a list any one suffices; all lists that are not empty must hold. */
export interface CalendarConditions {
  readonly authorities?: readonly string[] | undefined;
  /** Brands of product families: `GeoTrust`. */
  readonly families?: readonly string[] | undefined;
  /** Products as the orders name them. */
  readonly products?: readonly string[] | undefined;
  /** `DV`, `OV`, `EV`. */
  readonly levels?: readonly string[] | undefined;
  /** Row ids. */
  readonly customers?: readonly string[] | undefined;
  /** `customer`, `agency`. */
  readonly customerKinds?: readonly string[] | undefined;
  readonly divisions?: readonly string[] | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[] | undefined;
  readonly owners?: readonly string[] | undefined;
}

/** One list of stages and the clocks that it is for. */
export interface Calendar {
  readonly id: string;
  readonly kind: string;
  readonly when: CalendarConditions;
  readonly stages: readonly Stage[];
  /**
   * Since when it is chosen as it is; epoch milliseconds. What had opened before is not opened again for clocks that
   * came to it by that change (`stageWindows`).
   */
  readonly since?: number;
}
