import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { CalendarShown, CalendarStage } from '../../../../contract/settings.ts';
import { useIsPhone } from '../../shell/use-media.ts';
import { useWords } from '../../words/use-words.ts';
import { keptApart } from '../expiring/strip-places.ts';
import { earliestDay, fitting, freeDay, inOrder, latestDay, movedTo } from './calendar-edits.ts';
import { dayAt, type LifeSpan, placeOf, spanOf } from './life-scale.ts';
import style from './life-strip.module.css';
import { useStageWords } from './stage-words.ts';

interface LifeStripProps {
  readonly calendar: CalendarShown;
  readonly chosen: string | null;
  readonly mayChange: boolean;
  readonly choose: (stage: string) => void;
  readonly change: (stage: CalendarStage) => void;
  readonly remove: (stage: string) => void;
}

/** The life of a clock with its stages: dragged, or moved day by day with the arrows. */
export function LifeStrip({ calendar, ...rest }: LifeStripProps) {
  const { t } = useWords();
  const isPhone = useIsPhone();
  const track = useRef<HTMLDivElement>(null);
  const held = useRef<LifeSpan | null>(null);
  const stages = inOrder(calendar.stages);
  const span = held.current ?? spanOf(stages);
  const places = keptApart(
    stages.map(({ daysBefore }) => placeOf(span, daysBefore)),
    isPhone ? 8.4 : 5.4,
  );
  const first = Math.max(0, ...stages.map(({ daysBefore }) => daysBefore));
  const bands = [
    { tone: 'in-force', from: span.from, until: first },
    { tone: 'soon', from: first, until: Math.min(7, first) },
    { tone: 'urgent', from: Math.min(7, first), until: 0 },
    { tone: 'lapsed', from: 0, until: span.until },
  ];
  return (
    <div className={style.strip}>
      <div ref={track} className={style.track}>
        {bands.map(({ tone, from, until }) => (
          <span
            key={tone}
            className={style.band}
            data-tone={tone}
            style={{
              left: `${placeOf(span, from)}%`,
              width: `${placeOf(span, until) - placeOf(span, from)}%`,
            }}
          />
        ))}
        <span className={style.end} style={{ left: `${placeOf(span, 0)}%` }} aria-hidden="true" />
        {stages.map((stage, i) => (
          <Marker
            key={stage.id}
            stage={stage}
            place={places[i]!}
            stages={stages}
            span={span}
            held={held}
            track={track}
            {...rest}
          />
        ))}
      </div>
      <div className={style.axis} aria-hidden="true">
        <span style={{ left: 0 }}>{t('settings.strip.begins')}</span>
        <span style={{ left: `${placeOf(span, 0)}%` }} data-end>
          {t('settings.strip.end')}
        </span>
      </div>
    </div>
  );
}

interface MarkerProps extends Omit<LifeStripProps, 'calendar'> {
  readonly stage: CalendarStage;
  /** In hundredths; a little aside where its neighbours leave no room for a finger. */
  readonly place: number;
  readonly stages: readonly CalendarStage[];
  readonly span: LifeSpan;
  /** The strip keeps its scale while something is dragged. */
  readonly held: { current: LifeSpan | null };
  readonly track: { readonly current: HTMLDivElement | null };
}

function Marker({
  stage,
  place,
  stages,
  span,
  held,
  track,
  chosen,
  mayChange,
  choose,
  change,
  remove,
}: MarkerProps) {
  const words = useStageWords()(stage.daysBefore);
  const { t } = useWords();
  const tone = stage.daysBefore <= 0 ? 'lapsed' : stage.daysBefore <= 7 ? 'urgent' : 'soon';
  const moveTo = (day: number) => {
    if (!mayChange) return;
    const free = freeDay(stages, Math.max(latestDay, Math.min(earliestDay, day)), stage.id);
    if (free !== stage.daysBefore) change(fitting(stages, movedTo(stage, free)));
  };
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    const box = track.current?.getBoundingClientRect();
    if (!box || held.current === null) return;
    moveTo(dayAt(held.current, ((event.clientX - box.left) / box.width) * 100));
  };
  return (
    <button
      type="button"
      className={style.marker}
      style={{ left: `${place}%` }}
      data-tone={tone}
      data-safety={stage.lastSafety || undefined}
      data-chosen={chosen === stage.id || undefined}
      role="slider"
      aria-label={t('settings.strip.stage')}
      aria-orientation="horizontal"
      aria-valuemin={-earliestDay}
      aria-valuemax={-latestDay}
      aria-valuenow={-stage.daysBefore}
      aria-valuetext={words}
      aria-readonly={!mayChange}
      title={words}
      onClick={() => choose(stage.id)}
      onKeyDown={(event) => keys(event, { stage, moveTo, choose, remove: mayChange ? remove : () => {} })}
      onPointerDown={(event) => {
        if (!mayChange || event.button !== 0) return;
        held.current = span;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        held.current = null;
      }}
      onPointerCancel={() => {
        held.current = null;
      }}
    >
      {Math.abs(stage.daysBefore)}
    </button>
  );
}

function keys(
  event: KeyboardEvent,
  on: {
    readonly stage: CalendarStage;
    readonly moveTo: (day: number) => void;
    readonly choose: (stage: string) => void;
    readonly remove: (stage: string) => void;
  },
): void {
  const { stage, moveTo } = on;
  const by: Record<string, number> = {
    ArrowLeft: 1,
    ArrowDown: 1,
    ArrowRight: -1,
    ArrowUp: -1,
    PageDown: 7,
    PageUp: -7,
  };
  const days = by[event.key];
  if (days !== undefined) moveTo(stage.daysBefore + days);
  else if (event.key === 'Enter' || event.key === ' ') on.choose(stage.id);
  else if (event.key === 'Delete' || event.key === 'Backspace') on.remove(stage.id);
  else return;
  event.preventDefault();
}
