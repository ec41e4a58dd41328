import type { MoneyShown } from '../../../contract/list.ts';
import type { Money } from '../../kernel/money.ts';

/** Money for whoever may see it; null where there is none, or it is not for the caller. */
export function presentMoney(money: Money | null, seesPrices: boolean): MoneyShown | null {
  return money === null || !seesPrices ? null : { minor: money.minor.toString(), currency: money.currency };
}
