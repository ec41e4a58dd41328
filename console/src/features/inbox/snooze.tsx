import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { usePreferences } from '../../api/use-session.ts';
import { Icon } from '../../shell/icon.tsx';
import { dayOf, dayText } from '../../shell/time-text.ts';
import { useWords } from '../../words/use-words.ts';
import style from './inbox.module.css';

interface SnoozeProps {
  /** Whose row it stands in, for who hears it. */
  readonly about: string;
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  readonly until: (day: string) => void;
}

/** Not today: until tomorrow, Monday, in two weeks, or another day. */
export function Snooze({ about, isOpen, setOpen, until }: SnoozeProps) {
  const { t, locale } = useWords();
  const { timeZone } = usePreferences();
  const today = dayOf(new Date(), timeZone);
  const tomorrow = dayAfter(today, 1);
  const [typed, setTyped] = useState('');
  const choose = (day: string) => {
    setOpen(false);
    until(day);
  };
  const days: [string, string][] = [
    [t('inbox.snooze.tomorrow'), tomorrow],
    [t('inbox.snooze.monday'), nextMonday(today)],
    [t('inbox.snooze.two-weeks'), dayAfter(today, 14)],
  ];
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus position="bottom-end">
      <Popover.Target>
        <Tooltip label={t('inbox.snooze')}>
          <ActionIcon
            aria-label={t('inbox.snooze.it', { what: about })}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="snooze" size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('inbox.snooze')}>
        <div className={style.days}>
          {days.map(([name, day]) => (
            <Button
              key={name}
              size="xs"
              data-size="xs"
              title={dayText(day, locale)}
              onClick={() => choose(day)}
            >
              {name}
            </Button>
          ))}
        </div>
        <form
          className={style.day}
          onSubmit={(event) => {
            event.preventDefault();
            if (typed > today) choose(typed);
          }}
        >
          <TextInput
            type="date"
            min={tomorrow}
            aria-label={t('inbox.snooze.day')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="filled" disabled={typed <= today}>
            {t('inbox.snooze')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The next Monday that is not today. */
function nextMonday(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return dayAfter(day, (8 - weekday) % 7 || 7);
}
