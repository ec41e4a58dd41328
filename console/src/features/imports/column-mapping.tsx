import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ImportMapping, ImportPlan } from '../../../../contract/imports.ts';
import { useWords } from '../../words/use-words.ts';
import style from './column-mapping.module.css';
import { useFieldWords } from './field-words.ts';
import { isCurrency, type ReadingChoice, ReadingChoices } from './reading-choices.tsx';

interface ColumnMappingProps {
  readonly plan: ImportPlan;
  /** Reads the file again with what was chosen. */
  readonly read: (mapping: ImportMapping) => void;
  readonly isBusy: boolean;
}

type Columns = Readonly<Record<string, string | null>>;

/** How the file is read, and each heading with what it was read as; whatever is wrong is corrected here. */
export function ColumnMapping({ plan, read, isBusy }: ColumnMappingProps) {
  const { t } = useWords();
  const [chosen, choose] = useState<Columns>({});
  const [reading, setReading] = useState<ReadingChoice>({});
  const fieldOf = (heading: string, field: string | null) =>
    heading in chosen ? (chosen[heading] ?? null) : field;
  const clash = twice(plan.columns.map(({ heading, field }) => fieldOf(heading, field)));
  const hasOtherColumns = 'encoding' in reading || 'separator' in reading || 'sheet' in reading;
  const hasChanged = Object.keys(chosen).length > 0 || Object.keys(reading).length > 0;
  const isBlocked = (clash !== null && !hasOtherColumns) || !isWhole(reading);
  const send = () => {
    const columns = Object.fromEntries(
      plan.columns.map(({ heading, field }) => [heading, fieldOf(heading, field)]),
    );
    // With another encoding, separator or sheet there are other columns.
    read(hasOtherColumns ? reading : { ...reading, columns });
  };
  return (
    <div>
      <ReadingChoices
        plan={plan}
        chosen={reading}
        choose={(change) => setReading({ ...reading, ...change })}
      />
      <ul className={style.columns}>
        {plan.columns.map(({ heading, field }, at) => (
          <ColumnLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may have a heading twice; its columns stay in place
            key={`${at}-${heading}`}
            heading={heading}
            field={fieldOf(heading, field)}
            fields={plan.fields}
            clash={clash}
            choose={(next) => choose({ ...chosen, [heading]: next })}
          />
        ))}
      </ul>
      {(hasChanged || plan.job.stage === 'stopped') && (
        <div className={style.actions}>
          <Button variant="filled" loading={isBusy} disabled={isBlocked} onClick={send}>
            {t(hasChanged ? 'imports.read-again' : 'imports.read-now')}
          </Button>
          {hasChanged && (
            <Button
              variant="subtle"
              onClick={() => {
                choose({});
                setReading({});
              }}
            >
              {t('shell.cancel')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function isWhole({ currency }: ReadingChoice): boolean {
  return !currency || isCurrency(currency);
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
