import type { CalendarStage } from '../../../../contract/settings.ts';
import { keptApart } from '../expiring/strip-places.ts';
import { placeOf, spanOf } from '../settings/life-scale.ts';
import style from './stage-strip.module.css';

/** The stages of a calendar on the life of a clock, to be seen beside the list that says them. */
export function StageStrip({ stages }: { stages: readonly CalendarStage[] }) {
  const span = spanOf(stages);
  const places = keptApart(
    stages.map(({ daysBefore }) => placeOf(span, daysBefore)),
    6.2,
  );
  const end = placeOf(span, 0);
  return (
    <div className={style.strip} aria-hidden="true">
      <span className={style.life} style={{ width: `${end}%` }} />
      <span className={style.after} style={{ left: `${end}%` }} />
      <span className={style.end} style={{ left: `${end}%` }} />
      {stages.map(({ id, daysBefore }, at) => (
        <span
          key={id}
          className={style.stage}
          data-tone={daysBefore <= 0 ? 'lapsed' : daysBefore <= 7 ? 'urgent' : 'soon'}
          style={{ left: `${places[at]}%` }}
        >
          {daysBefore > 0 ? daysBefore : `+${-daysBefore}`}
        </span>
      ))}
    </div>
  );
}
