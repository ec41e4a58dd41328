import { Button } from '@mantine/core';
import type { ExpiringRow } from '../../../../contract/expiring.ts';
import type { Query } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { useWords } from '../../words/use-words.ts';
import { ExportMenu } from './export-menu.tsx';
import { OwnerMenu } from './owner-menu.tsx';
import { SendNow } from './send-now.tsx';
import type { OrderChanges } from './use-order-changes.ts';

interface ExpiringBulkProps {
  readonly chosen: readonly ExpiringRow[];
  readonly changes: OrderChanges;
  readonly clear: () => void;
  /** Of the list that they were chosen from. */
  readonly filter: Query;
  readonly sort: string;
}

/** What can be done with the chosen orders at once. */
export function ExpiringBulk({ chosen, changes, clear, filter, sort }: ExpiringBulkProps) {
  const { t } = useWords();
  const maySwitch = useMay('notices:switch');
  const mayAssign = useMay('customers:assign');
  const maySend = useMay('messages:send');
  const orders = [...new Set(chosen.map(({ order }) => order))];
  const button = (label: string, run: () => void) => (
    <Button
      size="xs"
      data-size="xs"
      onClick={() => {
        run();
        clear();
      }}
    >
      {label}
    </Button>
  );
  return (
    <>
      {maySwitch && button(t('expiring.bulk.notices-off'), () => void changes.switchNotices(orders, false))}
      {maySwitch && button(t('expiring.bulk.notices-on'), () => void changes.switchNotices(orders, true))}
      {mayAssign && (
        <OwnerMenu
          label={t('expiring.assign-owner')}
          assign={(owner) => {
            void changes.assignOwner(orders, owner);
            clear();
          }}
        />
      )}
      <ExportMenu filter={filter} sort={sort} clocks={chosen.map(({ clock }) => clock)} />
      {maySend && (
        <SendNow
          count={orders.length}
          send={() => {
            void changes.sendNow(orders);
            clear();
          }}
        />
      )}
    </>
  );
}
