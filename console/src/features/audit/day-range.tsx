import { wordOfDay } from '../../shell/time-text.ts';
import { useAddressWords, useChangeAddress } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import style from './audit.module.css';

/**
 * The first and the last day that are shown, where the person is. They stand in the address. The browser's own field
 * writes days as the browser's language does; while nobody types in it, the day stands there as everywhere else.
 */
export function DayRange() {
  const { t, locale } = useWords();
  const { from, until } = useAddressWords();
  const change = useChangeAddress();
  const field = (name: 'from' | 'until', limits: { min?: string; max?: string }, value = '') => (
    <label className={style.day}>
      {t(`audit.${name}`)}
      <span>{value === '' ? t('audit.any-day') : wordOfDay(value, locale)}</span>
      <input
        type="date"
        value={value}
        {...limits}
        onClick={({ currentTarget }) => showCalendar(currentTarget)}
        onChange={(event) => void change({ [name]: event.currentTarget.value || undefined })}
      />
    </label>
  );
  return (
    <>
      {field('from', until ? { max: until } : {}, from)}
      {field('until', from ? { min: from } : {}, until)}
    </>
  );
}

/** Where the browser has one; the field takes the typed day in any case. */
function showCalendar(field: HTMLInputElement): void {
  try {
    field.showPicker();
  } catch {
    // Not at a person's own hand, or in a frame: typing still works.
  }
}
