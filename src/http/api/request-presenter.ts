import type { RequestEvent as EventShown, RequestRow } from '../../../contract/requests.ts';
import { authorityName } from '../../catalogue/authorities.ts';
import { displayHostName } from '../../inventory/display-host-name.ts';
import type { UndoStep } from '../../inventory/undo-step.ts';
import type { RowId } from '../../kernel/ids.ts';
import type { RequestChanged } from '../../renewals/change-requests.ts';
import type { RequestEvent, RequestLine } from '../../renewals/load-requests.ts';
import { presentMoney } from './present-money.ts';

export interface RequestPresenting {
  readonly today: string;
  readonly seesPrices: boolean;
  /** Orders of the inventory by number, for the link to the new one. */
  readonly orderIds: ReadonlyMap<string, RowId>;
}

export function presentRequestLine(
  line: RequestLine,
  { today, seesPrices, orderIds }: RequestPresenting,
): RequestRow {
  const { id, state, how, owner, nextOn, note, silent, closedBy } = line;
  const number = state === 'renewed' ? (line.newNumber ?? line.renewedBy) : null;
  return {
    ...{ id, state, how, owner, nextOn, note, silent, closedBy },
    order: {
      id: line.order,
      number: line.number,
      authorityName: authorityName(line.authority),
      commonName: line.commonName === null ? null : displayHostName(line.commonName),
      moreNames: Math.max(0, line.nameCount - 1),
      product: line.product,
      coversFrom: line.coversFrom,
      coversUntil: line.coversUntil,
      owner: line.orderOwner,
      renewed: line.renewed,
    },
    customer: { id: line.customer, name: line.customerName, account: line.accountNumber },
    askedAt: line.at.toString(),
    askedBy: line.personName,
    overdue: state === 'open' && nextOn !== null && nextOn < today,
    reason: line.reason as RequestRow['reason'],
    newOrder: number === null ? null : { id: orderIds.get(number) ?? null, number },
    closedAt: line.closedAt?.toString() ?? null,
    price: presentMoney(line.price, seesPrices),
  };
}

export function presentRequestEvent({ at, kind, personName, before, after }: RequestEvent): EventShown {
  return { at: at.toString(), kind, by: personName, before: { ...before }, after: { ...after } };
}

/** How a change of a request is taken back. */
export function requestStep({ request, before, after }: RequestChanged): UndoStep {
  return { kind: 'request', id: request, before, after };
}
