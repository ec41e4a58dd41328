import { Checkbox } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';
import type { RowProps } from './grid-props.ts';

export function RowCheck<T>({ item, selecting, nameOf, isPhone }: RowProps<T>) {
  const { t } = useWords();
  return (
    <Checkbox
      // 24 pixels: what a finger finds (WCAG 2.2, 2.5.8).
      {...(isPhone ? { size: 'md' } : {})}
      aria-label={t('list.choose', { name: nameOf(item.row) })}
      checked={selecting.selection.ids.has(item.id)}
      onChange={() => {}}
      onClick={(event) => selecting.toggle(item.id, event.shiftKey)}
    />
  );
}
