import { findPartner } from '../partners/partner.ts';
import type { RequestLine } from '../renewals/load-requests.ts';
import { openRequests } from '../renewals/request-renewal.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { recordCommandExport } from './recorded.ts';

export const requestsCommand: Command<Context> = {
  name: 'requests',
  summary: {
    en: 'what customers asked to have renewed',
    es: 'lo que los clientes han pedido renovar',
  },
  usage: {
    en: `vigente requests [--json] [--partner SLUG]
  Customers ask from the link in a message. Their orders' touches stop at once, so somebody has to carry the wish out;
  the newer order that an import brings closes it.`,
    es: `vigente requests [--json] [--partner NOMBRE]
  Los clientes lo piden desde el enlace de un mensaje. Los avisos de esos pedidos se detienen al momento, así que
  alguien debe tramitarlo; el pedido nuevo que traiga una importación lo cierra.`,
  },
  async run(args, io, context) {
    const { values } = readArguments(
      args,
      { json: { type: 'boolean', default: false }, partner: { type: 'string' } },
      { positionals: 0, language: io.language },
    );
    const { db, now } = await context();
    const partner = await findPartner(db, values.partner);
    const today = now().toZonedDateTimeISO(partner.settings.defaultTimeZone).toPlainDate().toString();
    const requests = await openRequests(db.forPartner(partner.id), today);
    if (values.json) {
      io.stdout.write(`${JSON.stringify({ requests: requests.map(requestJson) })}\n`);
      const made = { what: 'requests', format: 'json', rows: requests.length };
      await recordCommandExport(db.forPartner(partner.id), made);
    } else if (requests.length === 0) {
      io.stdout.write(
        io.language === 'es' ? 'Nadie ha pedido renovar nada.\n' : 'Nobody has asked for a renewal.\n',
      );
    } else {
      for (const request of requests) io.stdout.write(`${requestLine(request, io.language === 'es')}\n`);
    }
    return 0;
  },
};

function requestJson(request: RequestLine) {
  const { id, how, at, number, commonName, customerName, coversUntil, renewed, owner, nextOn, note } =
    request;
  return {
    ...{ id, at: at.toString(), how, order: number, commonName, customer: customerName, endsOn: coversUntil },
    ...{ renewed, owner, nextOn, note },
  };
}

function requestLine(request: RequestLine, es: boolean): string {
  const { how, at, number, commonName, customerName, coversUntil, owner, nextOn } = request;
  const ends = coversUntil ? `${es ? 'hasta' : 'until'} ${coversUntil}` : '';
  const order = `${number}  ${commonName ?? ''}  ${customerName}`;
  const taken = owner === null ? '' : `${es ? 'responsable:' : 'taken by'} ${owner}`;
  const next = nextOn === null ? '' : `${es ? 'próxima fecha:' : 'next date:'} ${nextOn}`;
  const asked = at.toString({ smallestUnit: 'minute' }).replace('T', ' ');
  return [asked, wishWords(how, es), order, ends, taken, next].filter(Boolean).join('  ');
}

function wishWords(how: string, es: boolean): string {
  if (how === 'talk-first') return es ? 'hablar antes' : 'talk first';
  if (how === 'by-hand') return es ? 'anotado a mano' : 'noted by hand';
  return es ? 'renovar igual' : 'renew as it is';
}
