import type { CustomerView } from '../../../../contract/customers.ts';
import { moneyText } from '../../shell/money-text.ts';
import { useWords } from '../../words/use-words.ts';
import style from './customers.module.css';
import { Part } from './part.tsx';

const figures = ['inForce', 'renewed', 'promised', 'silent', 'lost'] as const;

/** What they are worth, each currency by itself. Whoever may not see prices sees nothing of this. */
export function CustomerMoneyPart({ money }: { money: CustomerView['money'] }) {
  const { t, locale } = useWords();
  if (money.length === 0) return null;
  return (
    <Part title={t('customers.money')}>
      {money.map((one) => (
        <dl key={one.currency} className={style.facts}>
          {figures.map((figure) => (
            <div key={figure}>
              <dt title={t(`customers.money.${figure}.what`)}>{t(`customers.money.${figure}`)}</dt>
              <dd>{moneyText(one[figure], locale)}</dd>
            </div>
          ))}
        </dl>
      ))}
    </Part>
  );
}
