import { Button, Menu } from '@mantine/core';
import { apiPath, type Query } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { Icon } from '../../shell/icon.tsx';
import { useWords } from '../../words/use-words.ts';

interface ExportMenuProps {
  readonly filter: Query;
  readonly sort: string;
  /** Rows chosen by hand: only these leave. */
  readonly clocks?: readonly string[];
}

/** An address holds so many rows; beyond, the filters say it better. */
const mostChosen = 500;

/** The list as the filters show it, or what is chosen of it, as a file. */
export function ExportMenu({ filter, sort, clocks }: ExportMenuProps) {
  const { t } = useWords();
  if (!useMay('exports:make') || (clocks && clocks.length > mostChosen)) return null;
  const address = (format: string) =>
    apiPath('/expiring/export', { ...filter, sort, format, clocks: clocks?.join(',') });
  return (
    <Menu position={clocks ? 'top-start' : 'bottom-end'} withinPortal={clocks !== undefined}>
      <Menu.Target>
        {clocks ? (
          <Button size="xs" data-size="xs">
            {t('expiring.export')}
          </Button>
        ) : (
          <Button leftSection={<Icon name="download" size={16} />}>{t('expiring.export')}</Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {['csv', 'xlsx'].map((format) => (
          <Menu.Item key={format} component="a" href={address(format)} download>
            {t(`expiring.export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
