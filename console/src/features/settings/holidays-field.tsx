import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KnownHolidays, SendingRules } from '../../../../contract/settings.ts';
import { api } from '../../api/client.ts';
import { Icon } from '../../shell/icon.tsx';
import { dayText } from '../../shell/time-text.ts';
import { useWords } from '../../words/use-words.ts';
import style from './settings.module.css';

type Holidays = SendingRules['holidays'];
interface HolidaysFieldProps {
  readonly holidays: Holidays;
  readonly change: (holidays: Holidays) => void;
}

/** Days off by country; Spain's national ones can be filled in, all others are kept by hand. */
export function HolidaysField({ holidays, change }: HolidaysFieldProps) {
  const { t, locale } = useWords();
  const [country, setCountry] = useState('');
  const { data } = useQuery({
    queryKey: ['known-holidays'],
    queryFn: () => api.get<{ countries: KnownHolidays[] }>('/settings/holidays/known'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const nameOf = new Intl.DisplayNames([locale], { type: 'region' });
  const set = (code: string, days: readonly string[]) => {
    const { [code]: _, ...others } = holidays;
    change(days.length === 0 ? others : { ...others, [code]: [...new Set(days)].sort() });
  };
  const isCode = /^[A-Za-z]{2}$/.test(country);
  return (
    <>
      {Object.keys(holidays).length === 0 && <p className="quiet">{t('settings.holidays.none')}</p>}
      {Object.entries(holidays)
        .toSorted()
        .map(([code, days]) => (
          <Country key={code} name={nameOf.of(code) ?? code} days={days} change={(next) => set(code, next)} />
        ))}
      {data?.countries.map((known) => (
        <div key={known.country}>
          <Button
            onClick={() =>
              set(known.country, [...(holidays[known.country] ?? []), ...known.days.map(({ day }) => day)])
            }
          >
            {t('settings.holidays.fill', {
              country: nameOf.of(known.country) ?? known.country,
              from: known.days[0]?.day.slice(0, 4) ?? '',
              until: known.days.at(-1)?.day.slice(0, 4) ?? '',
            })}
          </Button>
          <p className="quiet">
            {t('settings.holidays.source')}{' '}
            <a href={known.sourceUrl} target="_blank" rel="noreferrer">
              {known.source}
            </a>
          </p>
        </div>
      ))}
      <div className={style.row}>
        <TextInput
          label={t('settings.holidays.country')}
          description={t('settings.holidays.country.line')}
          className={style.number}
          style={{ width: 220 }}
          maxLength={2}
          value={country}
          onChange={(event) => setCountry(event.currentTarget.value)}
        />
        <Button
          disabled={!isCode}
          onClick={() => {
            const code = country.toUpperCase();
            set(code, holidays[code] ?? [`${new Date().getFullYear() + 1}-01-01`]);
            setCountry('');
          }}
        >
          {t('settings.holidays.add-country')}
        </Button>
      </div>
    </>
  );
}

interface CountryProps {
  readonly name: string;
  readonly days: readonly string[];
  readonly change: (days: readonly string[]) => void;
}

function Country({ name, days, change }: CountryProps) {
  const { t, locale } = useWords();
  const [day, setDay] = useState('');
  return (
    <details>
      <summary className={style.summary}>
        {t('settings.holidays.of', { country: name, count: days.length })}
      </summary>
      <ul className={style.days}>
        {days.map((one) => (
          <li key={one}>
            {dayText(one, locale)}
            <button
              type="button"
              aria-label={t('settings.holidays.remove', { day: dayText(one, locale) })}
              onClick={() => change(days.filter((other) => other !== one))}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        ))}
      </ul>
      <div className={style.row}>
        <TextInput
          type="date"
          label={t('settings.holidays.day')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Button
          disabled={day === ''}
          onClick={() => {
            change([...days, day]);
            setDay('');
          }}
        >
          {t('settings.holidays.add')}
        </Button>
      </div>
    </details>
  );
}
