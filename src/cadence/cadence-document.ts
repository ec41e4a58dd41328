import type { CalendarBook, CalendarShown, CalendarStage } from '../../contract/settings.ts';
import { isGeneral } from '../../contract/settings.ts';
import type { Cadence } from './cadence.ts';
import { defaultCadence } from './default-cadence.ts';
import type { FormerNumber, Stage, StageOpening } from './stage.ts';

/** A stage as it is kept: what people see, and what a change leaves behind (`Stage`). */
export type KeptStage = CalendarStage & {
  readonly formerly?: readonly FormerNumber[];
  readonly since?: number;
  readonly former?: StageOpening;
};

export type KeptCalendar = Omit<CalendarShown, 'stages'> & {
  readonly stages: readonly KeptStage[];
  readonly since?: number;
};

/** The calendars of a partner as one version keeps them. */
export interface CadenceDocument {
  readonly calendars: readonly KeptCalendar[];
  readonly silentWhenCoverageEndsWithinDays: number;
}

/** What a partner begins with: the built-in calendars in the form that people edit. */
export const builtInDocument: CadenceDocument = {
  calendars: Object.entries(defaultCadence.stagesByKind).map(([kind, stages]) => ({
    id: kind,
    name: null,
    kind: kind as CalendarShown['kind'],
    when: {},
    stages: stages.map(builtInStage),
  })),
  silentWhenCoverageEndsWithinDays: defaultCadence.silentWhenCoverageEndsWithinDays,
};

function builtInStage({ openForDays, channels: _, escalateTo, ...stage }: Stage): KeptStage {
  return {
    ...stage,
    id: stage.daysBefore > 0 ? `d${stage.daysBefore}` : `a${-stage.daysBefore}`,
    ...(openForDays === undefined ? {} : { openForDays }),
    channels: ['email'],
    escalateTo: [...escalateTo],
  };
}

/** The document as people see and edit it. */
export function bookOf({ calendars, ...rest }: CadenceDocument): CalendarBook {
  return {
    ...rest,
    calendars: calendars.map(({ since: _, stages, ...calendar }) => ({
      ...calendar,
      stages: stages.map(({ formerly: _f, since: _s, former: _o, ...stage }) => stage),
    })),
  };
}

/** The cadence that a kept version is. */
export function cadenceOf(document: CadenceDocument, version: number): Cadence {
  const general = document.calendars.filter(isGeneral);
  return {
    version: `v${version}`,
    stagesByKind: Object.fromEntries(general.map(({ kind, stages }) => [kind, stages as readonly Stage[]])),
    sinceByKind: Object.fromEntries(
      general.flatMap(({ kind, since }) => (since === undefined ? [] : [[kind, since]])),
    ),
    special: document.calendars
      .filter((calendar) => !isGeneral(calendar))
      .map(({ id, kind, when, stages, since }) => ({
        ...{ id, kind, when },
        stages: stages as readonly Stage[],
        ...(since === undefined ? {} : { since }),
      })),
    silentWhenCoverageEndsWithinDays: document.silentWhenCoverageEndsWithinDays,
  };
}
