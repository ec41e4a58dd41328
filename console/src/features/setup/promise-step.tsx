import { useQuery } from '@tanstack/react-query';
import type { PartView, Promises } from '../../../../contract/settings.ts';
import type { SetupAuthorities, SetupAuthority } from '../../../../contract/setup.ts';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import { AuthorityPromise } from './authority-promise.tsx';
import { DaysKeptPicture } from './days-kept-picture.tsx';
import style from './setup.module.css';

/** What renewing early keeps, explained once; then a person's word for each authority, with where it is written. */
export function PromiseStep() {
  const { t } = useWords();
  const mayChange = useMay('settings:change');
  const held = useQuery({
    queryKey: ['settings', 'promises'],
    queryFn: () => api.get<PartView<Promises>>('/settings/promises'),
    refetchOnWindowFocus: false,
  });
  const asked = useQuery({
    queryKey: ['setup-authorities'],
    queryFn: () => api.get<SetupAuthorities>('/setup/authorities'),
  });
  const error = held.error ?? asked.error;
  if (error) return <ProblemNote problem={error} again={() => void [held.refetch(), asked.refetch()]} />;
  if (!held.data || !asked.data) return <PageSkeleton rows={6} />;
  const { authorities } = asked.data;
  return (
    <div className={style.body}>
      <DaysKeptPicture />
      <p>{t('setup.promise.unless')}</p>
      {!mayChange && <p className="quiet">{t('settings.read-only')}</p>}
      {authorities.length === 0 && <p className="quiet">{t('setup.promise.no-orders')}</p>}
      <ul className={style.authorities}>
        {(authorities.length > 0 ? authorities : [everybody(t('setup.promise.all'))]).map((authority) => (
          <li key={authority.key}>
            <AuthorityPromise authority={authority} seen={held.data} mayChange={mayChange} />
          </li>
        ))}
      </ul>
      <p>
        <PageLink to="/settings/promises">{t('setup.promise.all-of-them')}</PageLink>
      </p>
    </div>
  );
}

/** Before there are orders: a promise for whatever comes. */
function everybody(name: string): SetupAuthority {
  return { key: '', name, published: null };
}
