import { NativeSelect, TextInput } from '@mantine/core';
import {
  type ImportMapping,
  type ImportPlan,
  importEncodings,
  importSeparators,
} from '../../../../contract/imports.ts';
import { useWords } from '../../words/use-words.ts';
import style from './column-mapping.module.css';
import { separatorWords } from './file-facts.tsx';

export type ReadingChoice = Pick<ImportMapping, 'dates' | 'encoding' | 'separator' | 'sheet' | 'currency'>;

interface ReadingChoicesProps {
  readonly plan: ImportPlan;
  readonly chosen: ReadingChoice;
  readonly choose: (change: ReadingChoice) => void;
}

/** How the file as a whole is read: encoding, separator, sheet, order of dates, currency of bare prices. */
export function ReadingChoices({ plan, chosen, choose }: ReadingChoicesProps) {
  const isBook = plan.format === 'xlsx' || (plan.format === null && /\.xlsx$/i.test(plan.job.file));
  return (
    <div className={style.choices}>
      {isBook ? (
        <Sheet plan={plan} chosen={chosen} choose={choose} />
      ) : (
        <>
          <Encoding plan={plan} chosen={chosen} choose={choose} />
          <Separator plan={plan} chosen={chosen} choose={choose} />
        </>
      )}
      <Dates plan={plan} chosen={chosen} choose={choose} />
      <Currency plan={plan} chosen={chosen} choose={choose} />
    </div>
  );
}

function Encoding({ plan, chosen, choose }: ReadingChoicesProps) {
  const { t } = useWords();
  return (
    <NativeSelect
      label={t('imports.encoding')}
      description={t('imports.encoding.what')}
      value={(chosen.encoding === undefined ? plan.encoding : chosen.encoding) ?? ''}
      data={[
        { value: '', label: t('imports.find-out') },
        ...importEncodings.map((value) => ({ value, label: t(`imports.encoding.${value}`) })),
      ]}
      onChange={(event) =>
        choose({ encoding: (event.currentTarget.value || null) as ImportPlan['encoding'] })
      }
    />
  );
}

function Separator({ plan, chosen, choose }: ReadingChoicesProps) {
  const { t } = useWords();
  return (
    <NativeSelect
      label={t('imports.separator')}
      description={t('imports.separator.what')}
      value={(chosen.separator === undefined ? plan.separator : chosen.separator) ?? ''}
      data={[
        { value: '', label: t('imports.find-out') },
        ...importSeparators.map((value) => ({ value, label: separatorWords(t, value) })),
      ]}
      onChange={(event) =>
        choose({ separator: (event.currentTarget.value || null) as ImportPlan['separator'] })
      }
    />
  );
}

function Sheet({ plan, chosen, choose }: ReadingChoicesProps) {
  const { t } = useWords();
  if (plan.sheets.length < 2) return null;
  return (
    <NativeSelect
      label={t('imports.sheet')}
      description={t('imports.sheet.what')}
      value={chosen.sheet ?? plan.sheet ?? ''}
      data={[...plan.sheets]}
      onChange={(event) => choose({ sheet: event.currentTarget.value })}
    />
  );
}

/** 03/04: the third of April or the fourth of March. */
function Dates({ plan, chosen, choose }: ReadingChoicesProps) {
  const { t } = useWords();
  const isOpen = plan.job.stage === 'failed';
  if (plan.dates === null && !isOpen) return null;
  const current = chosen.dates ?? plan.dates;
  return (
    <NativeSelect
      label={t('imports.dates')}
      description={t(isOpen ? 'imports.dates.open' : 'imports.dates.what')}
      value={current ?? ''}
      data={[
        ...(current === null ? [{ value: '', label: t('imports.dates.choose') }] : []),
        { value: 'day-first', label: t('imports.dates.day-first') },
        { value: 'month-first', label: t('imports.dates.month-first') },
      ]}
      onChange={(event) =>
        event.currentTarget.value && choose({ dates: event.currentTarget.value as 'day-first' })
      }
    />
  );
}

/** Asked for only where prices came without a currency, or one was said. */
function Currency({ plan, chosen, choose }: ReadingChoicesProps) {
  const { t } = useWords();
  const isMissing = plan.remarks.some(({ code }) => code === 'unknown-currency');
  if (!isMissing && plan.currency === null) return null;
  const current = (chosen.currency === undefined ? plan.currency : chosen.currency) ?? '';
  return (
    <TextInput
      label={t('imports.currency')}
      description={t('imports.currency.what')}
      value={current}
      maxLength={3}
      placeholder="EUR"
      error={current !== '' && !isCurrency(current) ? t('imports.currency.shape') : undefined}
      onChange={(event) => choose({ currency: event.currentTarget.value.toUpperCase() || null })}
    />
  );
}

export const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text);
