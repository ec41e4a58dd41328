import { Button, Menu } from '@mantine/core';
import { apiPath, type Query } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { Icon } from '../../shell/icon.tsx';
import { useWords } from '../../words/use-words.ts';

/** The list as the filters show it, as a file. */
export function MessagesExport({ filter }: { filter: Query }) {
  const { t } = useWords();
  if (!useMay('exports:make') || filter.state === 'preview') return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<Icon name="download" size={16} />}>{t('messages.export')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {['csv', 'xlsx'].map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={apiPath('/messages/export', { ...filter, format })}
            download
          >
            {t(`messages.export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
