import { Checkbox, Switch, TextInput } from '@mantine/core';
import type { SendingRules } from '../../../../contract/settings.ts';
import { useWords } from '../../words/use-words.ts';
import { EffectPanel } from './effect-panel.tsx';
import { HolidaysField } from './holidays-field.tsx';
import { NumberField } from './number-field.tsx';
import { Part } from './part.tsx';
import { PartPage } from './part-page.tsx';
import style from './settings.module.css';
import { useEffectOf } from './use-effect-of.ts';
import type { PartDraft } from './use-part-draft.ts';

export function SendingRulesPage() {
  return (
    <PartPage<SendingRules>
      part="sending"
      isWrong={({ workingDays }) => workingDays.length === 0}
      aside={(draft) => <Effect draft={draft} />}
    >
      {(draft) => (
        <>
          <Hours draft={draft} />
          <Holidays draft={draft} />
          <Frequency draft={draft} />
          <Volume draft={draft} />
        </>
      )}
    </PartPage>
  );
}

type Draft = { readonly draft: PartDraft<SendingRules> };

function Effect({ draft }: Draft) {
  const isChanged = draft.changed.length > 0 && draft.value.workingDays.length > 0;
  const effect = useEffectOf(isChanged ? { sending: draft.value } : null);
  return (
    <EffectPanel
      isChanged={isChanged}
      isWorking={effect.isWorking}
      answer={effect.data}
      error={effect.error}
    />
  );
}

const days = ['1', '2', '3', '4', '5', '6', '7'];
/** A Monday. */
const monday = Date.UTC(2026, 0, 5);

function Hours({ draft: { value, set } }: Draft) {
  const { t, locale } = useWords();
  const nameOf = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const { quietHours } = value;
  return (
    <Part title={t('settings.hours')} line={t('settings.hours.line')}>
      <div className={style.row}>
        <TextInput
          type="time"
          className={style.number}
          label={t('settings.hours.from')}
          value={quietHours.until}
          onChange={({ currentTarget: { value: until } }) =>
            until && set({ quietHours: { ...quietHours, until } })
          }
        />
        <TextInput
          type="time"
          className={style.number}
          label={t('settings.hours.until')}
          value={quietHours.from}
          onChange={({ currentTarget: { value: from } }) =>
            from && set({ quietHours: { ...quietHours, from } })
          }
        />
      </div>
      <Checkbox.Group
        label={t('settings.field.workingDays')}
        error={value.workingDays.length === 0 ? t('settings.days.one') : undefined}
        value={value.workingDays.map(String)}
        onChange={(chosen) => set({ workingDays: chosen.map(Number).sort() })}
      >
        <div className={style.chips}>
          {days.map((day) => (
            <Checkbox key={day} value={day} label={nameOf.format(monday + (Number(day) - 1) * 86_400_000)} />
          ))}
        </div>
      </Checkbox.Group>
    </Part>
  );
}

function Holidays({ draft: { value, set } }: Draft) {
  const { t } = useWords();
  return (
    <Part title={t('settings.field.holidays')} line={t('settings.holidays.line')}>
      <HolidaysField holidays={value.holidays} change={(holidays) => set({ holidays })} />
    </Part>
  );
}

function Frequency({ draft: { value, set } }: Draft) {
  const { t } = useWords();
  return (
    <Part title={t('settings.frequency')} line={t('settings.frequency.line')}>
      <NumberField
        label={t('settings.field.minDaysBetweenNotices')}
        description={t('settings.gap.line')}
        least={0}
        most={60}
        value={value.minDaysBetweenNotices}
        change={(minDaysBetweenNotices) => set({ minDaysBetweenNotices })}
      />
      <NumberField
        label={t('settings.field.dailyCap')}
        description={t('settings.cap.line')}
        least={1}
        most={50}
        value={value.dailyCap}
        change={(dailyCap) => set({ dailyCap })}
      />
      <NumberField
        label={t('settings.field.pullForwardDays')}
        description={t('settings.pull.line')}
        least={0}
        most={30}
        value={value.pullForwardDays}
        change={(pullForwardDays) => set({ pullForwardDays })}
      />
    </Part>
  );
}

function Volume({ draft: { value, set } }: Draft) {
  const { t } = useWords();
  const { unusualVolume, repeatUncertain } = value;
  return (
    <>
      <Part title={t('settings.field.unusualVolume')} line={t('settings.volume.line')}>
        <NumberField
          label={t('settings.volume.at-least')}
          least={1}
          most={10_000_000}
          value={unusualVolume.atLeast}
          change={(atLeast) => set({ unusualVolume: { ...unusualVolume, atLeast } })}
        />
        <NumberField
          label={t('settings.volume.times')}
          least={1}
          most={1000}
          value={unusualVolume.times}
          change={(times) => set({ unusualVolume: { ...unusualVolume, times } })}
        />
      </Part>
      <Part title={t('settings.field.repeatUncertain')} line={t('settings.uncertain.line')}>
        <Switch
          label={t('settings.uncertain.safety')}
          checked={repeatUncertain.safety}
          onChange={({ currentTarget: { checked } }) =>
            set({ repeatUncertain: { ...repeatUncertain, safety: checked } })
          }
        />
        <Switch
          label={t('settings.uncertain.others')}
          checked={repeatUncertain.others}
          onChange={({ currentTarget: { checked } }) =>
            set({ repeatUncertain: { ...repeatUncertain, others: checked } })
          }
        />
      </Part>
    </>
  );
}
