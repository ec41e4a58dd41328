import { Checkbox } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';
import type { RowProps } from './grid-props.ts';

export function RowCheck<T>({ item, selecting, nameOf }: RowProps<T>) {
  const { t } = useWords();
  return (
    <Checkbox
      aria-label={t('list.choose', { name: nameOf(item.row) })}
      checked={selecting.selection.ids.has(item.id)}
      onChange={() => {}}
      onClick={(event) => selecting.toggle(item.id, event.shiftKey)}
    />
  );
}
