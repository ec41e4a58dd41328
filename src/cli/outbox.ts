import type { Language } from '../kernel/locale.ts';
import { eventWords } from '../notices/event-words.ts';
import {
  type ListedMessage,
  type ListedPreview,
  listMessages,
  listPreviews,
  type MessageState,
} from '../notices/list-messages.ts';
import { showMessage, showPreview } from '../notices/show-message.ts';
import { findPartner } from '../partners/partner.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { recordCommandExport } from './recorded.ts';

const states: readonly MessageState[] = [
  'waiting',
  'claimed',
  'attempted',
  'submitted',
  'delivered',
  'bounced',
  'failed',
  'uncertain',
  'withdrawn',
];

export const outboxCommand: Command<Context> = {
  name: 'outbox',
  summary: { en: 'list messages and show any of them', es: 'listar los mensajes y mostrar cualquiera' },
  usage: {
    en: `vigente outbox [--state STATE] [--find TEXT] [--limit 50] [--json] [--partner SLUG]
vigente outbox show ID [--html|--eml]
  Previews, made while sending is off or for a day to come, have an ID that begins with p.
  --state STATE  ${states.join(', ')}
  --find TEXT    part of an address, a name or an order number
  --html --eml   the HTML part, or the whole message as a file to open in a mail program`,
    es: `vigente outbox [--state ESTADO] [--find TEXTO] [--limit 50] [--json] [--partner NOMBRE]
vigente outbox show ID [--html|--eml]
  Las vistas previas, hechas con el envío desactivado o para un día futuro, tienen un ID que empieza por p.
  --state ESTADO  ${states.join(', ')}
  --find TEXTO    parte de una dirección, de un nombre o de un número de pedido
  --html --eml    la parte HTML, o el mensaje entero como archivo para abrir en un programa de correo`,
  },
  async run(args, io, context) {
    const { values, positionals } = readArguments(
      args,
      {
        state: { type: 'string' },
        find: { type: 'string' },
        limit: { type: 'string', default: '50' },
        json: { type: 'boolean', default: false },
        html: { type: 'boolean', default: false },
        eml: { type: 'boolean', default: false },
        partner: { type: 'string' },
      },
      { positionals: 2, language: io.language },
    );
    const [verb, id] = positionals;
    if (verb !== undefined && (verb !== 'show' || id === undefined)) {
      throw new UsageError(
        io.language === 'es' ? 'use «vigente outbox show ID»' : 'use "vigente outbox show ID"',
      );
    }
    const query = readQuery(values, io.language);
    const built = await context();
    const partner = await findPartner(built.db, values.partner);
    if (id !== undefined) {
      const message = await shown(built, partner, id, io.language);
      if (values.eml) {
        const scope = built.db.forPartner(partner.id);
        await recordCommandExport(scope, { what: 'message', format: 'eml', rows: 1, message: id });
        io.stdout.write(message.bytes);
      } else if (values.html) io.stdout.write(message.rendered.html);
      else io.stdout.write(messageText(message.rendered.subject, message.to, message.rendered.text));
      return 0;
    }
    const scope = built.db.forPartner(partner.id);
    const notices = await listMessages(scope, query);
    const previews = query.state ? [] : await listPreviews(scope, query);
    io.stdout.write(
      values.json ? listJson(notices, previews) : listWords({ notices, previews }, query, io.language),
    );
    return 0;
  },
};

interface QueryOptions {
  readonly state?: string | undefined;
  readonly find?: string | undefined;
  readonly limit: string;
}

function readQuery({ state, find, limit }: QueryOptions, language: Language) {
  const most = Number(limit);
  if (!Number.isInteger(most) || most < 1 || most > 10_000) {
    throw new UsageError(
      language === 'es'
        ? '--limit espera un número de 1 a 10000'
        : '--limit expects a number from 1 to 10000',
    );
  }
  const known = states.find((one) => one === state);
  if (state !== undefined && !known) {
    throw new UsageError(
      language === 'es'
        ? `--state espera uno de: ${states.join(', ')}`
        : `--state expects one of: ${states.join(', ')}`,
    );
  }
  return { limit: most, state: known, text: find };
}

function shown(
  built: Context,
  partner: Parameters<typeof showMessage>[1],
  id: string,
  language: Language,
): ReturnType<typeof showMessage> {
  const match = /^(p?)(\d{1,18})$/.exec(id);
  if (!match) {
    throw new UsageError(
      language === 'es' ? `«${id}» no es el ID de un mensaje` : `"${id}" is not the ID of a message`,
    );
  }
  return match[1] ? showPreview(built, partner, match[2]!) : showMessage(built, partner, match[2]!);
}

function messageText(
  subject: string,
  to: { readonly name: string | null; readonly address: string },
  text: string,
): string {
  const addressee = to.name ? `${to.name} <${to.address}>` : to.address;
  return `To: ${addressee}\nSubject: ${subject}\n\n${text}\n`;
}

const stateNames: Readonly<Record<Language, Readonly<Record<MessageState, string>>>> = {
  en: {
    waiting: 'waiting',
    claimed: 'under way',
    attempted: 'under way',
    submitted: 'submitted',
    delivered: 'delivered',
    bounced: 'bounced',
    failed: 'failed',
    uncertain: 'uncertain',
    withdrawn: 'withdrawn',
  },
  es: {
    waiting: 'en espera',
    claimed: 'en curso',
    attempted: 'en curso',
    submitted: 'entregado al servidor de correo',
    delivered: 'recibido',
    bounced: 'devuelto',
    failed: 'fallido',
    uncertain: 'dudoso',
    withdrawn: 'retirado',
  },
};

/** Every id as `outbox show` takes it. */
function listJson(notices: readonly ListedMessage[], previews: readonly ListedPreview[]): string {
  const shown = previews.map((preview) => ({ ...preview, id: `p${preview.id}` }));
  return `${JSON.stringify({ notices, previews: shown })}\n`;
}

interface Listed {
  readonly notices: readonly ListedMessage[];
  readonly previews: readonly ListedPreview[];
}

function listWords(
  { notices, previews }: Listed,
  { state, text }: { readonly state?: unknown; readonly text?: unknown },
  language: Language,
): string {
  if (notices.length + previews.length === 0) {
    if (state || text) {
      return language === 'es' ? 'Ningún mensaje coincide.\n' : 'No message matches.\n';
    }
    return language === 'es'
      ? 'Todavía no hay mensajes. «vigente tick» decide qué toca hoy.\n'
      : 'There are no messages yet. "vigente tick" decides what is due today.\n';
  }
  const rows = [
    ...previews.map(({ id, asOf, plan }) => [
      `p${id}`,
      language === 'es' ? 'vista previa' : 'preview',
      minute(asOf),
      plan.addressKey,
      `${plan.template} ${plan.textLocale} (${plan.deliveries.length})`,
    ]),
    ...notices.map((notice) => [
      notice.id,
      stateNames[language][notice.state],
      minute(notice.finishedAt ?? notice.plannedAt),
      notice.addressKey,
      notice.subject ?? `${notice.template} ${notice.textLocale} (${notice.orders})`,
    ]),
  ];
  const lines = aligned(rows);
  return lines.map((line, at) => line + whyWords(notices[at - previews.length], language)).join('');
}

/** Under a message that did not simply leave: what happened last. */
function whyWords(notice: ListedMessage | undefined, language: Language): string {
  return notice?.lastEvent ? `    ↳ ${eventWords(notice.lastEvent, language)}\n` : '';
}

function minute(at: Temporal.Instant): string {
  return `${at.toString({ smallestUnit: 'minute' }).replace('T', ' ')}`;
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map(
    (row) => `${row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i]!))).join('  ')}\n`,
  );
}
