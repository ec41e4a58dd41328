import type { Dashboard } from '../../../../contract/dashboard.ts';
import { moneyText } from '../../shell/money-text.ts';
import { useWords } from '../../words/use-words.ts';
import style from './dashboard.module.css';
import { ListLink, Panel } from './panel.tsx';

const parts = ['renewed', 'promised', 'silent', 'lost'] as const;

/** What ends this month, by what became of it. */
export function MoneyThisMonth({ money }: { money: Dashboard['moneyThisMonth'] }) {
  const { t } = useWords();
  return (
    <Panel title={t('dashboard.money')} line={t('dashboard.money.line')}>
      {money.currencies.map((one) => (
        <MoneyOf key={one.currency} one={one} list={money.list} />
      ))}
    </Panel>
  );
}

function MoneyOf({ one, list }: { one: Dashboard['moneyThisMonth']['currencies'][number]; list: string }) {
  const { t, locale } = useWords();
  const total = parts.reduce((sum, part) => sum + Number(one[part].minor), 0);
  let before = 0;
  return (
    <div className={style.money}>
      <svg className={style.shares} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        {parts.map((part) => {
          const width = total === 0 ? 0 : (Number(one[part].minor) / total) * 100;
          const x = before;
          before += width;
          return <rect key={part} data-part={part} x={x} width={width} height="8" />;
        })}
      </svg>
      <dl className={style.facts}>
        {parts.map((part) => (
          <div key={part}>
            <dt>
              <i className={style.swatch} data-part={part} />
              {t(`dashboard.money.${part}`)}
            </dt>
            <dd>
              <ListLink list={list}>{moneyText(one[part], locale, 'round')}</ListLink>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
