import type { OrderView } from '../../../../contract/orders.ts';
import { Day } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './order-view.module.css';
import { Section } from './section.tsx';

const shownAtOnce = 8;

/** The names that the order covers, and its certificates. */
export function OrderNames({ order }: { order: OrderView }) {
  const { t } = useWords();
  const { names, certificates } = order;
  const rest = names.slice(shownAtOnce);
  return (
    <>
      {names.length > 0 && (
        <Section title={t('expiring.view.names', { count: names.length })}>
          <NameList names={names.slice(0, shownAtOnce)} />
          {rest.length > 0 && (
            <details className={style.more}>
              <summary>{t('expiring.view.names-more', { count: rest.length })}</summary>
              <NameList names={rest} />
            </details>
          )}
        </Section>
      )}
      {certificates.length > 0 && (
        <Section title={t('expiring.view.certificates', { count: certificates.length })}>
          <ul className={style.lines}>
            {certificates.map((certificate) => (
              <li key={certificate.id} data-past={certificate.replacedAt !== null || undefined}>
                <p>
                  {certificate.validFrom && <Day on={certificate.validFrom} />} –{' '}
                  {certificate.validUntil && <Day on={certificate.validUntil} />}
                  {certificate.replacedAt && <span className="quiet"> · {t('expiring.view.replaced')}</span>}
                </p>
                {certificate.serial && (
                  <p className={style.serial}>
                    {t('expiring.view.serial')} {certificate.serial}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function NameList({ names }: { names: readonly string[] }) {
  return (
    <ul className={style.names}>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
