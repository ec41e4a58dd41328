import { findPartner } from '../partners/partner.ts';
import { type OpenRequest, openRequests } from '../renewals/request-renewal.ts';
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
    const { db } = await context();
    const partner = await findPartner(db, values.partner);
    const requests = await openRequests(db.forPartner(partner.id));
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

function requestJson({ id, how, at, facts }: OpenRequest) {
  return {
    id,
    at: at.toString(),
    how,
    order: facts?.number ?? null,
    commonName: facts?.commonName ?? null,
    customer: facts?.customerName ?? null,
    endsOn: facts?.coversUntil ?? null,
    renewed: facts?.renewed ?? null,
  };
}

function requestLine({ how, at, facts }: OpenRequest, es: boolean): string {
  const wish =
    how === 'talk-first' ? (es ? 'hablar antes' : 'talk first') : es ? 'renovar igual' : 'renew as it is';
  const ends = facts?.coversUntil ? `${es ? 'hasta' : 'until'} ${facts.coversUntil}` : '';
  const order = facts ? `${facts.number}  ${facts.commonName ?? ''}  ${facts.customerName}` : '–';
  return [at.toString({ smallestUnit: 'minute' }).replace('T', ' '), wish, order, ends].join('  ');
}
