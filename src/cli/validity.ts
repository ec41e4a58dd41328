import { Fault } from '../kernel/fault.ts';
import type { RenewalRefusal } from '../validity/coverage.ts';
import { planRenewal, type RenewalPlanRequest } from '../validity/renewal-plan.ts';
import type { Command, CommandIo } from './command.ts';
import { longDate, writeValidityAnswer } from './validity-answer.ts';
import { parseValidityArguments } from './validity-arguments.ts';
import { validityWords } from './validity-words.ts';

/**
 * `vigente validity`: what renewing on a day leads to. A calculation, not a promise: without `--policy` it uses the
 * guide's own rule, which nothing else does. Status 0 with the plan, 1 if the renewal is not taken on that day,
 * 2 for wrong usage.
 */
export const validityCommand: Command<unknown> = {
  name: 'validity',
  summary: {
    en: 'days kept, coverage and certificates after renewing on a given day',
    es: 'días conservados, vigencia y certificados al renovar en un día dado',
  },
  usage: { en: validityWords.en.usage, es: validityWords.es.usage },
  async run(args, io) {
    const words = validityWords[io.language];
    const parsed = parseValidityArguments(args, words);
    if (parsed.kind === 'help') return say(io, words.usage);
    if (parsed.kind === 'wrong') {
      io.stderr.write(`error: ${parsed.sentence}\nhint: ${words.seeHelp}\n`);
      return 2;
    }
    const outcome = planRenewal(parsed.request);
    if (outcome.kind !== 'planned') throw refusal(outcome, parsed.request, io, parsed.json);
    if (parsed.json) return say(io, `${JSON.stringify(outcome.plan)}\n`);
    return say(io, writeValidityAnswer(outcome.plan, io.language, io.stdout.columns ?? 80));
  },
};

function say(io: CommandIo, text: string): number {
  io.stdout.write(text);
  return 0;
}

/** What a program reads about a refusal: a problem document (RFC 9457) on standard output. */
interface ValidityProblem {
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly hint: string;
  readonly firstPossibleDay?: Temporal.PlainDate;
}

function refusal(refused: RenewalRefusal, request: RenewalPlanRequest, io: CommandIo, json: boolean): Fault {
  const problem = problemOf(refused, request, io);
  if (json) io.stdout.write(`${JSON.stringify(problem)}\n`);
  return new Fault('invalid', problem.detail, { hint: problem.hint });
}

function problemOf(refused: RenewalRefusal, request: RenewalPlanRequest, io: CommandIo): ValidityProblem {
  const words = validityWords[io.language];
  const date = (day: Temporal.PlainDate) => longDate(day, io.language);
  const on = date(request.renewOn);
  if (refused.kind === 'too-early') {
    const { firstPossibleDay, daysEarly: early } = refused;
    const first = `${date(firstPossibleDay)} (${firstPossibleDay})`;
    return {
      type: '/problems/too-early',
      title: words.tooEarlyTitle,
      detail: words.tooEarly({ on, early, ends: date(request.ends), first: date(firstPossibleDay) }),
      hint: words.renewFrom(first),
      firstPossibleDay,
    };
  }
  const { name, from, until } = refused.policy;
  return {
    type: '/problems/policy-not-in-force',
    title: words.notInForceTitle,
    detail: words.notInForce(name, on),
    hint: words.inForce(from && date(from), until && date(until)),
  };
}
