import type { Dashboard } from '../../../../contract/dashboard.ts';
import { QuickLink } from '../../shell/page-link.tsx';
import { Ring } from '../../shell/ring.tsx';
import { Day } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './dashboard.module.css';
import { ListLink, Panel } from './panel.tsx';

/** What stops working within 72 hours, and whose it is. */
export function BreakingSoon({ breaking }: { breaking: Dashboard['breaking'] }) {
  const { t } = useWords();
  const said = t('dashboard.breaking.line', { count: breaking.count });
  const hidden = breaking.count - breaking.rows.length;
  return (
    <Panel
      title={t('dashboard.breaking')}
      line={
        breaking.count === 0 ? (
          said
        ) : (
          <ListLink list={breaking.list} className={style.quietLink}>
            {said}
          </ListLink>
        )
      }
      place="breaking"
    >
      {breaking.rows.length > 0 && (
        <ul className={style.rows}>
          {breaking.rows.map((row) => (
            <BreakingRow key={`${row.order}-${row.kind}`} row={row} />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <ListLink list={breaking.list}>{t('dashboard.breaking.more', { count: hidden })}</ListLink>
      )}
    </Panel>
  );
}

function BreakingRow({ row }: { row: Dashboard['breaking']['rows'][number] }) {
  const { t } = useWords();
  return (
    <li className={style.row}>
      <Ring daysLeft={row.hoursLeft < 0 ? -1 : 0} share={row.hoursLeft / 72} />
      <span className={style.rowName}>
        <QuickLink kind="order" id={row.order}>
          {row.commonName ?? row.number}
        </QuickLink>
        <small>
          {row.customer} · {t('dashboard.breaking.kind', { kind: row.kind })}
        </small>
      </span>
      <span className={style.rowOwner}>
        {row.owner ?? t('dashboard.breaking.nobody')}
        <small data-trouble={!row.told || undefined}>
          {t(row.told ? 'dashboard.breaking.told' : 'dashboard.breaking.untold')}
        </small>
      </span>
      <span className={style.rowEnd}>
        {t('dashboard.hours', { hours: Math.max(0, Math.floor(row.hoursLeft)) })}
        <small>
          <Day on={row.endsOn} at={row.endsAt} />
        </small>
      </span>
    </li>
  );
}
