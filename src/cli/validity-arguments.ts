import { parseArgs } from 'node:util';
import { type CalendarTerm, parseCalendarTerm } from '../validity/calendar-term.ts';
import { type CarryOverPolicy, guidePolicy, publishedPolicies } from '../validity/carry-over-policy.ts';
import { isBefore } from '../validity/days.ts';
import { forumLimits } from '../validity/limits.ts';
import type { RenewalPlanRequest } from '../validity/renewal-plan.ts';
import type { ValidityWords } from './validity-words.ts';

const options = {
  expires: { type: 'string' },
  'renew-on': { type: 'string' },
  term: { type: 'string' },
  policy: { type: 'string' },
  authority: { type: 'string' },
  lead: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Leaves something even of the shortest certificates, 46 days from 2029 on. */
const longestLead = 30;

type OptionName = keyof typeof options;
type Given = Partial<Record<OptionName, string | true>>;

/** What was asked for, or the sentence that says what is wrong with the asking. */
export type ValidityArguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string }
  | { readonly kind: 'asked'; readonly request: RenewalPlanRequest; readonly json: boolean };

export function parseValidityArguments(args: readonly string[], words: ValidityWords): ValidityArguments {
  try {
    const given = readOptions(args, words);
    if (given.help) return { kind: 'help' };
    return { kind: 'asked', request: readRequest(given, words), json: given.json === true };
  } catch (error) {
    if (error instanceof WrongUsage) return { kind: 'wrong', sentence: error.message };
    throw error;
  }
}

/** Stays inside this file: the quickest way out of the readers below. */
class WrongUsage extends Error {}

function readOptions(args: readonly string[], words: ValidityWords): Given {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const given: Given = {};
  for (const token of tokens) {
    if (token.kind === 'positional') throw new WrongUsage(words.unexpected(token.value));
    if (token.kind !== 'option') continue;
    if (!isOptionName(token.name)) throw new WrongUsage(words.unknownOption(token.rawName));
    const flag = options[token.name].type === 'boolean';
    if (flag && token.value !== undefined) throw new WrongUsage(words.takesNoValue(token.rawName));
    if (!flag && !token.value) throw new WrongUsage(words.needsValue(token.rawName));
    given[token.name] = token.value ?? true;
  }
  return given;
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

function readRequest(given: Given, words: ValidityWords): RenewalPlanRequest {
  const policy = readPolicy(given, words);
  const authority = textOf(given, 'authority') ?? policy.authority;
  return {
    ends: readDate(given, 'expires', words),
    renewOn: readDayOfRenewal(given, words),
    term: readTerm(given, words),
    policy,
    leadDays: readLead(given, words),
    ...(authority === undefined ? {} : { authority }),
  };
}

function textOf(given: Given, name: OptionName): string | undefined {
  const value = given[name];
  return typeof value === 'string' ? value : undefined;
}

function readDate(given: Given, name: 'expires' | 'renew-on', words: ValidityWords): Temporal.PlainDate {
  const text = textOf(given, name);
  if (text === undefined) throw new WrongUsage(words.missing(`--${name}`));
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new WrongUsage(words.notADate(`--${name}`, text));
}

function readDayOfRenewal(given: Given, words: ValidityWords): Temporal.PlainDate {
  const day = readDate(given, 'renew-on', words);
  const first = forumLimits[0]!.from;
  if (isBefore(day, first)) throw new WrongUsage(words.tooLongAgo(day.toString(), first.toString()));
  return day;
}

function readTerm(given: Given, words: ValidityWords): CalendarTerm {
  const text = textOf(given, 'term') ?? '1y';
  const term = parseCalendarTerm(text);
  if (!term) throw new WrongUsage(words.notATerm(text));
  return term;
}

function readLead(given: Given, words: ValidityWords): number {
  const text = textOf(given, 'lead') ?? '0';
  if (!/^\d{1,3}$/.test(text) || Number(text) > longestLead) {
    throw new WrongUsage(words.notALead(text, longestLead));
  }
  return Number(text);
}

function readPolicy(given: Given, words: ValidityWords): CarryOverPolicy {
  const name = textOf(given, 'policy') ?? guidePolicy.name;
  const policy = publishedPolicies.find((each) => each.name === name);
  if (policy) return policy;
  throw new WrongUsage(words.notAPolicy(name, publishedPolicies.map((each) => each.name).join(', ')));
}
