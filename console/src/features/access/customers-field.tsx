import { Checkbox, MultiSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { Member } from '../../../../contract/access.ts';
import type { customersPage } from '../../../../contract/customers.ts';
import { api } from '../../api/client.ts';
import { useWords } from '../../words/use-words.ts';
import style from './access.module.css';

export type Limits = Member['limitedTo'];

interface CustomersFieldProps {
  readonly limits: Limits;
  readonly set: (limits: Limits) => void;
}

/** All customers, or those chosen here. */
export function CustomersField({ limits, set }: CustomersFieldProps) {
  const { t } = useWords();
  return (
    <div className={style.limits}>
      <Checkbox
        label={t('access.limit')}
        description={t('access.limit.line')}
        checked={limits !== null}
        onChange={(event) => set(event.currentTarget.checked ? [] : null)}
      />
      {limits && <Chosen limits={limits} set={set} />}
    </div>
  );
}

const most = 1000;

function Chosen({ limits, set }: { limits: NonNullable<Limits>; set: (limits: Limits) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const { data } = useQuery({
    queryKey: ['customers-by-name', text],
    queryFn: ({ signal }) =>
      api.get<z.infer<typeof customersPage>>('/customers', { text, limit: 20 }, signal),
    placeholderData: keepPreviousData,
  });
  const known = new Map([...limits, ...(data?.rows ?? [])].map(({ id, name }) => [id, name]));
  const choose = (ids: string[]) => {
    set(ids.map((id) => ({ id, name: known.get(id) ?? id })));
    setTyped('');
  };
  return (
    <MultiSelect
      label={t('access.limit.customers')}
      placeholder={limits.length === 0 ? t('access.limit.find') : ''}
      {...(limits.length === 0 ? { description: t('access.limit.none') } : {})}
      data={[...known].map(([value, label]) => ({ value, label }))}
      // The server has searched.
      filter={({ options }) => options}
      value={limits.map(({ id }) => id)}
      onChange={choose}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      hidePickedOptions
      maxValues={most}
      nothingFoundMessage={t('list.filter.none')}
    />
  );
}
