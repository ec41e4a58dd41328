import type { Dashboard } from '../../../../contract/dashboard.ts';
import { moneyText } from '../../shell/money-text.ts';
import { useWords } from '../../words/use-words.ts';
import style from './dashboard.module.css';
import { ListLink, Panel } from './panel.tsx';

type Month = Dashboard['moneyThisMonth'];
type Currency = Month['currencies'][number];

const parts = ['renewed', 'promised', 'silent', 'lost'] as const;

/** What ends this month, by what became of it; one line for each currency, never summed. */
export function MoneyThisMonth({ money }: { money: Month }) {
  const { t } = useWords();
  return (
    <Panel title={t('dashboard.money')} line={t('dashboard.money.line')} place="money">
      <table className={style.money}>
        <thead>
          <tr>
            <th scope="col">{t('dashboard.money.currency')}</th>
            {parts.map((part) => (
              <th key={part} scope="col">
                <i className={style.swatch} data-part={part} />
                {t(`dashboard.money.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {money.currencies.map((one) => (
            <MoneyLine key={one.currency} one={one} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function MoneyLine({ one }: { one: Currency }) {
  const { t, locale } = useWords();
  return (
    <tr>
      <th scope="row">
        {one.currency}
        <Shares one={one} />
      </th>
      {parts.map((part) => (
        <td key={part}>
          {one[part].count === 0 ? (
            <span className="quiet">0</span>
          ) : (
            <ListLink
              list={one[part].list}
              title={t('dashboard.money.orders', {
                count: one[part].count,
                amount: moneyText(one[part], locale),
              })}
            >
              {moneyText(one[part], locale, 'bare')}
            </ListLink>
          )}
        </td>
      ))}
    </tr>
  );
}

/** How the currency's amount is shared out, in one bar from zero to all of it. */
function Shares({ one }: { one: Currency }) {
  const total = parts.reduce((sum, part) => sum + Number(one[part].minor), 0);
  let before = 0;
  return (
    <svg className={style.shares} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      {parts.map((part) => {
        const width = total === 0 ? 0 : (Number(one[part].minor) / total) * 100;
        const x = before;
        before += width;
        return <rect key={part} data-part={part} x={x} width={width} height="6" />;
      })}
    </svg>
  );
}
