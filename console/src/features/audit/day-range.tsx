import { useAddressWords, useChangeAddress } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import style from './audit.module.css';

/** The first and the last day that are shown, where the person is. They stand in the address. */
export function DayRange() {
  const { t } = useWords();
  const { from, until } = useAddressWords();
  const change = useChangeAddress();
  const field = (name: 'from' | 'until', limits: { min?: string; max?: string }, value = '') => (
    <label className={style.day}>
      {t(`audit.${name}`)}
      <input
        type="date"
        value={value}
        {...limits}
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
