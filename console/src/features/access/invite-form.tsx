import { Modal, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InvitationMade } from '../../../../contract/access.ts';
import { api } from '../../api/client.ts';
import { Field, Form } from '../../shell/form/form.tsx';
import { useSubmit } from '../../shell/form/use-submit.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import { InvitationLink } from './invitation-link.tsx';
import { type ChosenRights, RightsFields, rightsBodyOf } from './rights-fields.tsx';

export function InviteForm({ close }: { close: () => void }) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const [rights, setRights] = useState<ChosenRights>({ role: 'sales', seesPrices: false, limits: null });
  const [link, setLink] = useState<string | null>(null);
  const submitting = useSubmit(async ({ email, name, language: theirs }) => {
    const made = await api.post<InvitationMade>('/access/invitations', {
      body: { email, name, language: theirs, ...rightsBodyOf(rights) },
    });
    await client.invalidateQueries({ queryKey: ['people'] });
    if (made.link) return setLink(made.link);
    toast({ text: t('access.invite.mailed') });
    close();
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t('access.people.invite')}
      size={520}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {link ? (
        <InvitationLink link={link} />
      ) : (
        <Form submitting={submitting} action={t('access.invite.action')}>
          <Field submitting={submitting} name="name" label={t('access.name')} data-autofocus />
          <Field submitting={submitting} name="email" type="email" label={t('access.email')} />
          <Select
            name="language"
            label={t('access.language')}
            defaultValue={language}
            data={['es', 'en'].map((value) => ({ value, label: t(`access.choice.${value}`) }))}
          />
          <RightsFields rights={rights} set={setRights} />
        </Form>
      )}
    </Modal>
  );
}
