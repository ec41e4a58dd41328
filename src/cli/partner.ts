import { readFile } from 'node:fs/promises';
import { wakeEveryClock } from '../inventory/wake-every-clock.ts';
import { Fault } from '../kernel/fault.ts';
import type { Language } from '../kernel/locale.ts';
import { everyPartner } from '../partners/every-partner.ts';
import { loadBrands } from '../partners/load-brands.ts';
import { findPartner } from '../partners/partner.ts';
import { setUpPartner } from '../partners/set-up-partner.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command, CommandIo } from './command.ts';
import type { Context } from './context.ts';
import { recordingAs } from './recorded.ts';

export const partnerCommand: Command<Context> = {
  name: 'partner',
  summary: {
    en: 'the partner’s name, settings and brand',
    es: 'nombre, ajustes y marca del distribuidor',
  },
  usage: {
    en: `vigente partner [list]
vigente partner show [SLUG]
vigente partner set [SLUG] [--name NAME] [--settings FILE.json] [--brand FILE.json]
  "show" prints settings and brand as JSON; change a copy of it and hand its parts back with "set". What a settings
  file leaves out goes back to its default. SLUG is "default" where there is one partner only; "set" with a new
  slug makes a partner. Quiet hours, working days, holidays, gap, cap, the size of a usual run, the sender, and the
  promises of days kept ("carryOver": each with its source and "confirmedBy": "authority" or "partner") are settings.`,
    es: `vigente partner [list]
vigente partner show [NOMBRE]
vigente partner set [NOMBRE] [--name TEXTO] [--settings ARCHIVO.json] [--brand ARCHIVO.json]
  «show» muestra ajustes y marca en JSON; modifique una copia y devuelva sus partes con «set». Lo que un archivo de
  ajustes no diga vuelve a su valor inicial. NOMBRE es «default» si solo hay un distribuidor; «set» con un nombre
  nuevo lo crea. Son ajustes el horario, los días laborables, los festivos, la distancia y el máximo de mensajes, el
  tamaño habitual de una tanda, el remitente y las promesas de días conservados («carryOver»: cada una con su fuente
  y «confirmedBy»: "authority" o "partner").`,
  },
  async run(args, io, context) {
    const { values, positionals } = readArguments(
      args,
      { name: { type: 'string' }, settings: { type: 'string' }, brand: { type: 'string' } },
      { positionals: 2, language: io.language },
    );
    const [verb = 'list', slug] = positionals;
    if (!['list', 'show', 'set'].includes(verb)) {
      throw new UsageError(
        io.language === 'es'
          ? `se espera list, show o set, no «${verb}»`
          : `expected list, show or set, not "${verb}"`,
      );
    }
    const setUp = {
      slug: slug ?? 'default',
      name: values.name,
      settings: await jsonFile(values.settings, io.language),
      brand: (await jsonFile(values.brand, io.language)) as never,
    };
    const built = await context();
    if (verb === 'list') return list(built, io);
    if (verb === 'set') {
      const partner = await setUpPartner(built.db, setUp, recordingAs('settings:set-up'));
      const scope = built.db.forPartner(partner.id);
      if (setUp.settings !== undefined) await wakeEveryClock(scope, built.now());
    }
    return show(built, io, slug);
  },
};

async function list(built: Context, io: CommandIo): Promise<number> {
  await findPartner(built.db);
  for (const { slug, name, sendingOn } of await everyPartner(built.db)) {
    const sending =
      io.language === 'es'
        ? `envío ${sendingOn ? 'activado' : 'desactivado'}`
        : `sending ${sendingOn ? 'on' : 'off'}`;
    io.stdout.write(`${slug}  ${name}  ${sending}\n`);
  }
  return 0;
}

async function show(built: Context, io: CommandIo, slug: string | undefined): Promise<number> {
  const partner = await findPartner(built.db, slug);
  const { defaultBrand } = await loadBrands(built.db.forPartner(partner.id), partner);
  const { name, sendingOn, settings } = partner;
  const shown = { slug: partner.slug, name, sendingOn, settings, brand: defaultBrand };
  io.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  return 0;
}

async function jsonFile(path: string | undefined, language: Language): Promise<unknown> {
  if (path === undefined) return undefined;
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? cause.message : ((cause as NodeJS.ErrnoException).code ?? '');
    throw new Fault(
      'invalid',
      language === 'es'
        ? `no se puede leer ${path} como JSON: ${why}`
        : `cannot read ${path} as JSON: ${why}`,
      { cause },
    );
  }
}
