import { Button, Modal } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Member } from '../../../../contract/access.ts';
import { api, type Versioned } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { Form } from '../../shell/form/form.tsx';
import { useSubmit } from '../../shell/form/use-submit.ts';
import { Bar } from '../../shell/page-skeleton.tsx';
import { StaleNote } from '../../shell/problem/problem-note.tsx';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import { type ChosenRights, RightsFields, rightsBodyOf } from './rights-fields.tsx';

/** A colleague's rights, as they are now; a change made meanwhile by somebody else is shown and not overwritten. */
export function RightsForm({ id, close }: { id: string; close: () => void }) {
  const { t } = useWords();
  const { data, refetch } = useQuery({
    queryKey: ['people', id],
    queryFn: () => api.getVersioned<Member>(`/access/people/${id}`),
    gcTime: 0,
  });
  const title = data?.value.name ?? t('access.people.change');
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size={520}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {data ? (
        <Edit key={data.etag} seen={data} close={close} reload={() => void refetch()} />
      ) : (
        <Bar width="100%" height={260} />
      )}
    </Modal>
  );
}

interface EditProps {
  readonly seen: Versioned<Member>;
  readonly close: () => void;
  readonly reload: () => void;
}

function Edit({ seen, close, reload }: EditProps) {
  const { t } = useWords();
  const member = seen.value;
  const client = useQueryClient();
  const problemText = useProblemText();
  const [rights, setRights] = useState<ChosenRights>({
    role: member.role,
    seesPrices: member.seesPrices,
    limits: member.limitedTo,
  });
  const [isStale, setStale] = useState(false);
  const done = async (says: string) => {
    await client.invalidateQueries({ queryKey: ['people'] });
    toast({ text: t(says) });
    close();
  };
  const submitting = useSubmit(async () => {
    try {
      await api.patch(`/access/people/${member.id}`, { body: rightsBodyOf(rights), etag: seen.etag });
    } catch (error) {
      if (!isProblem(error, 'stale')) throw error;
      return setStale(true);
    }
    await done('shell.saved');
  });
  const word = member.disabledAt ? 'enable' : 'disable';
  const flip = async () => {
    try {
      await api.post(`/access/people/${member.id}/${word}`);
      await done(`access.people.${word}.done`);
    } catch (error) {
      toast({ text: problemText(error).what, tone: 'problem' });
    }
  };
  return (
    <>
      {isStale && <StaleNote reload={reload} />}
      <Form
        submitting={submitting}
        action={t('shell.save')}
        aside={
          <Button color="red" onClick={() => void flip()}>
            {t(`access.people.${word}`)}
          </Button>
        }
      >
        <RightsFields rights={rights} set={setRights} />
      </Form>
    </>
  );
}
