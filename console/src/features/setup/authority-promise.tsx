import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DaysKeptPromise, PartView, Promises } from '../../../../contract/settings.ts';
import type { SetupAuthority } from '../../../../contract/setup.ts';
import { dayText } from '../../shell/time-text.ts';
import { useWords } from '../../words/use-words.ts';
import { PromiseForm } from './promise-form.tsx';
import style from './setup.module.css';

interface AuthorityPromiseProps {
  readonly authority: SetupAuthority;
  readonly seen: PartView<Promises>;
  readonly mayChange: boolean;
}

/** One authority: what is published, what is promised, and the form in which somebody stands behind it. */
export function AuthorityPromise({ authority, seen, mayChange }: AuthorityPromiseProps) {
  const { t } = useWords();
  const [isAsking, ask] = useState(false);
  const own = seen.value.carryOver.filter((promise) => isFor(promise, authority.key));
  return (
    <section className={style.authority} aria-label={authority.name}>
      <h3>{authority.name}</h3>
      <Published authority={authority} />
      {own.map((promise) => (
        <Promised key={`${promise.name} ${promise.from ?? ''}`} promise={promise} />
      ))}
      {own.length === 0 && !isAsking && <p>{t('setup.promise.nothing')}</p>}
      {isAsking && <PromiseForm authority={authority} seen={seen} done={() => ask(false)} />}
      {mayChange && !isAsking && own.length === 0 && (
        <div>
          <Button
            aria-label={t('setup.promise.write-of', { name: authority.name })}
            onClick={() => ask(true)}
          >
            {t('setup.promise.write')}
          </Button>
        </div>
      )}
    </section>
  );
}

function isFor({ authority }: DaysKeptPromise, key: string): boolean {
  return (authority ?? '').toLowerCase() === key.toLowerCase();
}

function Published({ authority: { key, published } }: { authority: SetupAuthority }) {
  const { t, locale } = useWords();
  if (key === '') return null;
  if (!published) return <p className="quiet">{t('setup.promise.published.none')}</p>;
  const until = published.until === null ? '' : dayText(published.until, locale);
  const words = published.inForce ? 'in-force' : 'over';
  return (
    <p className="quiet">
      {t(`setup.promise.published.${words}`, {
        how: published.carriesOver ? 'kept' : 'lost',
        days: published.windowDays,
        until,
      })}
    </p>
  );
}

function Promised({ promise }: { promise: DaysKeptPromise }) {
  const { t } = useWords();
  const { carriesOver, windowDays, maxCarriedDays, source, confirmedBy } = promise;
  return (
    <p className={style.good}>
      {t('setup.promise.promised', {
        how: carriesOver ? 'kept' : 'lost',
        days: windowDays,
        most: maxCarriedDays ?? -1,
      })}{' '}
      <span className="quiet">
        {t(`settings.promises.confirmed.${confirmedBy}`)}: {source}
      </span>
    </p>
  );
}
