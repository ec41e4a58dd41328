import { type ParseArgsConfig, type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Language } from '../kernel/locale.ts';

/** The command was called wrongly: one sentence, status 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

type Parsed<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<ParseArgsConfig & { options: Options; allowPositionals: true; strict: true }>
>;

/** The options and positional arguments of a command; throws `UsageError` for what it does not know. */
export function readArguments<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  limits: { readonly positionals: number; readonly language: Language },
): Parsed<Options> {
  let parsed: Parsed<Options>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split('. ')[0]! : String(error));
  }
  const extra = parsed.positionals[limits.positionals];
  if (extra !== undefined) {
    throw new UsageError(
      limits.language === 'es' ? `sobra el argumento «${extra}»` : `unexpected argument "${extra}"`,
    );
  }
  return parsed;
}

/**
 * A moment as people give it: an ISO instant, or a day, which stands for its noon in UTC so that it is that day nearly
 * everywhere. Throws `UsageError`.
 */
export function readMoment(text: string, option: string, language: Language): Temporal.Instant {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? Temporal.PlainDate.from(text).toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).toInstant()
      : Temporal.Instant.from(text);
  } catch {
    throw new UsageError(
      language === 'es'
        ? `${option} espera un día (2026-11-23) o un instante (2026-11-23T10:00:00Z), no «${text}»`
        : `${option} expects a day (2026-11-23) or an instant (2026-11-23T10:00:00Z), not "${text}"`,
    );
  }
}

export function readDay(text: string, option: string, language: Language): Temporal.PlainDate {
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError();
    return Temporal.PlainDate.from(text);
  } catch {
    throw new UsageError(
      language === 'es'
        ? `${option} espera un día como 2026-11-23, no «${text}»`
        : `${option} expects a day such as 2026-11-23, not "${text}"`,
    );
  }
}
