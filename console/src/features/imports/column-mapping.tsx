import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ImportMapping, ImportPlan } from '../../../../contract/imports.ts';
import { useWords } from '../../words/use-words.ts';
import style from './column-mapping.module.css';
import { useFieldWords } from './field-words.ts';

interface ColumnMappingProps {
  readonly plan: ImportPlan;
  /** Reads the file again with what was chosen. */
  readonly read: (mapping: ImportMapping) => void;
  readonly isBusy: boolean;
}

type Dates = NonNullable<ImportMapping['dates']>;

/** Each heading of the file and what it was read as; whatever is wrong is corrected here. */
export function ColumnMapping({ plan, read, isBusy }: ColumnMappingProps) {
  const { t } = useWords();
  const [chosen, choose] = useState<Readonly<Record<string, string | null>>>({});
  const [dates, setDates] = useState<Dates | null>(null);
  const fieldOf = (heading: string, field: string | null) =>
    heading in chosen ? (chosen[heading] ?? null) : field;
  const clash = twice(plan.columns.map(({ heading, field }) => fieldOf(heading, field)));
  const hasChanged = Object.keys(chosen).length > 0 || dates !== null;
  const send = () => {
    const columns = Object.fromEntries(
      plan.columns.map(({ heading, field }) => [heading, fieldOf(heading, field)]),
    );
    read(dates === null ? { columns } : { columns, dates });
  };
  return (
    <div>
      <ul className={style.columns}>
        {plan.columns.map(({ heading, field }) => (
          <ColumnLine
            key={heading}
            heading={heading}
            field={fieldOf(heading, field)}
            fields={plan.fields}
            clash={clash}
            choose={(next) => choose({ ...chosen, [heading]: next })}
          />
        ))}
      </ul>
      <DateOrder plan={plan} chosen={dates} choose={setDates} />
      {hasChanged && (
        <div className={style.actions}>
          <Button variant="filled" loading={isBusy} disabled={clash !== null} onClick={send}>
            {t('imports.read-again')}
          </Button>
          <Button
            variant="subtle"
            onClick={() => {
              choose({});
              setDates(null);
            }}
          >
            {t('shell.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A field that two columns claim. */
function twice(fields: readonly (string | null)[]): string | null {
  return fields.find((field, at) => field !== null && fields.indexOf(field) !== at) ?? null;
}

interface ColumnLineProps {
  readonly heading: string;
  readonly field: string | null;
  readonly fields: readonly string[];
  readonly clash: string | null;
  readonly choose: (field: string | null) => void;
}

function ColumnLine({ heading, field, fields, clash, choose }: ColumnLineProps) {
  const { t, locale } = useWords();
  const { fieldWords } = useFieldWords();
  const options = fields
    .map((value) => ({ value, label: fieldWords(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  const label = heading === '' ? t('imports.no-heading') : heading;
  const isClash = clash !== null && clash === field;
  return (
    <li className={style.column} data-out={field === null || undefined}>
      <strong className={style.heading} title={label}>
        {label}
      </strong>
      <NativeSelect
        aria-label={t('imports.column-is', { column: label })}
        value={field ?? ''}
        error={isClash ? t('imports.twice', { field: fieldWords(clash) }) : undefined}
        data={[{ value: '', label: t('imports.left-out') }, ...options]}
        onChange={(event) => choose(event.currentTarget.value || null)}
      />
    </li>
  );
}

interface DateOrderProps {
  readonly plan: ImportPlan;
  readonly chosen: Dates | null;
  readonly choose: (dates: Dates) => void;
}

/** 03/04: the third of April or the fourth of March. */
function DateOrder({ plan, chosen, choose }: DateOrderProps) {
  const { t } = useWords();
  const isOpen = plan.job.stage === 'failed';
  if (plan.dates === null && !isOpen) return null;
  const current = chosen ?? plan.dates;
  return (
    <div className={style.dates}>
      <NativeSelect
        label={t('imports.dates')}
        description={t(isOpen ? 'imports.dates.open' : 'imports.dates.what')}
        value={current ?? ''}
        data={[
          ...(current === null ? [{ value: '', label: t('imports.dates.choose') }] : []),
          { value: 'day-first', label: t('imports.dates.day-first') },
          { value: 'month-first', label: t('imports.dates.month-first') },
        ]}
        onChange={(event) => event.currentTarget.value && choose(event.currentTarget.value as Dates)}
      />
    </div>
  );
}
