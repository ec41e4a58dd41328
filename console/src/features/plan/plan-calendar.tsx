import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { PlanDay, PlanStanding } from '../../../../contract/plan.ts';
import { dayText, shortDayText } from '../../shell/time-text.ts';
import { useQuickView } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import { ApprovalSwitch } from './approval-switch.tsx';
import style from './plan.module.css';
import { dayByKey, weeksOf } from './plan-weeks.ts';
import { TouchState } from './touch-state.tsx';

interface CalendarProps {
  readonly standing: PlanStanding;
  readonly days: readonly PlanDay[];
  readonly approvalNeeded: boolean;
}

/** The days ahead in weeks, each with what goes, waits and stays silent. Worked by arrow keys like any calendar. */
export function PlanCalendar({ standing, days, approvalNeeded }: CalendarProps) {
  const { t, locale } = useWords();
  const { open, opened } = useQuickView();
  const first = standing.today;
  const last = standing.until ?? first;
  const byDay = useMemo(() => new Map(days.map((day) => [day.day, day])), [days]);
  const weeks = useMemo(() => weeksOf(first, last), [first, last]);
  const most = Math.max(1, ...days.map((day) => day.messages));
  const [at, setAt] = useState(first);
  const grid = useRef<HTMLTableElement>(null);
  const go = (event: KeyboardEvent) => {
    const there = dayByKey(event.key, at, { first, last });
    if (there === null) return;
    event.preventDefault();
    setAt(there);
    grid.current?.querySelector<HTMLElement>(`[data-day="${there}"]`)?.focus();
  };
  return (
    <>
      <p className={style.legend} aria-hidden="true">
        <span>
          <strong>12</strong> {t('plan.legend.messages')}
        </span>
        <TouchState state="held" />
        <TouchState state="suppressed" />
      </p>
      <p className={style.hidden} id="plan-keys">
        {t('plan.calendar-keys')}
      </p>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells gone through by arrow keys are a grid
        role="grid"
        className={style.calendar}
        aria-label={t('plan.calendar')}
        aria-describedby="plan-keys"
        onKeyDown={go}
      >
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col" abbr={weekdayText(day, locale, 'long')}>
                {weekdayText(day, locale, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <DayCell
                  key={day}
                  day={day}
                  totals={byDay.get(day)}
                  most={most}
                  isOut={day < first || day > last}
                  isToday={day === standing.today}
                  isAt={day === at}
                  isOpen={opened === `plan-day:${day}`}
                  approvalNeeded={approvalNeeded}
                  open={() => {
                    setAt(day);
                    void open('plan-day', day);
                  }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ApprovalSwitch />
    </>
  );
}

interface CellProps {
  readonly day: string;
  readonly totals: PlanDay | undefined;
  readonly most: number;
  readonly isOut: boolean;
  readonly isToday: boolean;
  readonly isAt: boolean;
  readonly isOpen: boolean;
  readonly approvalNeeded: boolean;
  readonly open: () => void;
}

function DayCell({ day, totals, most, isOut, isToday, isAt, isOpen, approvalNeeded, open }: CellProps) {
  const { t, locale } = useWords();
  if (isOut) return <td className={style.out} />;
  const { messages = 0, held = 0, suppressed = 0, approved = false } = totals ?? {};
  const label = t('plan.day-label', {
    ...{ day: dayText(day, locale), messages, held, suppressed },
    approved: approvalNeeded && approved ? 'yes' : 'no',
  });
  const number = new Intl.NumberFormat(locale);
  return (
    <td data-weekend={isWeekend(day) || undefined}>
      <button
        type="button"
        className={style.day}
        data-day={day}
        data-today={isToday || undefined}
        data-open={isOpen || undefined}
        tabIndex={isAt ? 0 : -1}
        aria-current={isToday ? 'date' : undefined}
        onClick={open}
      >
        <span className={style.hidden}>{label}</span>
        <span className={style.date} aria-hidden="true">
          {isToday || day.endsWith('-01') ? shortDayText(day, locale) : Number(day.slice(8))}
          {approvalNeeded && messages > 0 && (
            <small data-approved={approved || undefined}>
              {t(approved ? 'plan.approved' : 'plan.to-approve')}
            </small>
          )}
        </span>
        {messages > 0 && <strong aria-hidden="true">{number.format(messages)}</strong>}
        <span className={style.rest} aria-hidden="true">
          {held > 0 && <Count state="held" text={number.format(held)} />}
          {suppressed > 0 && <Count state="suppressed" text={number.format(suppressed)} />}
        </span>
        {messages > 0 && <span className={style.share} style={{ width: `${(100 * messages) / most}%` }} />}
      </button>
    </td>
  );
}

function Count({ state, text }: { state: 'held' | 'suppressed'; text: string }) {
  return (
    <span className={style.state} data-state={state}>
      <span aria-hidden="true" />
      {text}
    </span>
  );
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
}

function weekdayText(day: string, locale: string, weekday: 'short' | 'long'): string {
  return new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}
