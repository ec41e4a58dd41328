import type { Context } from 'hono';
import type { MessageView } from '../../../contract/messages.ts';
import { isAllowed } from '../../access/authorise.ts';
import type { Caller } from '../../access/caller.ts';
import { maySeeCustomer } from '../../access/visible-customers.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Language } from '../../kernel/locale.ts';
import { answerWords } from '../../notices/answer-words.ts';
import { eventWords } from '../../notices/event-words.ts';
import { customerOfMessage } from '../../notices/load-messages.ts';
import { reasonName } from '../../notices/reason-name.ts';
import { type ShownMessage, showMessage, showPreview } from '../../notices/show-message.ts';
import type { ApiDeps, ApiEnv } from './api-context.ts';
import { scopeOfCaller } from './caller-scope.ts';

/** Throws `not-found` also for a message of a customer that the caller may not see. */
export async function messageOf(c: Context<ApiEnv>, deps: ApiDeps, id: string): Promise<ShownMessage> {
  const { partner, scope } = await scopeOfCaller(c, deps);
  if (id.startsWith('p')) {
    if (c.var.caller.customers !== null)
      throw new Fault('not-found', `there is no message ${id}`, { code: 'no-message', params: { id } });
    return showPreview(deps.sending, partner, id.slice(1));
  }
  const customer = await scope.transaction((tx) => customerOfMessage(tx, id));
  if (customer === undefined || !maySeeCustomer(c.var.caller, customer)) {
    throw new Fault('not-found', `there is no message ${id}`, { code: 'no-message', params: { id } });
  }
  return showMessage(deps.sending, partner, id);
}

/** A message in the words and within the rights of whoever looks at it. */
export function presentShown(
  id: string,
  shown: ShownMessage,
  { caller, language }: { readonly caller: Caller; readonly language: Language },
): MessageView {
  const { notice, head } = shown;
  const seesPrices = isAllowed(caller, 'prices:see');
  const rendered = seesPrices ? shown.rendered : shown.withoutPrices;
  const pricesHidden = shown.namesPrices && !seesPrices;
  const orders = notice?.deliveries.map(({ order }) => order) ?? [];
  return {
    id,
    state: notice?.state ?? 'preview',
    asSubmitted: shown.kind === 'fixed',
    to: shown.to.name === null ? shown.to.address : `${shown.to.name} <${shown.to.address}>`,
    subject: rendered.subject,
    stage: head.stage,
    purpose: head.purpose,
    plannedAt: shown.plannedAt.toString(),
    text: rendered.text,
    pricesHidden,
    hasBytes: !pricesHidden,
    deliveries: shown.deliveries.map((delivery, at) => ({
      order: orders[at] ?? null,
      number: delivery.orderNumber,
      clock: delivery.kind,
      stage: delivery.stage,
      droppedBy: delivery.droppedBy === null ? null : reasonName(delivery.droppedBy, language),
    })),
    events: shown.events.map((event) => ({
      at: event.at.toString(),
      words: eventWords(event, language),
      ...answerWords(event, language),
    })),
    ...aboutNotice(shown, caller),
  };
}

function aboutNotice({ notice, family, customer }: ShownMessage, caller: Caller) {
  const first = notice?.resendOf ?? null;
  return {
    customer,
    actions: notice && isAllowed(caller, 'messages:resend') ? actionsFor(notice) : [],
    asked: notice?.byHand ? { by: notice.askedBy, why: notice.askedWhy } : null,
    seen: notice?.seenAt ? { at: notice.seenAt.toString(), by: notice.seenBy } : null,
    family: family.map(({ id, addressKey, state, plannedAt }) => ({
      ...{ id, isFirst: id === first, address: addressKey, state, at: plannedAt.toString() },
    })),
  };
}

function actionsFor({ state, seenAt, digest }: NonNullable<ShownMessage['notice']>): MessageView['actions'] {
  const actions: MessageView['actions'] = [];
  if (!['waiting', 'claimed', 'attempted'].includes(state)) actions.push('resend');
  if (state === 'failed') actions.push('try-again');
  if (state === 'uncertain' && digest !== null) actions.push('repeat');
  if (['failed', 'bounced', 'uncertain'].includes(state)) actions.push(seenAt === null ? 'see' : 'unsee');
  return actions;
}
