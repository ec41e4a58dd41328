import type { PerhapsRenewedRow } from '../../../../contract/perhaps-renewed.ts';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { Day } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './perhaps-renewed.module.css';

type Side = PerhapsRenewedRow['old'];

interface OrderSideProps {
  readonly side: Side;
  /** The order it is held beside: what differs is set off. */
  readonly against?: Side;
  /** Names that no candidate covers. */
  readonly missing?: readonly string[];
  /** How many of its servers no candidate reaches. */
  readonly serversLeft?: number;
}

const shownNames = 4;

/** One of the two orders, line by line, so that the eye can go across. */
export function OrderSide({ side, against, missing = [], serversLeft = 0 }: OrderSideProps) {
  const { t } = useWords();
  const differs = (field: 'product' | 'serverCount') =>
    (against !== undefined && against[field] !== side[field]) || undefined;
  const names = [...side.names].sort((a, b) => Number(missing.includes(b)) - Number(missing.includes(a)));
  return (
    <div className={style.side}>
      <p>
        <QuickLink kind="order" id={side.id}>
          {side.number}
        </QuickLink>
        {!against && (
          <span className="quiet">
            {' · '}
            <PageLink to={`/customers/${side.customer.id}`}>{side.customer.name}</PageLink>
          </span>
        )}
      </p>
      <ul className={style.names}>
        {names.slice(0, shownNames).map((name) => (
          <li key={name}>
            {missing.includes(name) ? (
              <mark className={style.missing}>
                {name} <small>{t('perhaps-renewed.left-out')}</small>
              </mark>
            ) : (
              name
            )}
          </li>
        ))}
        {names.length > shownNames && (
          <li className="quiet" title={names.slice(shownNames).join(', ')}>
            {t('perhaps-renewed.more-names', { count: names.length - shownNames })}
          </li>
        )}
      </ul>
      <p className={style.small}>
        {side.coversFrom && <Day on={side.coversFrom} />} –{' '}
        {side.coversUntil && <Day on={side.coversUntil} />}
      </p>
      <p className={style.small}>
        <span data-differs={differs('product')}>{side.product}</span>
        {side.serverCount !== null && (
          <span data-differs={differs('serverCount')}>
            {' · '}
            {t('perhaps-renewed.servers', { count: side.serverCount })}
          </span>
        )}
        {serversLeft > 0 && (
          <>
            {' '}
            <mark className={style.missing}>{t('perhaps-renewed.servers-left', { count: serversLeft })}</mark>
          </>
        )}
      </p>
    </div>
  );
}
