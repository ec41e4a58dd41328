import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { usePreferences } from '../../api/use-session.ts';
import { dayOf } from '../../shell/time-text.ts';
import { useWords } from '../../words/use-words.ts';
import style from './requests.module.css';

const choices = [1, 7, 14, 30];

interface NextDateProps {
  /** On the button. */
  readonly label: string;
  readonly value: string | null;
  readonly set: (on: string | null) => void;
}

/** When to look at it again: one of the usual days, another one, or none. */
export function NextDate({ label, value, set }: NextDateProps) {
  const { t } = useWords();
  const { timeZone } = usePreferences();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(value ?? '');
  const choose = (on: string | null) => {
    setOpen(false);
    set(on);
  };
  const inDays = (days: number) => {
    const day = new Date(`${dayOf(new Date(), timeZone)}T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() + days);
    return day.toISOString().slice(0, 10);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus position="bottom-start">
      <Popover.Target>
        <Button size="xs" data-size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('requests.next')}>
        <div className={style.days}>
          {choices.map((days) => (
            <Button key={days} size="xs" data-size="xs" onClick={() => choose(inDays(days))}>
              {t('requests.next.in', { days })}
            </Button>
          ))}
        </div>
        <form
          className={style.day}
          onSubmit={(event) => {
            event.preventDefault();
            if (typed) choose(typed);
          }}
        >
          <TextInput
            type="date"
            aria-label={t('requests.next.day')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="filled">
            {t('requests.next.set')}
          </Button>
        </form>
        {value !== null && (
          <Button size="xs" data-size="xs" variant="subtle" onClick={() => choose(null)}>
            {t('requests.next.clear')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
