import { Button, Menu } from '@mantine/core';
import { apiPath, type Query } from '../api/client.ts';
import { useMay } from '../api/use-session.ts';
import { useWords } from '../words/use-words.ts';
import { Icon } from './icon.tsx';

interface ExportMenuProps {
  /** The list's address below the API: `/plan`. */
  readonly list: string;
  readonly filter: Query;
  /** Where its words begin: `plan.export`, `plan.export.csv`, `plan.export.xlsx`. */
  readonly words: string;
}

/** A list as its filters show it, as a file; for whoever may write one. */
export function ExportMenu({ list, filter, words }: ExportMenuProps) {
  const { t } = useWords();
  if (!useMay('exports:make')) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<Icon name="download" size={16} />}>{t(words)}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {['csv', 'xlsx'].map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={apiPath(`${list}/export`, { ...filter, format })}
            download
          >
            {t(`${words}.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
