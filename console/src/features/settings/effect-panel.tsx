import { useId } from 'react';
import type { EffectAnswer, RulesEffect } from '../../../../contract/settings.ts';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { RingProgress } from '../../shell/ring.tsx';
import { dayText } from '../../shell/time-text.ts';
import { useWords } from '../../words/use-words.ts';
import style from './effect.module.css';
import { EffectChart } from './effect-chart.tsx';
import { EffectDifferences } from './effect-differences.tsx';
import { useStageWords } from './stage-words.ts';

interface EffectPanelProps {
  readonly isChanged: boolean;
  readonly isWorking: boolean;
  readonly answer: EffectAnswer | undefined;
  readonly error: unknown;
}

/** What the draft would do in the next thirty days, beside it while it is edited. */
export function EffectPanel({ isChanged, isWorking, answer, error }: EffectPanelProps) {
  const { t } = useWords();
  const id = useId();
  const effect = isChanged ? answer?.effect : undefined;
  return (
    <section id="settings-effect" className={style.panel} aria-labelledby={id} aria-busy={isWorking}>
      <div className={style.head}>
        <h2 id={id}>{t('settings.effect')}</h2>
        {isWorking && <RingProgress done={null} size={22} label={t('settings.effect.working')} />}
      </div>
      <div aria-live="polite">
        {!isChanged && <p className="quiet">{t('settings.effect.none-yet')}</p>}
        {isChanged && error !== null && !isWorking && <ProblemNote problem={error} />}
        {effect && <Summary effect={effect} />}
      </div>
      {effect && <Details effect={effect} />}
    </section>
  );
}

function Summary({ effect }: { effect: RulesEffect }) {
  const { t, locale } = useWords();
  const { before, after } = effect.notices;
  const { more, fewer, otherwise } = effect.customers;
  const isSame = effect.orders === 0;
  return (
    <>
      <p className={style.sum}>
        <span>{before.toLocaleString(locale)}</span>
        <span aria-hidden="true"> → </span>
        <span className="unseen">{t('settings.effect.to')}</span>
        <strong>{after.toLocaleString(locale)}</strong> {t('settings.effect.notices', { count: after })}
      </p>
      <p>
        {isSame
          ? t('settings.effect.same')
          : t('settings.effect.customers', { more, fewer, otherwise, orders: effect.orders })}
      </p>
      <p className={style.fine}>
        {t('settings.effect.span', {
          from: dayText(effect.from, locale),
          until: dayText(effect.until, locale),
          clocks: effect.clocks,
        })}{' '}
        {effect.sampledOneIn > 1 && t('settings.effect.sample', { oneIn: effect.sampledOneIn })}
      </p>
    </>
  );
}

function Details({ effect }: { effect: RulesEffect }) {
  const { t, locale } = useWords();
  const stageWords = useStageWords();
  const changed = effect.perStage.filter(({ before, after }) => before !== after);
  return (
    <>
      <EffectChart days={effect.perDay} />
      {changed.length > 0 && (
        <table className={style.table}>
          <caption>{t('settings.effect.per-stage')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('settings.stage')}</th>
              <th scope="col">{t('settings.effect.before')}</th>
              <th scope="col">{t('settings.effect.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ kind, stage, before, after }) => (
              <tr key={`${kind} ${stage}`}>
                <th scope="row">
                  {stageWords(stage)}
                  <small>{t(`settings.kind.${kind}`)}</small>
                </th>
                <td>{before.toLocaleString(locale)}</td>
                <td>{after.toLocaleString(locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {effect.differences.length > 0 && <EffectDifferences effect={effect} />}
    </>
  );
}
