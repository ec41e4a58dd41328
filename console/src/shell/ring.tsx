import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import style from './ring.module.css';
import { type Temperature, temperatureOf } from './temperature.ts';

/** Even a full ring keeps a small gap at the top right; even the last hour keeps a visible arc. */
const most = 92;
const least = 6;

function Arc({ share, radius }: { share: number; radius: number }) {
  const shown = Math.round(Math.min(Math.max(share * 100, least), most));
  return (
    <circle
      cx="50"
      cy="50"
      r={radius}
      pathLength="100"
      strokeDasharray={`${shown} 100`}
      strokeDashoffset={shown - 100}
      transform="rotate(-90 50 50)"
    />
  );
}

function Track({ radius, isDashed = false }: { radius: number; isDashed?: boolean }) {
  return (
    <circle
      className={style.track}
      cx="50"
      cy="50"
      r={radius}
      {...(isDashed ? { pathLength: 100, strokeDasharray: '8 6.28' } : {})}
    />
  );
}

export interface RingProps {
  /** Whole days until the end; below 0 it has lapsed. */
  readonly daysLeft: number;
  /** Share of the lifetime that is left, 0 to 1: of the coverage, or of the one clock shown. */
  readonly share: number;
  /** Share of the certificate that is left when both clocks are shown. */
  readonly inner?: number;
  readonly size?: number;
  /** Beside a visible word the ring itself stays silent. */
  readonly isSilent?: boolean;
}

/** The sign of time left: an arc for what remains, a broken ring for what has lapsed, an inner dot for the last week. */
export function Ring({ daysLeft, share, inner, size = 16, isSilent = false }: RingProps) {
  const { t } = useWords();
  const tone = temperatureOf(daysLeft);
  const said = isSilent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`time.tone.${tone}`) };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by the attributes it is given, or said by the words beside it
    <svg className={style.ring} data-tone={tone} width={size} height={size} viewBox="0 0 100 100" {...said}>
      <Track radius={42} isDashed={tone === 'lapsed'} />
      {tone !== 'lapsed' && <Arc share={share} radius={42} />}
      {inner !== undefined && tone !== 'lapsed' && <Arc share={inner} radius={24} />}
      {tone === 'urgent' && inner === undefined && <circle className={style.dot} cx="50" cy="50" r="15" />}
    </svg>
  );
}

/** Ring and word: for headings and facts, where there is room to say it. */
export function RingWord({
  daysLeft,
  share,
  children,
}: Pick<RingProps, 'daysLeft' | 'share'> & { children?: ReactNode }) {
  const { t } = useWords();
  const tone: Temperature = temperatureOf(daysLeft);
  return (
    <span className={style.word} data-tone={tone}>
      <Ring daysLeft={daysLeft} share={share} isSilent />
      {children ?? t(`time.tone.${tone}`)}
    </span>
  );
}

/** The mark: about four fifths, a small gap at the top right. */
export function RingMark({ size = 22 }: { size?: number }) {
  return (
    <svg className={style.mark} width={size} height={size} viewBox="0 0 100 100" aria-hidden="true">
      <Track radius={41} />
      <Arc share={0.8} radius={41} />
    </svg>
  );
}

/** How far something is: 0 to 1, or `null` while nobody knows. */
export function RingProgress({
  done,
  label,
  size = 40,
}: {
  done: number | null;
  label: string;
  size?: number;
}) {
  const known = done === null ? {} : { 'aria-valuenow': Math.round(done * 100) };
  return (
    <svg
      className={style.progress}
      data-busy={done === null || undefined}
      width={size}
      height={size}
      viewBox="0 0 100 100"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...known}
    >
      <Track radius={41} />
      <circle
        cx="50"
        cy="50"
        r="41"
        pathLength="100"
        strokeDasharray={`${Math.round((done ?? 0.25) * 100)} 100`}
        transform="rotate(-90 50 50)"
      />
    </svg>
  );
}
