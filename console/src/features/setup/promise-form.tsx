import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DaysKeptPromise, PartView, Promises, SettingsSaved } from '../../../../contract/settings.ts';
import type { SetupAuthority } from '../../../../contract/setup.ts';
import { api } from '../../api/client.ts';
import { Form } from '../../shell/form/form.tsx';
import { useSubmit } from '../../shell/form/use-submit.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import style from './setup.module.css';

interface PromiseFormProps {
  readonly authority: SetupAuthority;
  readonly seen: PartView<Promises>;
  readonly done: () => void;
}

/** A person's word for one authority: what is kept, from when, who says so and where it is written. */
export function PromiseForm({ authority, seen, done }: PromiseFormProps) {
  const { t } = useWords();
  const client = useQueryClient();
  const [keeps, setKeeps] = useState(true);
  const submitting = useSubmit(async ({ windowDays, most, source, confirmedBy }) => {
    const promise: DaysKeptPromise = {
      name: t('setup.promise.name', { name: authority.name }),
      ...(authority.key === '' ? {} : { authority: authority.key }),
      windowDays: Number(windowDays),
      carriesOver: keeps,
      ...(keeps && most ? { maxCarriedDays: Number(most) } : {}),
      source: (source ?? '').trim(),
      confirmedBy: confirmedBy === 'partner' ? 'partner' : 'authority',
    };
    const body = { value: { carryOver: [...seen.value.carryOver, promise] } };
    const saved = await api
      .put<SettingsSaved>('/settings/promises', { body, etag: seen.etag })
      .finally(() => client.invalidateQueries({ queryKey: ['settings', 'promises'] }));
    await client.invalidateQueries({ queryKey: ['setup'] });
    toast({ text: t('setup.promise.saved', { name: authority.name }), undo: saved.undo });
    done();
  });
  return (
    <Form
      submitting={submitting}
      action={t('setup.promise.save')}
      aside={
        <Button variant="subtle" onClick={done}>
          {t('shell.cancel')}
        </Button>
      }
    >
      <Radio.Group
        label={t('setup.promise.days')}
        value={keeps ? 'kept' : 'lost'}
        onChange={(next) => setKeeps(next === 'kept')}
      >
        <div className={style.choices}>
          <Radio value="kept" label={t('setup.promise.kept')} autoFocus />
          <Radio value="lost" label={t('setup.promise.lost')} />
        </div>
      </Radio.Group>
      <div className={style.row}>
        <TextInput
          type="number"
          name="windowDays"
          required
          withAsterisk={false}
          min={0}
          max={400}
          label={t('settings.promises.window')}
          defaultValue={authority.published?.windowDays ?? 90}
        />
        {keeps && (
          <TextInput
            type="number"
            name="most"
            min={0}
            max={400}
            label={t('settings.promises.most')}
            placeholder={t('settings.promises.no-most')}
          />
        )}
      </div>
      <Textarea
        name="source"
        required
        withAsterisk={false}
        label={t('settings.promises.source')}
        description={t('settings.promises.source.line')}
        maxLength={500}
        autosize
        minRows={2}
      />
      <Radio.Group label={t('settings.promises.confirmed')} name="confirmedBy" defaultValue="authority">
        <div className={style.choices}>
          <Radio value="authority" label={t('settings.promises.confirmed.authority')} />
          <Radio value="partner" label={t('settings.promises.confirmed.partner')} />
        </div>
      </Radio.Group>
    </Form>
  );
}
