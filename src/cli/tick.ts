import type { Language } from '../kernel/locale.ts';
import { fixedNow } from '../kernel/now.ts';
import { reasonName } from '../notices/reason-name.ts';
import { runTick, type TickReport } from '../notices/run-tick.ts';
import { startWorker } from '../notices/worker.ts';
import { findPartner, type Partner } from '../partners/partner.ts';
import { readArguments, readMoment } from './arguments.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { counted, messageForms } from './counted.ts';
import { type CommandEntry, recordCommand } from './recorded.ts';

export const tickCommand: Command<Context> = {
  name: 'tick',
  summary: {
    en: 'decide what is due now and send it, once',
    es: 'decidir qué toca ahora y enviarlo, una vez',
  },
  usage: {
    en: `vigente tick [--as-of MOMENT] [--json] [--yes] [--partner SLUG]
  --as-of MOMENT   a day (2026-11-23, its noon in UTC) or an instant. A moment to come only shows what would be
                   sent, as previews in the outbox; it never reaches a mail server
  --yes            send even if the run is far larger than usual
  --json           the account as JSON`,
    es: `vigente tick [--as-of MOMENTO] [--json] [--yes] [--partner NOMBRE]
  --as-of MOMENTO  un día (2026-11-23, su mediodía en UTC) o un instante. Un momento futuro solo muestra lo que se
                   enviaría, como vista previa en la bandeja de salida; nunca llega a un servidor de correo
  --yes            enviar aunque la tanda sea mucho mayor de lo habitual
  --json           el resumen en JSON`,
  },
  async run(args, io, context) {
    const { values } = readArguments(
      args,
      {
        'as-of': { type: 'string' },
        json: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        partner: { type: 'string' },
      },
      { positionals: 0, language: io.language },
    );
    const asOf = values['as-of'] ? readMoment(values['as-of'], '--as-of', io.language) : undefined;
    const built = await context();
    const preview = asOf !== undefined && Temporal.Instant.compare(asOf, built.now()) > 0;
    const there = asOf === undefined ? built : built.at(fixedNow(asOf));
    const partner = await findPartner(there.db, values.partner);
    const worker = await startWorker(there.db);
    try {
      const report = await runTick(there, partner, {
        worker: worker.id,
        holdsLease: worker.holdsLease,
        preview,
        goAhead: values.yes,
        recordGoAhead: (tx) => recordCommand(tx, goAhead(partner)),
        signal: io.signal,
      });
      io.stdout.write(values.json ? `${tickJson(report)}\n` : tickWords(report, io.language));
      return 0;
    } finally {
      await worker.stop();
    }
  },
};

/** For the audit log. */
function goAhead({ id, slug }: Partner): CommandEntry {
  return { action: 'messages:release', subject: { kind: 'partner', id: String(id), label: slug } };
}

/** `touches.held` and `.due` are counts, `.suppressed` counts by reason. */
export function tickJson({ asOf, touches, notices, outcome }: TickReport): string {
  const { submitted, deferred, failed, uncertain, withdrawn } = notices;
  return JSON.stringify({
    asOf: asOf.toString(),
    ...(outcome.kind === 'released' ? {} : { outcome: outcome.kind }),
    touches: {
      due: touches.due,
      held: touches.held,
      heldBy: touches.heldBy,
      suppressed: touches.suppressed,
    },
    notices: { submitted, deferred, failed, uncertain, withdrawn },
  });
}

/** The account as a short text. */
export function tickWords(report: TickReport, language: Language): string {
  return [
    ...outcomeLines(report, language),
    ...touchLines(report, language),
    ...noticeLines(report, language),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function outcomeLines({ outcome }: TickReport, language: Language): string[] {
  const es = language === 'es';
  if (outcome.kind === 'held') {
    const { notices, usual, why } = outcome;
    if (why === 'not-approved') return approvalLines(counted(notices, messageForms[language], language), es);
    return es
      ? [
          `En espera: ${counted(notices, messageForms.es, 'es')} de una vez, cuando lo habitual son ${Math.round(usual)} al día.`,
          'Revíselos con «vigente outbox» y, si son correctos, ejecute «vigente tick --yes».',
        ]
      : [
          `Held: ${counted(notices, messageForms.en, 'en')} at once, where ${Math.round(usual)} a day are usual.`,
          'Look at them with "vigente outbox" and, if they are right, run "vigente tick --yes".',
        ];
  }
  if (outcome.kind !== 'preview') return [];
  const { notices } = outcome;
  const count = counted(notices, messageForms[language], language);
  if (outcome.why === 'in-the-future') {
    return es
      ? [`Vista previa de un momento futuro: ${count}. No se ha enviado ni anotado nada.`]
      : [`Preview of a moment to come: ${count}. Nothing was sent or recorded.`];
  }
  if (notices === 0) {
    return es
      ? ['No toca nada ahora. El envío está desactivado («vigente sending on» lo activa).']
      : ['Nothing is due now. Sending is off ("vigente sending on" switches it on).'];
  }
  return es
    ? [
        `El envío está desactivado: ${count} ${notices === 1 ? 'queda' : 'quedan'} como vista previa («vigente outbox»).`,
        'Para enviar de verdad: «vigente sending on».',
      ]
    : [
        `Sending is off: ${count} ${notices === 1 ? 'stays as a preview' : 'stay as previews'} ("vigente outbox").`,
        'To send for real: "vigente sending on".',
      ];
}

function approvalLines(count: string, es: boolean): string[] {
  return es
    ? [
        `En espera: ${count}, porque los avisos de cada día se aprueban antes.`,
        'Apruebe el día en el plan de la consola o, si son correctos, ejecute «vigente tick --yes».',
      ]
    : [
        `Held: ${count}, because each day’s notices are approved first.`,
        'Approve the day in the console’s plan or, if they are right, run "vigente tick --yes".',
      ];
}

function touchLines({ touches }: TickReport, language: Language): string[] {
  const es = language === 'es';
  const reasons = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([code, n]) => `    ${String(n).padStart(6)}  ${reasonName(code, language)}`);
  const suppressed = Object.values(touches.suppressed).reduce((a, b) => a + b, 0);
  return [
    es ? 'Contactos previstos, lo decidido' : 'Touches decided',
    `  ${String(touches.due).padStart(6)}  ${es ? 'tocan ahora' : 'due'}`,
    `  ${String(touches.held).padStart(6)}  ${es ? 'en espera' : 'held'}`,
    ...reasons(touches.heldBy),
    `  ${String(suppressed).padStart(6)}  ${es ? 'no se envían' : 'suppressed'}`,
    ...reasons(touches.suppressed),
  ];
}

function noticeLines({ notices, outcome }: TickReport, language: Language): string[] {
  if (outcome.kind === 'preview') return [];
  const es = language === 'es';
  const rows: [number, string][] = [
    [notices.submitted, es ? 'entregados al servidor de correo' : 'taken by the mail server'],
    [notices.deferred, es ? 'aplazados: se intentarán de nuevo' : 'deferred: they will be tried again'],
    [notices.failed, es ? 'fallidos' : 'failed'],
    [notices.uncertain, es ? 'dudosos: quizá llegaron' : 'uncertain: they perhaps arrived'],
    [notices.withdrawn, es ? 'retirados antes de enviarse' : 'withdrawn before they left'],
  ];
  return [
    es ? 'Mensajes' : 'Messages',
    ...rows.filter(([n], i) => n > 0 || i === 0).map(([n, words]) => `  ${String(n).padStart(6)}  ${words}`),
  ];
}
