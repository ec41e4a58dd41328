import { Bar } from '../../shell/page-skeleton.tsx';
import style from './dashboard.module.css';

/** The panels in their places. */
export function DashboardSkeleton() {
  return (
    <div className={style.answers} aria-busy="true">
      {[6, 5, 6, 6, 5, 3].map((lines, panel) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: panels of a skeleton have nothing else
        <div key={panel} className={style.panel} data-wide={panel < 2 || undefined}>
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
