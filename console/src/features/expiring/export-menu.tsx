import { Button, Menu } from '@mantine/core';
import { apiPath, type Query } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { Icon } from '../../shell/icon.tsx';
import { useWords } from '../../words/use-words.ts';

/** The list as the filters show it, as a file. */
export function ExportMenu({ filter, sort }: { filter: Query; sort: string }) {
  const { t } = useWords();
  if (!useMay('exports:make')) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<Icon name="download" size={16} />}>{t('expiring.export')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {['csv', 'xlsx'].map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={apiPath('/expiring/export', { ...filter, sort, format })}
            download
          >
            {t(`expiring.export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
