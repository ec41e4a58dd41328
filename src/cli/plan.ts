import type { Language } from '../kernel/locale.ts';
import { planDays } from '../notices/plan-days.ts';
import type { PlannedMessage, PlanRow, PlanTable } from '../notices/plan-table.ts';
import { planTableOf } from '../notices/plan-table-of.ts';
import { planningRules } from '../notices/plan-touches.ts';
import { reasonName } from '../notices/reason-name.ts';
import { findPartner } from '../partners/partner.ts';
import { readArguments, readDay, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { counted, messageForms } from './counted.ts';
import { csvLine } from './csv-line.ts';
import { DayDrawers } from './day-drawers.ts';

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
    const span = {
      // A day gone by is planned as it would have been planned on its morning.
      now: Temporal.PlainDate.compare(first, today) < 0 ? begins : built.now().epochMilliseconds,
      from: begins,
      until: until.toZonedDateTime(timeZone).epochMilliseconds,
    };
    const planning = planningRules(partner, built.cadence);
    const scope = built.db.forPartner(partner.id);
    const book = new PlanBook();
    try {
      for await (const days of planDays(scope, planning, span)) {
        book.add(await planTableOf(scope, days, { planning, language: io.language }));
      }
      const write = (text: string) => io.stdout.write(text);
      if (values.json) writeJson(book, { from: first.toString(), until: until.toString() }, write);
      else if (values.csv) writeCsv(book, write);
      else writeWords(book, { language: io.language, why: values.why }, write);
      return 0;
    } finally {
      book.close();
    }
  },
};

/** The plan by days, however large. */
class PlanBook {
  private readonly messages = new DayDrawers<PlannedMessage>();
  private readonly lines = new DayDrawers<PlanRow>();

  add(table: PlanTable): void {
    for (const message of table.messages) this.messages.put(message.date, message);
    for (const line of table.lines) this.lines.put(line.date, line);
  }

  days(): string[] {
    return [...new Set([...this.messages.days(), ...this.lines.days()])].sort();
  }

  day(date: string): PlanTable {
    return {
      messages: this.messages.read(date).sort((a, b) => compare(a.time, b.time) || compare(a.to, b.to)),
      lines: this.lines.read(date).sort((a, b) => compare(a.time, b.time) || compare(a.order, b.order)),
    };
  }

  close(): void {
    this.messages.close();
    this.lines.close();
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

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

type Write = (text: string) => void;

function writeJson(book: PlanBook, span: { from: string; until: string }, write: Write): void {
  write(JSON.stringify(span).slice(0, -1));
  for (const part of ['messages', 'lines'] as const) {
    write(`,"${part}":[`);
    let isFirst = true;
    for (const date of book.days()) {
      const rows = book.day(date)[part].map((row) => JSON.stringify(row));
      if (rows.length === 0) continue;
      write(`${isFirst ? '' : ','}${rows.join(',')}`);
      isFirst = false;
    }
    write(']');
  }
  write('}\n');
}

function writeCsv(book: PlanBook, write: Write): void {
  write(csvLine(columns));
  for (const date of book.days()) for (const line of book.day(date).lines) write(csvOf(line));
}

function csvOf(line: PlanRow): string {
  return csvLine(
    columns.map((column) => {
      const value = line[column];
      return Array.isArray(value) ? value.join(' ') : String(value ?? '');
    }),
  );
}

interface WordsView {
  readonly language: Language;
  readonly why: boolean;
}

function writeWords(book: PlanBook, view: WordsView, write: Write): void {
  const days = book.days();
  if (days.length === 0) {
    write(
      view.language === 'es'
        ? 'No toca nada en esos días. ¿Falta importar la cartera? «vigente import ARCHIVO»\n'
        : 'Nothing comes up in those days. Is the inventory still to be imported? "vigente import FILE"\n',
    );
  }
  for (const [nth, date] of days.entries()) {
    write(`${nth > 0 ? '\n' : ''}${planWords(date, book.day(date), view)}`);
  }
}

/** One day: the messages that leave, and in numbers what stays and why. */
export function planWords(date: string, { messages, lines: all }: PlanTable, view: WordsView): string {
  const { language, why } = view;
  const kept = all.filter((line) => line.state !== 'due');
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

function keptWords(line: PlanRow): string {
  return `${line.time}  – ${line.order} ${line.commonName}  ${stageMark(line.stage)}  ${line.why}`;
}

function countWords(kept: readonly PlanRow[], language: Language): string[] {
  const byReason = Map.groupBy(kept, (line) => line.reason);
  return [...byReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([code, lines]) => `  – ${lines.length} ${reasonName(code, language)}`);
}

/** `−30` before the end, `+7` after it. */
function stageMark(stage: number): string {
  return stage >= 0 ? `−${stage}` : `+${-stage}`;
}
