import { Button, Select, Switch, TextInput } from '@mantine/core';
import type { DaysKeptPromise, Promises } from '../../../../contract/settings.ts';
import { Icon } from '../../shell/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { NumberField } from './number-field.tsx';
import { Part } from './part.tsx';
import { PartPage } from './part-page.tsx';
import style from './settings.module.css';

export function PromisesPage() {
  const { t } = useWords();
  return (
    <PartPage<Promises> part="promises" isWrong={({ carryOver }) => carryOver.some(isUnfit)}>
      {({ value, set }) => (
        <Part title={t('settings.promises.what')} line={t('settings.promises.what.line')}>
          {value.carryOver.length === 0 && <p>{t('settings.promises.none')}</p>}
          {value.carryOver.map((promise, i) => (
            <PromiseFields
              // biome-ignore lint/suspicious/noArrayIndexKey: a promise has no name of its own but its place
              key={i}
              promise={promise}
              change={(next) => set({ carryOver: value.carryOver.with(i, next) })}
              remove={() => set({ carryOver: value.carryOver.toSpliced(i, 1) })}
            />
          ))}
          <div>
            <Button
              leftSection={<Icon name="plus" />}
              onClick={() => set({ carryOver: [...value.carryOver, blank] })}
            >
              {t('settings.promises.add')}
            </Button>
          </div>
        </Part>
      )}
    </PartPage>
  );
}

const blank: DaysKeptPromise = {
  ...{ name: '', windowDays: 90, carriesOver: true, source: '', confirmedBy: 'authority' },
};

function isUnfit({ name, source }: DaysKeptPromise): boolean {
  return name.trim() === '' || source.trim() === '';
}

interface PromiseFieldsProps {
  readonly promise: DaysKeptPromise;
  readonly change: (promise: DaysKeptPromise) => void;
  readonly remove: () => void;
}

function PromiseFields({ promise, change, remove }: PromiseFieldsProps) {
  const { t } = useWords();
  const set = (fields: Partial<DaysKeptPromise>) => change({ ...promise, ...fields });
  /** An empty field is none. */
  const setOrDrop = (field: 'authority' | 'product' | 'from' | 'until', text: string) => {
    const { [field]: _, ...rest } = promise;
    change(text === '' ? rest : { ...rest, [field]: text });
  };
  const missing = (text: string) => (text.trim() === '' ? t('settings.promises.missing') : undefined);
  return (
    <fieldset className={style.card}>
      <legend className="unseen">{promise.name || t('settings.promises.new')}</legend>
      <div className={style.promise}>
        <TextInput
          className={style.wide}
          label={t('settings.promises.name')}
          value={promise.name}
          maxLength={120}
          error={missing(promise.name)}
          onChange={({ currentTarget: { value } }) => set({ name: value })}
        />
        <TextInput
          label={t('settings.promises.authority')}
          placeholder={t('settings.promises.every')}
          value={promise.authority ?? ''}
          onChange={({ currentTarget: { value } }) => setOrDrop('authority', value)}
        />
        <TextInput
          label={t('settings.promises.product')}
          placeholder={t('settings.promises.every')}
          value={promise.product ?? ''}
          onChange={({ currentTarget: { value } }) => setOrDrop('product', value)}
        />
        <NumberField
          label={t('settings.promises.window')}
          least={0}
          most={400}
          value={promise.windowDays}
          change={(windowDays) => set({ windowDays })}
        />
        <TextInput
          type="number"
          min={0}
          max={400}
          label={t('settings.promises.most')}
          placeholder={t('settings.promises.no-most')}
          value={promise.maxCarriedDays ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const { maxCarriedDays: _, ...rest } = promise;
            const days = Math.min(400, Math.max(0, Math.round(Number(value))));
            change(value === '' ? rest : { ...rest, maxCarriedDays: days });
          }}
        />
        <TextInput
          type="date"
          label={t('settings.promises.from')}
          value={promise.from ?? ''}
          onChange={({ currentTarget: { value } }) => setOrDrop('from', value)}
        />
        <TextInput
          type="date"
          label={t('settings.promises.until')}
          value={promise.until ?? ''}
          onChange={({ currentTarget: { value } }) => setOrDrop('until', value)}
        />
        <Switch
          className={style.wide}
          label={t('settings.promises.carries')}
          checked={promise.carriesOver}
          onChange={({ currentTarget: { checked } }) => set({ carriesOver: checked })}
        />
        <TextInput
          className={style.wide}
          label={t('settings.promises.source')}
          description={t('settings.promises.source.line')}
          value={promise.source}
          maxLength={500}
          error={missing(promise.source)}
          onChange={({ currentTarget: { value } }) => set({ source: value })}
        />
        <Select
          className={style.wide}
          label={t('settings.promises.confirmed')}
          value={promise.confirmedBy}
          onChange={(by) => set({ confirmedBy: by as DaysKeptPromise['confirmedBy'] })}
          data={['authority', 'partner'].map((value) => ({
            value,
            label: t(`settings.promises.confirmed.${value}`),
          }))}
        />
      </div>
      <div>
        <Button variant="subtle" color="red" leftSection={<Icon name="close" size={16} />} onClick={remove}>
          {t('settings.promises.remove')}
        </Button>
      </div>
    </fieldset>
  );
}
