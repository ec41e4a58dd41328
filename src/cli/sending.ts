import { heldPassesOf } from '../notices/held-passes.ts';
import { findPartner } from '../partners/partner.ts';
import { switchSending } from '../partners/switch-sending.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { counted, messageForms } from './counted.ts';
import { recordingAs } from './recorded.ts';

export const sendingCommand: Command<Context> = {
  name: 'sending',
  summary: { en: 'switch sending on or off', es: 'activar o desactivar el envío' },
  usage: {
    en: `vigente sending on|off|status [--partner SLUG]
  Until it is switched on nothing leaves: "vigente tick" only shows previews.`,
    es: `vigente sending on|off|status [--partner NOMBRE]
  Mientras no se active, no sale nada: «vigente tick» solo muestra vistas previas.`,
  },
  async run(args, io, context) {
    const { values, positionals } = readArguments(
      args,
      { partner: { type: 'string' } },
      { positionals: 1, language: io.language },
    );
    const es = io.language === 'es';
    const verb = positionals[0] ?? 'status';
    if (!['on', 'off', 'status'].includes(verb)) {
      throw new UsageError(
        es ? `se espera on, off o status, no «${verb}»` : `expected on, off or status, not "${verb}"`,
      );
    }
    const built = await context();
    if (verb !== 'status') {
      const record = recordingAs('settings:switch-sending');
      await switchSending(built.db, values.partner, verb === 'on', built.now(), record);
    }
    const partner = await findPartner(built.db, values.partner);
    const state = partner.sendingOn ? (es ? 'activado' : 'on') : es ? 'desactivado' : 'off';
    io.stdout.write(es ? `Envío ${state} (${partner.slug})\n` : `Sending is ${state} (${partner.slug})\n`);
    for (const pass of await heldPassesOf(built.db.forPartner(partner.id))) {
      io.stdout.write(
        es
          ? `Espera una decisión: ${counted(pass.notices, messageForms.es, 'es')} de ${pass.asOf.toString()}. Siga con «vigente tick --yes».\n`
          : `Waiting for a decision: ${counted(pass.notices, messageForms.en, 'en')} of ${pass.asOf.toString()}. Go on with "vigente tick --yes".\n`,
      );
    }
    return 0;
  },
};
