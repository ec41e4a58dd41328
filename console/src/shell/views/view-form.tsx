import { Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import type { SavedView } from '../../../../contract/views.ts';
import { useMay } from '../../api/use-session.ts';
import { useWords } from '../../words/use-words.ts';
import { Field, Form } from '../form/form.tsx';
import { useSubmit } from '../form/use-submit.ts';
import { useAddressWords } from '../use-address.ts';
import type { Listed } from './use-listed.ts';
import { useViewChanges } from './use-view-changes.ts';
import { ownWords } from './view-words.ts';

/** Gives what is shown a name. */
export function NewViewForm({ listed, close }: { listed: Listed; close: () => void }) {
  const { t } = useWords();
  const words = ownWords(useAddressWords());
  const mayShare = useMay('views:share');
  const { add } = useViewChanges(listed.page);
  const [hasColumns, setHasColumns] = useState(listed.areChosen);
  const [isShared, share] = useState(false);
  const [isDefault, setDefault] = useState(false);
  const submitting = useSubmit(async ({ name = '' }) => {
    const columns = hasColumns && listed.columnKeys ? [...listed.columnKeys] : null;
    await add({ page: listed.page, name, words: { ...words }, columns, shared: isShared }, isDefault);
    close();
  });
  return (
    <ViewDialog title={t('views.new')} close={close}>
      <Form submitting={submitting} action={t('views.save')}>
        <Field
          submitting={submitting}
          name="name"
          label={t('views.name')}
          description={t('views.name.line')}
          maxLength={80}
          data-autofocus
        />
        {listed.areChosen && (
          <Checkbox
            label={t('views.with-columns')}
            checked={hasColumns}
            onChange={(event) => setHasColumns(event.currentTarget.checked)}
          />
        )}
        {mayShare && (
          <Checkbox
            label={t('views.share.with-all')}
            description={t('views.share.line')}
            checked={isShared}
            onChange={(event) => share(event.currentTarget.checked)}
          />
        )}
        <Checkbox
          label={t('views.default.wish')}
          checked={isDefault}
          onChange={(event) => setDefault(event.currentTarget.checked)}
        />
      </Form>
    </ViewDialog>
  );
}

export function RenameViewForm({ view, close }: { view: SavedView; close: () => void }) {
  const { t } = useWords();
  const { change } = useViewChanges(view.page);
  const submitting = useSubmit(async ({ name = '' }) => {
    if (name.trim() !== view.name) await change(view, { name }, 'renamed');
    close();
  });
  return (
    <ViewDialog title={t('views.rename.of', { name: view.name })} close={close}>
      <Form submitting={submitting} action={t('views.save')}>
        <Field
          submitting={submitting}
          name="name"
          label={t('views.name')}
          defaultValue={view.name}
          maxLength={80}
          data-autofocus
        />
      </Form>
    </ViewDialog>
  );
}

function ViewDialog({
  title,
  close,
  children,
}: {
  title: string;
  close: () => void;
  children: React.ReactNode;
}) {
  const { t } = useWords();
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size={440}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {children}
    </Modal>
  );
}
