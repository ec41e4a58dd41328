import type { CustomerView } from '../../../../contract/customers.ts';
import { useWords } from '../../words/use-words.ts';
import { Notes } from '../notes/notes.tsx';
import { Part } from './part.tsx';

/** What colleagues should know. */
export function CustomerNotes({ customer: { id, notes } }: { customer: CustomerView }) {
  const { t } = useWords();
  return (
    <Part title={t('customers.notes')}>
      <Notes about={{ of: 'customers', id, customer: id }} notes={notes} />
    </Part>
  );
}
