import { roles } from '../access/caller.ts';
import { disablePerson } from '../access/change-membership.ts';
import { makeInvitation } from '../access/invite-person.ts';
import { listPeople } from '../access/list-people.ts';
import { resetLink } from '../access/reset-password.ts';
import { Fault } from '../kernel/fault.ts';
import type { Language } from '../kernel/locale.ts';
import { findPartner, type Partner } from '../partners/partner.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command, CommandIo } from './command.ts';
import type { Context } from './context.ts';
import { commandActor } from './operator.ts';
import { personWords } from './person-words.ts';

const options = {
  partner: { type: 'string' },
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  prices: { type: 'boolean', default: false },
} as const;

export const personCommand: Command<Context> = {
  name: 'person',
  summary: { en: personWords.en.summary, es: personWords.es.summary },
  usage: { en: personWords.en.usage, es: personWords.es.usage },
  async run(args, io, context) {
    const { values, positionals } = readArguments(args, options, { positionals: 1, language: io.language });
    const [verb = 'list'] = positionals;
    const act = verbs[verb as keyof typeof verbs];
    if (!act) throw new UsageError(personWords[io.language].unknownVerb(verb));
    const built = await context();
    return act({ built, io, partner: await findPartner(built.db, values.partner), values });
  },
};

interface Called {
  readonly built: Context;
  readonly io: CommandIo;
  readonly partner: Partner;
  readonly values: {
    readonly email?: string | undefined;
    readonly name?: string | undefined;
    readonly role?: string | undefined;
    readonly prices?: boolean | undefined;
  };
}

const verbs = { list, add, reset, disable };

async function list({ built, io, partner }: Called): Promise<number> {
  const words = personWords[io.language];
  const { members, invitations } = await listPeople(built.access, partner.id);
  for (const one of members) {
    const notes = [one.disabledAt ? words.disabled : '', one.twoFactor ? words.twoFactor : ''].filter(
      Boolean,
    );
    io.stdout.write(`${[one.email, one.name, one.role, ...notes].join('  ')}\n`);
  }
  for (const one of invitations)
    io.stdout.write(`${[one.email, one.name, one.role, words.invited].join('  ')}\n`);
  if (members.length + invitations.length === 0) io.stdout.write(`${words.nobody}\n`);
  return 0;
}

async function add({ built, io, partner, values }: Called): Promise<number> {
  const email = wanted(values.email, '--email', io.language);
  const role = roles.find((one) => one === values.role);
  if (!role) throw new UsageError(personWords[io.language].unknownRole(roles.join(', ')));
  const { link } = await makeInvitation(
    built.access,
    { partner: partner.id, partnerName: partner.name, by: commandActor() },
    {
      ...{ email, role, customers: null, language: io.language },
      name: values.name ?? email.split('@')[0]!,
      seesPrices: values.prices || role === 'administrator',
    },
  );
  io.stdout.write(`${personWords[io.language].hand(link)}\n`);
  return 0;
}

async function reset({ built, io, values }: Called): Promise<number> {
  const email = wanted(values.email, '--email', io.language).toLowerCase();
  const link = await resetLink(built.access, email, commandActor());
  if (!link) throw nobody(io.language);
  io.stdout.write(`${personWords[io.language].handReset(link)}\n`);
  return 0;
}

async function disable({ built, io, partner, values }: Called): Promise<number> {
  const email = wanted(values.email, '--email', io.language).toLowerCase();
  const { members } = await listPeople(built.access, partner.id);
  const member = members.find((one) => one.email === email);
  if (!member) throw nobody(io.language);
  await disablePerson(built.access, partner.id, member.person, commandActor());
  io.stdout.write(`${personWords[io.language].shutOut(member.name)}\n`);
  return 0;
}

function wanted(value: string | undefined, option: string, language: Language): string {
  if (value === undefined) throw new UsageError(personWords[language].missing(option));
  return value;
}

function nobody(language: Language): Fault {
  return new Fault('not-found', personWords[language].noSuchPerson);
}
