import { useQuery } from '@tanstack/react-query';
import { ownersQuery } from '../../api/colleagues.ts';
import { useMay } from '../../api/use-session.ts';
import { useWords } from '../../words/use-words.ts';

/** Says of an owner that nobody's account has that name: such a one hears of nothing here. */
export function NoAccount({ owner }: { owner: string | null }) {
  const { t } = useWords();
  const may = useMay('customers:read');
  const { data } = useQuery({ ...ownersQuery, enabled: may && owner !== null });
  const known = data?.rows.find(({ name }) => name === owner);
  if (!known || known.people.length > 0) return null;
  return (
    <span className="quiet" title={t('expiring.owner.no-account.line')}>
      {t('expiring.owner.no-account')}
    </span>
  );
}
