import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Member, People } from '../../../../contract/access.ts';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { Icon } from '../../shell/icon.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './access.module.css';
import { Invitations } from './invitations.tsx';
import { InviteForm } from './invite-form.tsx';
import { limitedText } from './limited-text.ts';
import { RightsForm } from './rights-form.tsx';

export function PeoplePage() {
  const { t } = useWords();
  const mayManage = useMay('people:manage');
  const [isInviting, setInviting] = useState(false);
  const [edited, setEdited] = useState<Member | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['people'],
    queryFn: () => api.get<People>('/access/people'),
  });
  if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={5} />;
  return (
    <>
      <PageHead title={t('nav.people')} line={t('access.people.line')}>
        {mayManage && (
          <Button variant="filled" leftSection={<Icon name="plus" />} onClick={() => setInviting(true)}>
            {t('access.people.invite')}
          </Button>
        )}
      </PageHead>
      <ul className={style.lines}>
        {data.members.map((member) => (
          <li key={member.id}>
            <Person member={member} />
            <span className={style.actions}>
              <span className={style.mark}>{t(`access.role.${member.role}`)}</span>
              {member.disabledAt && <span className={style.mark}>{t('access.people.disabled')}</span>}
              {mayManage && !member.isSelf && (
                <Button
                  aria-label={t('access.people.change-of', { name: member.name })}
                  onClick={() => setEdited(member)}
                >
                  {t('access.people.change')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {data.invitations.length > 0 && <Invitations invitations={data.invitations} mayManage={mayManage} />}
      {isInviting && <InviteForm close={() => setInviting(false)} />}
      {edited && <RightsForm id={edited.id} close={() => setEdited(null)} />}
    </>
  );
}

function Person({ member }: { member: Member }) {
  const words = useWords();
  const { t } = words;
  const facts = [
    member.email,
    member.twoFactor ? t('access.people.two-factor') : null,
    member.seesPrices ? t('access.people.prices') : null,
    member.limitedTo ? limitedText(words, member.limitedTo) : null,
  ];
  return (
    <span>
      {member.name}
      {member.isSelf && ` (${t('access.people.you')})`}
      <small>
        {facts.filter(Boolean).join(' · ')}
        {member.lastUsedAt && (
          <>
            {' · '}
            <Moment at={member.lastUsedAt} short />
          </>
        )}
      </small>
    </span>
  );
}
