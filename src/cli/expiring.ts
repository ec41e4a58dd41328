import pc from 'picocolors';
import {
  type ExpiringGroup,
  type ExpiringQuery,
  type ExpiringRow,
  expiringGroups,
  lapsedDays,
  lapsedGroups,
} from '../inventory/expiring.ts';
import { countRenewedExpiring, expiringRows } from '../inventory/load-expiring.ts';
import type { Language } from '../kernel/locale.ts';
import { findPartner } from '../partners/partner.ts';
import type { PartnerScope } from '../storage/database.ts';
import { readArguments, readDay, UsageError } from './arguments.ts';
import type { Command, CommandIo } from './command.ts';
import type { Context } from './context.ts';
import { csvLine } from './csv-line.ts';
import { expiringTable } from './expiring-table.ts';
import { expiringWords } from './expiring-words.ts';
import { recordCommandExport } from './recorded.ts';
import { writeText } from './write-text.ts';

/** `vigente expiring`: what ends soon, by nearness, and what has ended; renewed orders only when asked for. */
export const expiringCommand: Command<Pick<Context, 'db' | 'now'>> = {
  name: 'expiring',
  summary: {
    en: 'what expires within some days, and what has expired',
    es: 'qué caduca en los próximos días y qué ha caducado',
  },
  usage: { en: expiringWords.en.usage, es: expiringWords.es.usage },
  async run(args, io, context) {
    const request = parse(args, io.language);
    const { db, now } = await context();
    const partner = await findPartner(db, request.partner);
    const today = now().toZonedDateTimeISO(partner.settings.defaultTimeZone).toPlainDate();
    const report: Report = {
      scope: db.forPartner(partner.id),
      asOf: (request.asOf ?? today).toString(),
      within: request.within,
      kind: request.kind,
      renewed: request.all,
      rows: { written: 0 },
    };
    if (request.json) await writeJson(report, io);
    else if (request.csv) await writeCsv(report, io);
    else {
      await writePage(report, io);
      return 0;
    }
    await recordCommandExport(report.scope, {
      ...{ what: 'expiring', format: request.json ? 'json' : 'csv', rows: report.rows.written },
    });
    return 0;
  },
};

interface Report extends Pick<ExpiringQuery, 'asOf' | 'kind' | 'renewed'> {
  readonly scope: PartnerScope;
  readonly within: number;
  /** How many went to a file or a program, for the audit log. */
  readonly rows: { written: number };
}

function parse(args: readonly string[], language: Language) {
  const { values } = readArguments(
    args,
    {
      within: { type: 'string', default: '30' },
      'as-of': { type: 'string' },
      clock: { type: 'string' },
      all: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
      partner: { type: 'string' },
    },
    { positionals: 0, language },
  );
  const asOf = values['as-of'] === undefined ? undefined : readDay(values['as-of'], '--as-of', language);
  const { all, json, csv, partner } = values;
  if (json && csv) throw new UsageError(oneForm[language]);
  return {
    within: readWithin(values.within, language),
    kind: readKind(values.clock, language),
    asOf,
    all,
    json,
    csv,
    partner,
  };
}

const oneForm: Readonly<Record<Language, string>> = {
  es: 'elija --json o --csv: los dos a la vez no se pueden escribir',
  en: 'choose --json or --csv: both at once cannot be written',
};

function readWithin(text: string, language: Language): number {
  const days = Number(text);
  if (text.trim() !== '' && Number.isInteger(days) && days >= 0 && days <= 3650) return days;
  throw new UsageError(
    language === 'es'
      ? `--within espera un número de 0 a 3650, no «${text}»`
      : `--within expects a number from 0 to 3650, not "${text}"`,
  );
}

function readKind(text: string | undefined, language: Language): string | undefined {
  if (text === undefined || text === 'coverage' || text === 'certificate') return text;
  throw new UsageError(
    language === 'es'
      ? `--clock espera coverage o certificate, no «${text}»`
      : `--clock expects coverage or certificate, not "${text}"`,
  );
}

function rowsOf(
  { scope, asOf, kind, renewed }: Report,
  { from, to }: ExpiringGroup,
): AsyncGenerator<ExpiringRow> {
  return expiringRows(scope, { asOf, kind, renewed, from, to });
}

/** Renewed orders that the report leaves out. */
async function renewedLeftOut({ scope, asOf, kind, within, renewed }: Report): Promise<number> {
  if (renewed) return 0;
  return countRenewedExpiring(scope, { asOf, kind, renewed, from: -lapsedDays, to: within });
}

async function writeJson(report: Report, io: CommandIo): Promise<void> {
  const { asOf, within } = report;
  await writeText(io.stdout, `{"asOf":"${asOf}","within":${within},"groups":[`);
  await writeJsonGroups(report, expiringGroups(within), io);
  await writeText(io.stdout, '],"lapsed":[');
  await writeJsonGroups(report, lapsedGroups, io);
  await writeText(io.stdout, `],"renewedLeftOut":${await renewedLeftOut(report)}}\n`);
}

async function writeJsonGroups(
  report: Report,
  groups: readonly ExpiringGroup[],
  io: CommandIo,
): Promise<void> {
  for (const [at, group] of groups.entries()) {
    const { name, from, to } = group;
    const head = `${at > 0 ? ',' : ''}{"name":"${name}","fromDays":${from},"toDays":${to},"orders":[`;
    await writeText(io.stdout, head);
    let count = 0;
    for await (const row of rowsOf(report, group)) {
      await writeText(io.stdout, `${count > 0 ? ',' : ''}${JSON.stringify(jsonRow(row))}`);
      count += 1;
    }
    report.rows.written += count;
    await writeText(io.stdout, `],"count":${count}}`);
  }
}

function jsonRow(row: ExpiringRow): object {
  const { number, authority, commonName, endsOn, daysLeft, productName, term, customerName, accountNumber } =
    row;
  return {
    order: number,
    authority,
    commonName,
    expires: endsOn,
    daysLeft,
    product: productName,
    validity: term,
    customer: customerName,
    accountNumber,
    owner: row.owner,
    notices: row.noticesOn,
    clock: row.kind,
    renewed: row.renewed,
  };
}

const csvColumns = [
  'order',
  'common_name',
  'expires',
  'days_left',
  'product',
  'validity',
  'customer',
  'account_number',
  'owner',
  'notices',
  'clock',
  'renewed',
  'authority',
];

async function writeCsv(report: Report, io: CommandIo): Promise<void> {
  await writeText(io.stdout, csvLine(csvColumns));
  for (const group of [...lapsedGroups.toReversed(), ...expiringGroups(report.within)]) {
    for await (const row of rowsOf(report, group)) {
      const cells = [row.number, row.commonName, row.endsOn, String(row.daysLeft), row.productName, row.term];
      const rest = [row.customerName, row.accountNumber, row.owner, row.noticesOn ? 'on' : 'off', row.kind];
      const all = [...cells, ...rest, row.renewed, row.authority];
      await writeText(io.stdout, csvLine(all.map((cell) => cell ?? '')));
      report.rows.written += 1;
    }
  }
}

async function writePage(report: Report, io: CommandIo): Promise<void> {
  const words = expiringWords[io.language];
  const groups = expiringGroups(report.within).map((group) => ({
    group,
    title: words.within(group.from, group.to),
  }));
  const lapsed = lapsedGroups.map((group) => ({ group, title: words.lapsed(group.from, group.to) }));
  let isEmpty = true;
  for (const { group, title } of [...groups, ...lapsed]) {
    const written = await writeGroup(report, group, title, io);
    isEmpty = isEmpty && (written === 0 || group.to < 0);
  }
  if (isEmpty) await writeText(io.stdout, `${words.none(report.within)}\n`);
  const left = await renewedLeftOut(report);
  if (left > 0) await writeText(io.stdout, `${words.renewedLeftOut(left)}\n`);
}

const rowsPerTable = 500;

/** The columns are measured anew every few hundred rows, so that any number of rows can go by. */
async function writeGroup(
  report: Report,
  group: ExpiringGroup,
  title: string,
  io: CommandIo,
): Promise<number> {
  const colours = io.stdout.isTTY === true;
  const width = colours ? io.stdout.columns : undefined;
  let waiting: ExpiringRow[] = [];
  let count = 0;
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    if (count === 0) await writeText(io.stdout, `${pc.createColors(colours).bold(title)}\n`);
    const [head, ...lines] = expiringTable(waiting, { language: io.language, colours, width });
    await writeText(io.stdout, `${[...(count === 0 ? [head] : []), ...lines].join('\n')}\n`);
    count += waiting.length;
    waiting = [];
  };
  for await (const row of rowsOf(report, group)) {
    waiting.push(row);
    if (waiting.length === rowsPerTable) await flush();
  }
  await flush();
  if (count > 0) await writeText(io.stdout, '\n');
  return count;
}
