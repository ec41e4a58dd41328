import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ClockShown, TimelineTouch } from '../../../../contract/orders.ts';
import { usePreferences } from '../../api/use-session.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { temperatureOf } from '../../shell/temperature.ts';
import { dayOf, dayText, shortDayText } from '../../shell/time-text.ts';
import { leftValues } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './clock-strip.module.css';
import { Section } from './section.tsx';
import { keptApart, placeIn, type Stretch, stretchOf } from './strip-places.ts';

/** Both clocks over the same time: what was said (filled), what is to come (hollow), and why, on hover and focus. */
export function ClockStrip({ clocks }: { clocks: readonly ClockShown[] }) {
  const { t, locale } = useWords();
  const { timeZone } = usePreferences();
  const now = Date.now();
  const stretch = stretchOf(clocks, now);
  const today = placeIn(stretch, now);
  const dayAt = (at: number) => shortDayText(dayOf(new Date(at), timeZone), locale);
  return (
    <Section title={t('expiring.view.timeline')}>
      <div className={style.strip}>
        <span className={style.today} style={{ left: `${today}%` }} aria-hidden="true" />
        {clocks.map((clock) => (
          <Clock key={clock.id} clock={clock} stretch={stretch} now={now} />
        ))}
        <div className={style.axis} aria-hidden="true">
          {today > 16 && <span>{dayAt(stretch.from)}</span>}
          <span className={style.todayWord} style={{ left: `${Math.min(94, Math.max(6, today))}%` }}>
            {t('time.today')}
          </span>
          {today < 84 && <span className={style.last}>{dayAt(stretch.to)}</span>}
        </div>
      </div>
      <p className={style.key} aria-hidden="true">
        <span className={style.mark} data-state="due" /> {t('expiring.view.said')}
        <span className={style.mark} data-state="suppressed" /> {t('expiring.view.unsaid')}
        <span className={style.mark} data-state="planned" /> {t('expiring.view.to-come')}
      </p>
      <details className={style.words}>
        <summary>{t('expiring.view.as-list')}</summary>
        {clocks.map((clock) => (
          <TouchList key={clock.id} clock={clock} />
        ))}
      </details>
    </Section>
  );
}

interface ClockProps {
  readonly clock: ClockShown;
  readonly stretch: Stretch;
  readonly now: number;
}

/** 24 pixels on the narrowest screen, in hundredths of the strip. */
const gap = 7;

function Clock({ clock, stretch, now }: ClockProps) {
  const { t, locale } = useWords();
  const ends = Date.parse(clock.endsAt);
  const begins = Date.parse(`${clock.beginsOn}T00:00:00Z`);
  const [from, to] = [placeIn(stretch, begins), placeIn(stretch, ends)];
  const elapsed = placeIn(stretch, Math.min(now, ends));
  const touches = clock.touches.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const places = keptApart(
    touches.map(({ at }) => placeIn(stretch, Date.parse(at))),
    gap,
  );
  const name = t('expiring.clock', { kind: clock.kind });
  const left = t('time.left', leftValues(clock.daysLeft));
  return (
    <div className={style.clock} data-tone={temperatureOf(clock.daysLeft)}>
      <p className={style.name}>
        <strong>{name}</strong> {dayText(clock.endsOn, locale)} · {left}
      </p>
      <div className={style.track}>
        <span className={style.bar} style={{ left: `${from}%`, width: `${to - from}%` }} />
        <span className={style.gone} style={{ left: `${from}%`, width: `${Math.max(0, elapsed - from)}%` }} />
        <span className={style.end} style={{ left: `${to}%` }} />
        <ul aria-label={name}>
          {touches.map((touch, at) => (
            <li key={`${touch.stage}-${touch.channel}-${touch.at}`} style={{ left: `${places[at]}%` }}>
              <Touch touch={touch} />
            </li>
          ))}
        </ul>
      </div>
      {clock.silent && <p className={style.silent}>{clock.silent}</p>}
    </div>
  );
}

function Touch({ touch }: { touch: TimelineTouch }) {
  const says = useTouchWords()(touch);
  const mark = <span className={style.mark} data-state={touch.state} />;
  return (
    <Tooltip label={says} multiline w={260} openDelay={0} events={{ hover: true, focus: true, touch: true }}>
      <TouchTarget message={touch.message} label={says}>
        {mark}
      </TouchTarget>
    </Tooltip>
  );
}

interface TargetProps extends React.HTMLAttributes<HTMLElement> {
  readonly message: string | null;
  readonly label: string;
  readonly children: ReactNode;
  readonly ref?: React.Ref<HTMLElement>;
}

/** What was written is one click away; what was not has its reason only. */
function TouchTarget({ message, label, children, ref, ...rest }: TargetProps) {
  if (message === null) {
    return (
      <button type="button" aria-label={label} {...rest} ref={ref as React.Ref<HTMLButtonElement>}>
        {children}
      </button>
    );
  }
  return (
    <span {...rest} ref={ref as React.Ref<HTMLSpanElement>}>
      <PageLink to={`/messages/${message}`} aria-label={label}>
        {children}
      </PageLink>
    </span>
  );
}

/** `60 días antes del fin · 22 oct 2026 · por decidir: …`. */
function useTouchWords(): (touch: TimelineTouch) => string {
  const { t, locale } = useWords();
  const { timeZone } = usePreferences();
  return (touch) =>
    t('expiring.view.touch', {
      stage: touch.stageWords,
      day: dayText(dayOf(touch.at, timeZone), locale),
      state: t('expiring.touch', { state: touch.state }),
      why: touch.why,
    });
}

function TouchList({ clock }: { clock: ClockShown }) {
  const { t } = useWords();
  const words = useTouchWords();
  return (
    <>
      <h4>{t('expiring.clock', { kind: clock.kind })}</h4>
      {clock.touches.length === 0 && <p className="quiet">{clock.silent ?? t('expiring.view.no-touches')}</p>}
      <ol>
        {clock.touches.map((touch) => (
          <li key={`${touch.stage}-${touch.channel}-${touch.at}`}>
            <span className={style.mark} data-state={touch.state} aria-hidden="true" />
            {touch.message ? (
              <PageLink to={`/messages/${touch.message}`}>{words(touch)}</PageLink>
            ) : (
              <span>{words(touch)}</span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
