import type { Language } from '../kernel/locale.ts';
import { planDays } from '../notices/plan-days.ts';
import { type PlanLine, type PlannedMessage, type PlanTable, planTable } from '../notices/plan-table.ts';
import { reasonName } from '../notices/reason-name.ts';
import { findPartner } from '../partners/partner.ts';
import { readArguments, readDay, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { counted, messageForms } from './counted.ts';
import { csvLine } from './csv-line.ts';

export const planCommand: Command<Context> = {
  name: 'plan',
  summary: {
    en: 'who gets what in the days ahead, why, and why not',
    es: 'quién recibe qué en los próximos días, por qué y por qué no',
  },
  usage: {
    en: `vigente plan [--from DATE] [--days 120] [--json|--csv] [--why] [--partner SLUG]
  --from DATE   first day to tell, today without it; the days before it are lived through, nothing is sent
  --days N      how many days, 1 to 400
  --why         also every touch that is held or suppressed, with its reason
  --json --csv  every touch, in a form for programs and spreadsheets`,
    es: `vigente plan [--from FECHA] [--days 120] [--json|--csv] [--why] [--partner NOMBRE]
  --from FECHA  primer día que se cuenta, hoy si no se indica; lo anterior también se calcula, pero no se envía nada
  --days N      cuántos días, de 1 a 400
  --why         además, cada contacto previsto que está en espera o no se envía, con su motivo
  --json --csv  todos los contactos previstos, para programas y hojas de cálculo`,
  },
  async run(args, io, context) {
    const { values } = readArguments(
      args,
      {
        from: { type: 'string' },
        days: { type: 'string', default: '120' },
        json: { type: 'boolean', default: false },
        csv: { type: 'boolean', default: false },
        why: { type: 'boolean', default: false },
        partner: { type: 'string' },
      },
      { positionals: 0, language: io.language },
    );
    const days = readDays(values.days, io.language);
    const from = values.from ? readDay(values.from, '--from', io.language) : undefined;
    const built = await context();
    const partner = await findPartner(built.db, values.partner);
    const timeZone = partner.settings.defaultTimeZone;
    const today = built.now().toZonedDateTimeISO(timeZone).toPlainDate();
    const first = from ?? today;
    const begins = first.toZonedDateTime(timeZone).epochMilliseconds;
    const until = first.add({ days });
    const planned = await planDays(built, partner, {
      // A day gone by is planned as it would have been planned on its morning.
      now: Temporal.PlainDate.compare(first, today) < 0 ? begins : built.now().epochMilliseconds,
      from: begins,
      until: until.toZonedDateTime(timeZone).epochMilliseconds,
    });
    const table = planTable(planned, { timeZone, language: io.language });
    if (values.json) {
      io.stdout.write(`${JSON.stringify({ from: first.toString(), until: until.toString(), ...table })}\n`);
    } else if (values.csv) writeCsv(table, (text) => io.stdout.write(text));
    else io.stdout.write(planWords(table, { language: io.language, why: values.why }));
    return 0;
  },
};

function readDays(text: string, language: Language): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 400) return days;
  throw new UsageError(
    language === 'es'
      ? `--days espera un número de 1 a 400, no «${text}»`
      : `--days expects a number from 1 to 400, not "${text}"`,
  );
}

const columns = [
  'date',
  'time',
  'state',
  'channel',
  'stage',
  'clock',
  'order',
  'commonName',
  'customer',
  'endsOn',
  'to',
  'template',
  'textLocale',
  'pulledForward',
  'reason',
  'why',
  'until',
] as const;

function writeCsv(table: PlanTable, write: (text: string) => void): void {
  write(csvLine(columns));
  for (const line of table.lines) {
    write(
      csvLine(
        columns.map((column) => {
          const value = line[column];
          return Array.isArray(value) ? value.join(' ') : String(value ?? '');
        }),
      ),
    );
  }
}

/** Day by day: the messages that leave, and in numbers what stays and why. */
export function planWords(
  table: PlanTable,
  view: { readonly language: Language; readonly why: boolean },
): string {
  const messages = Map.groupBy(table.messages, (one) => one.date);
  const kept = Map.groupBy(keptLines(table.lines), (one) => one.date);
  const days = [...new Set([...messages.keys(), ...kept.keys()])].sort();
  if (days.length === 0) {
    return view.language === 'es'
      ? 'No toca nada en esos días. ¿Falta importar la cartera? «vigente import ARCHIVO»\n'
      : 'Nothing comes up in those days. Is the inventory still to be imported? "vigente import FILE"\n';
  }
  return days.map((date) => dayWords(date, messages.get(date) ?? [], kept.get(date) ?? [], view)).join('\n');
}

/** Held until the office opens: nothing to tell of a touch that leaves later that day. */
const untilTheOfficeOpens = new Set(['quiet-hours', 'day-off', 'holiday']);

function keptLines(lines: readonly PlanLine[]): PlanLine[] {
  const key = ({ date, order, clock, stage, channel }: PlanLine) =>
    [date, order, clock, stage, channel].join('\n');
  const leaving = new Set(lines.filter(({ state }) => state === 'due').map(key));
  return lines.filter(
    (line) =>
      line.state !== 'due' &&
      !(line.state === 'held' && untilTheOfficeOpens.has(line.reason) && leaving.has(key(line))),
  );
}

function dayWords(
  date: string,
  messages: readonly PlannedMessage[],
  kept: readonly PlanLine[],
  { language, why }: { readonly language: Language; readonly why: boolean },
): string {
  const es = language === 'es';
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(date),
  );
  const count = counted(messages.length, messageForms[language], language);
  const lines = [`${date} ${weekday} · ${count}`, ...messages.map((one) => `  ${messageWords(one, es)}`)];
  if (why) return [...lines, ...kept.map((one) => `  ${keptWords(one)}`), ''].join('\n');
  return [...lines, ...countWords(kept, language), ''].join('\n');
}

function messageWords(message: PlannedMessage, es: boolean): string {
  const { time, to, stage, template, textLocale, orders } = message;
  const what = orders.length === 1 ? orders[0] : `${orders.length} ${es ? 'pedidos' : 'orders'}`;
  return `${time}  ${to}  ${stageMark(stage)}  ${template} ${textLocale}  ${what}`;
}

function keptWords(line: PlanLine): string {
  return `${line.time}  – ${line.order} ${line.commonName}  ${stageMark(line.stage)}  ${line.why}`;
}

function countWords(kept: readonly PlanLine[], language: Language): string[] {
  const byReason = Map.groupBy(kept, (line) => line.reason);
  return [...byReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([code, lines]) => `  – ${lines.length} ${reasonName(code, language)}`);
}

/** `−30` before the end, `+7` after it. */
function stageMark(stage: number): string {
  return stage >= 0 ? `−${stage}` : `+${-stage}`;
}
