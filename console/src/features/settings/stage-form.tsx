import { Button, Checkbox, Select, Switch, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { CalendarStage } from '../../../../contract/settings.ts';
import { Icon } from '../../shell/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { fitting, isShareOutOfOrder, movedTo } from './calendar-edits.ts';
import style from './settings.module.css';

const tones = ['early', 'reminder', 'urgent', 'lapsed'] as const;
const templates = ['early', 'last-days', 'expired', 'reissue'] as const;
const purposes = ['safety', 'reminder', 'offer'] as const;
const parts = ['main', 'installs', 'pays'] as const;
const laterChannels = ['call', 'console-message', 'banner', 'webhook'] as const;

interface StageFormProps {
  readonly stage: CalendarStage;
  /** All of the calendar, this one among them. */
  readonly stages: readonly CalendarStage[];
  readonly change: (stage: CalendarStage) => void;
  readonly remove: () => void;
  readonly close: () => void;
}

/** Everything about one stage. What is changed here is kept when the calendar is saved. */
export function StageForm({ stage, stages, change, remove, close }: StageFormProps) {
  const { t } = useWords();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const isAfter = stage.daysBefore <= 0;
  const isTaken = stages.some(({ id, daysBefore }) => id !== stage.id && daysBefore === stage.daysBefore);
  const set = (fields: Partial<CalendarStage>) => change({ ...stage, ...fields });
  const move = (moved: CalendarStage) => change(fitting(stages, moved));
  return (
    <fieldset className={style.card}>
      <legend className="unseen">{t('settings.stage.edit')}</legend>
      <div className={style.row}>
        <TextInput
          ref={first}
          className={style.number}
          type="number"
          min={0}
          max={400}
          label={t('settings.stage.days')}
          value={Math.abs(stage.daysBefore)}
          error={isTaken ? t('settings.stage.taken') : undefined}
          onChange={({ currentTarget: { value } }) => {
            if (value !== '') move(movedTo(stage, isAfter ? -Number(value) : Math.max(1, Number(value))));
          }}
        />
        <Select
          label={t('settings.stage.side')}
          value={isAfter ? 'after' : 'before'}
          onChange={(side) => {
            const days = Math.max(1, Math.abs(stage.daysBefore));
            move(movedTo(stage, side === 'after' ? -days : days));
          }}
          data={['before', 'after'].map((value) => ({ value, label: t(`settings.stage.side.${value}`) }))}
        />
        {isAfter ? (
          <TextInput
            className={style.number}
            type="number"
            min={1}
            max={60}
            label={t('settings.stage.open-for')}
            value={stage.openForDays ?? 14}
            onChange={({ currentTarget: { value } }) => {
              if (Number(value) >= 1) set({ openForDays: Math.min(60, Number(value)) });
            }}
          />
        ) : (
          <ShareField stage={stage} isWrong={isShareOutOfOrder(stages, stage)} set={set} />
        )}
      </div>
      {!isAfter && <p className="quiet">{t('settings.stage.share.line')}</p>}
      <div className={style.row}>
        <Select
          label={t('settings.field.template')}
          value={stage.template}
          onChange={(template) => set({ template: template as CalendarStage['template'] })}
          data={templates.map((value) => ({ value, label: t(`settings.template.${value}`) }))}
        />
        <Select
          label={t('settings.field.tone')}
          value={stage.tone}
          onChange={(tone) => set({ tone: tone as CalendarStage['tone'] })}
          data={tones.map((value) => ({ value, label: t(`settings.tone.${value}`) }))}
        />
        <Select
          label={t('settings.field.purpose')}
          value={stage.purpose}
          onChange={(purpose) => set({ purpose: purpose as CalendarStage['purpose'] })}
          data={purposes.map((value) => ({ value, label: t(`settings.purpose.${value}`) }))}
        />
      </div>
      <Checkbox.Group
        label={t('settings.field.escalateTo')}
        description={t('settings.escalate.line')}
        value={[...stage.escalateTo]}
        onChange={(escalateTo) => set({ escalateTo: escalateTo as CalendarStage['escalateTo'] })}
      >
        <div className={style.chips}>
          {parts.map((value) => (
            <Checkbox key={value} value={value} label={t(`settings.part.${value}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Switch
        label={t('settings.field.lastSafety')}
        description={t('settings.safety.line')}
        checked={stage.lastSafety}
        onChange={({ currentTarget: { checked } }) => set({ lastSafety: checked })}
      />
      <Switch
        label={t('settings.field.urgent')}
        description={t('settings.urgent.line')}
        checked={stage.urgent}
        onChange={({ currentTarget: { checked } }) => set({ urgent: checked })}
      />
      <p className="quiet">
        {t('settings.channels.line', {
          later: laterChannels.map((one) => t(`settings.channel.${one}`)).join(', '),
        })}
      </p>
      <div className={style.row}>
        <Button onClick={close}>{t('settings.stage.done')}</Button>
        <Button variant="subtle" color="red" leftSection={<Icon name="close" size={16} />} onClick={remove}>
          {t('settings.stage.remove')}
        </Button>
      </div>
    </fieldset>
  );
}

interface ShareFieldProps {
  readonly stage: CalendarStage;
  /** In some lifetimes it would come before a stage that it follows. */
  readonly isWrong: boolean;
  readonly set: (fields: Partial<CalendarStage>) => void;
}

/** As hundredths of the lifetime; empty: however long the life, always the days. */
function ShareField({ stage, isWrong, set }: ShareFieldProps) {
  const { t } = useWords();
  const shown = stage.share === null ? '' : Math.round(stage.share * 1000) / 10;
  return (
    <TextInput
      className={style.number}
      type="number"
      min={0.1}
      max={100}
      step={0.1}
      label={t('settings.stage.share')}
      error={isWrong ? t('settings.stage.share.wrong') : undefined}
      placeholder={t('settings.stage.share.none')}
      value={shown}
      onChange={({ currentTarget: { value } }) => {
        if (value === '') set({ share: null });
        else if (Number(value) > 0) set({ share: Math.min(1, Math.max(0.001, Number(value) / 100)) });
      }}
    />
  );
}
