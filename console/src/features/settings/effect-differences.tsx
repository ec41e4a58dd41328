import type { EffectDifference, RulesEffect } from '../../../../contract/settings.ts';
import { QuickLink } from '../../shell/page-link.tsx';
import { shortDayText } from '../../shell/time-text.ts';
import { useWords } from '../../words/use-words.ts';
import style from './effect.module.css';

const shownAtOnce = 6;

/** The first orders of which something is said otherwise, in words. */
export function EffectDifferences({ effect }: { effect: RulesEffect }) {
  const { t } = useWords();
  const shown = new Set(effect.differences.map(({ order }) => order)).size;
  return (
    <section className={style.differences}>
      <h3>
        {t('settings.effect.first', {
          shown,
          orders: effect.orders,
          isAll: shown < effect.orders ? 'no' : 'yes',
        })}
      </h3>
      <Orders of={effect.differences.slice(0, shownAtOnce)} />
      {effect.differences.length > shownAtOnce && (
        <details>
          <summary>{t('settings.effect.more', { count: effect.differences.length - shownAtOnce })}</summary>
          <Orders of={effect.differences.slice(shownAtOnce)} />
        </details>
      )}
    </section>
  );
}

function Orders({ of }: { of: readonly EffectDifference[] }) {
  const { t } = useWords();
  return (
    <ul>
      {of.map((one) => (
        <li key={`${one.order} ${one.kind}`}>
          <QuickLink kind="order" id={one.order}>
            {one.customerName}
          </QuickLink>
          <small>{t('settings.effect.order', { number: one.orderNumber, kind: one.kind })}</small>
          <p>
            <Words one={one} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Words({ one }: { one: EffectDifference }) {
  const { t, locale } = useWords();
  const text = (words: EffectDifference['before']) =>
    words
      .map(({ day, stage }) =>
        t(stage > 0 ? 'settings.effect.word' : 'settings.effect.word-after', {
          day: shortDayText(day, locale),
          days: Math.abs(stage),
        }),
      )
      .join(', ');
  // A stage that only has another number says the same on the same day.
  const known = new Set(one.before.map(({ day }) => day));
  const kept = new Set(one.after.map(({ day }) => day));
  const gone = text(one.before.filter(({ day }) => !kept.has(day)));
  const come = text(one.after.filter(({ day }) => !known.has(day)));
  if (gone && come) return t('settings.effect.instead', { come, gone });
  if (come) return t('settings.effect.comes', { come });
  return gone
    ? t('settings.effect.goes', { gone })
    : t('settings.effect.other-words', { days: text(one.after) });
}
