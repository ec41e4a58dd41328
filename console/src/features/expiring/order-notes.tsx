import type { OrderView } from '../../../../contract/orders.ts';
import { useWords } from '../../words/use-words.ts';
import { Notes } from '../notes/notes.tsx';
import { Section } from './section.tsx';

/** What colleagues have written down about this order. */
export function OrderNotes({ order: { id, customer, notes } }: { order: OrderView }) {
  const { t } = useWords();
  return (
    <Section title={t('expiring.view.notes')}>
      <Notes about={{ of: 'orders', id, customer: customer.id }} notes={notes} />
    </Section>
  );
}
