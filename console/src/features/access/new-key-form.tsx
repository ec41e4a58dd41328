import { Checkbox, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { keyMade } from '../../../../contract/access.ts';
import { api } from '../../api/client.ts';
import { Field, Form } from '../../shell/form/form.tsx';
import { useSubmit } from '../../shell/form/use-submit.ts';
import { useWords } from '../../words/use-words.ts';
import style from './access.module.css';
import { scopeGroups, scopeText } from './scope-groups.ts';

interface NewKeyFormProps {
  readonly scopes: readonly string[];
  readonly close: () => void;
  readonly made: () => void;
}

const lives = ['30', '90', '365', ''];

/** The key itself is shown once, here. */
export function NewKeyForm({ scopes, close, made }: NewKeyFormProps) {
  const words = useWords();
  const { t } = words;
  const [chosen, setChosen] = useState<string[]>([]);
  const [days, setDays] = useState('365');
  const [key, setKey] = useState<string | null>(null);
  const submitting = useSubmit(async ({ name }) => {
    const body = { name, scopes: chosen, days: days === '' ? null : Number(days) };
    setKey((await api.post<z.infer<typeof keyMade>>('/access/keys', { body })).key);
    made();
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t('access.keys.make')}
      size={560}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {key ? (
        <>
          <p>{t('access.keys.once')}</p>
          <code className={style.secret}>{key}</code>
        </>
      ) : (
        <Form submitting={submitting} action={t('access.keys.make')}>
          <Field
            submitting={submitting}
            name="name"
            label={t('access.keys.name')}
            description={t('access.keys.name.line')}
            data-autofocus
          />
          <Select
            label={t('access.keys.life')}
            value={days}
            onChange={(next) => setDays(next ?? '')}
            data={lives.map((value) => ({ value, label: t('access.keys.days', { days: Number(value) }) }))}
          />
          <Checkbox.Group value={chosen} onChange={setChosen}>
            <p className={style.scopesTitle}>{t('access.keys.scopes')}</p>
            {scopeGroups(scopes).map((group) => (
              <fieldset key={group.name} className={style.scopes}>
                <legend>{t(`scope.group.${group.name}`)}</legend>
                {group.scopes.map((scope) => (
                  <Checkbox key={scope} value={scope} label={scopeText(words, scope)} title={scope} />
                ))}
              </fieldset>
            ))}
          </Checkbox.Group>
        </Form>
      )}
    </Modal>
  );
}
