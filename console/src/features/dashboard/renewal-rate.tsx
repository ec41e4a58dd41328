import type { Dashboard } from '../../../../contract/dashboard.ts';
import { useWords } from '../../words/use-words.ts';
import style from './dashboard.module.css';
import { ListLink, Panel } from './panel.tsx';

/** Of the coverages that ended in the quarter, the share that somebody renewed; the definition is one click away. */
export function RenewalRate({ rate }: { rate: Dashboard['renewalRate'] }) {
  const { t } = useWords();
  return (
    <Panel title={t('dashboard.rate')} place="rate">
      <div className={style.rates}>
        <Quarter name={t('dashboard.rate.this')} quarter={rate.thisQuarter} isNow />
        <Quarter name={t('dashboard.rate.last')} quarter={rate.lastQuarter} />
      </div>
      <details className={style.definition}>
        <summary>{t('dashboard.rate.how')}</summary>
        <p>{t('dashboard.rate.definition')}</p>
      </details>
    </Panel>
  );
}

interface QuarterProps {
  readonly name: string;
  readonly quarter: Dashboard['renewalRate']['thisQuarter'];
  readonly isNow?: boolean;
}

function Quarter({ name, quarter, isNow = false }: QuarterProps) {
  const { t, rich, locale } = useWords();
  const { rate, renewed, ended, list, renewedList } = quarter;
  const shown =
    rate === null ? '–' : rate.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <div className={style.quarter} data-now={isNow || undefined}>
      <strong>{shown}</strong>
      <span>{name}</span>
      <small>
        {ended === 0
          ? t('dashboard.rate.none')
          : rich('dashboard.rate.of', {
              renewed: (
                <ListLink key="renewed" list={renewedList}>
                  {renewed.toLocaleString(locale)}
                </ListLink>
              ),
              ended: (
                <ListLink key="ended" list={list}>
                  {ended.toLocaleString(locale)}
                </ListLink>
              ),
            })}
      </small>
    </div>
  );
}
