import { Bar } from '../../shell/page-skeleton.tsx';
import style from './dashboard.module.css';

const panels = [
  { place: 'breaking', lines: 8 },
  { place: 'mend', lines: 5 },
  { place: 'sending', lines: 5 },
  { place: 'due', lines: 5 },
  { place: 'money', lines: 3 },
  { place: 'rate', lines: 2 },
] as const;

/** The panels in their places. */
export function DashboardSkeleton() {
  return (
    <div className={style.answers} aria-busy="true">
      {panels.map(({ place, lines }) => (
        <div key={place} className={style.panel} data-place={place}>
          <Bar width="45%" height={20} />
          {Array.from({ length: lines }, (_, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a skeleton have nothing else
            <p key={line} className={style.row}>
              <Bar width={`${50 + ((line * 17) % 40)}%`} />
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}
