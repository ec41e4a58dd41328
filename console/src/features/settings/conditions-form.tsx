import { Button, Checkbox, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type {
  CalendarConditionsShown,
  CalendarShown,
  ConditionChoices,
} from '../../../../contract/settings.ts';
import { api } from '../../api/client.ts';
import { Icon } from '../../shell/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { isGeneral } from './calendar-edits.ts';
import style from './settings.module.css';

interface ConditionsFormProps {
  readonly calendar: CalendarShown;
  readonly isFirst: boolean;
  readonly change: (calendar: CalendarShown) => void;
  readonly earlier: () => void;
  readonly remove: () => void;
}

const lists = ['families', 'products', 'authorities', 'divisions', 'countries', 'owners'] as const;
const levels = ['DV', 'OV', 'EV'] as const;
const kinds = ['customer', 'agency'] as const;

/** For whom a calendar of its own is: chosen from what this inventory holds. */
export function ConditionsForm({ calendar, isFirst, change, earlier, remove }: ConditionsFormProps) {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: ['settings-choices'],
    queryFn: () => api.get<ConditionChoices>('/settings/calendars/choices'),
    staleTime: 300_000,
  });
  const { when } = calendar;
  const set = (fields: CalendarConditionsShown) => change({ ...calendar, when: { ...when, ...fields } });
  // What this inventory does not hold cannot be chosen by.
  const hasAny = (list: (typeof lists)[number]) =>
    (data?.[list].length ?? 0) > 0 || (when[list]?.length ?? 0) > 0;
  return (
    <fieldset className={style.card}>
      <legend className="unseen">{t('settings.conditions')}</legend>
      <TextInput
        label={t('settings.calendar.name')}
        value={calendar.name ?? ''}
        maxLength={80}
        error={calendar.name ? undefined : t('settings.calendar.name.missing')}
        onChange={({ currentTarget: { value } }) => change({ ...calendar, name: value || null })}
      />
      <p className="quiet">{t('settings.conditions.line')}</p>
      {isGeneral(calendar) && <p className={style.wrong}>{t('settings.conditions.none')}</p>}
      <div className={style.row}>
        <Checkbox.Group
          label={t('settings.condition.levels')}
          value={[...(when.levels ?? [])]}
          onChange={(value) => set({ levels: value as (typeof levels)[number][] })}
        >
          <div className={style.chips}>
            {levels.map((value) => (
              <Checkbox key={value} value={value} label={value} />
            ))}
          </div>
        </Checkbox.Group>
        <Checkbox.Group
          label={t('settings.condition.customerKinds')}
          value={[...(when.customerKinds ?? [])]}
          onChange={(value) => set({ customerKinds: value as (typeof kinds)[number][] })}
        >
          <div className={style.chips}>
            {kinds.map((value) => (
              <Checkbox key={value} value={value} label={t(`settings.condition.${value}`)} />
            ))}
          </div>
        </Checkbox.Group>
      </div>
      {lists.filter(hasAny).map((list) => (
        <TagsInput
          key={list}
          label={t(`settings.condition.${list}`)}
          value={[...(when[list] ?? [])]}
          data={data?.[list] ?? []}
          maxTags={200}
          clearable={false}
          onChange={(value) =>
            set({ [list]: list === 'countries' ? value.map((one) => one.toUpperCase().slice(0, 2)) : value })
          }
        />
      ))}
      <div className={style.row}>
        <Button disabled={isFirst} onClick={earlier}>
          {t('settings.calendar.earlier')}
        </Button>
        <Button variant="subtle" color="red" leftSection={<Icon name="close" size={16} />} onClick={remove}>
          {t('settings.calendar.remove')}
        </Button>
      </div>
    </fieldset>
  );
}
