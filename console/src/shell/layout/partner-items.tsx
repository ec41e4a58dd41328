import { Menu } from '@mantine/core';
import { choosePartner } from '../../api/chosen-partner.ts';
import { queryClient } from '../../api/query-client.ts';
import { useSession } from '../../api/use-session.ts';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';

/** For who belongs to several partners: which one is worked for. The console begins anew with it. */
export function PartnerItems() {
  const { t } = useWords();
  const session = useSession();
  if (!session || session.partners.length < 2) return null;
  const choose = (slug: string) => {
    choosePartner(slug);
    queryClient.clear();
    window.location.assign('/');
  };
  return (
    <>
      <Menu.Label>{t('shell.partner')}</Menu.Label>
      {session.partners.map(({ slug, name }) => {
        const isHere = slug === session.partner.slug;
        return (
          <Menu.Item
            key={slug}
            aria-current={isHere}
            rightSection={isHere && <Icon name="check" size={16} />}
            onClick={() => (isHere ? undefined : choose(slug))}
          >
            {name}
          </Menu.Item>
        );
      })}
      <Menu.Divider />
    </>
  );
}
