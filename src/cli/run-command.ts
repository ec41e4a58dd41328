import { readFileSync } from 'node:fs';
import type { Language } from '../kernel/locale.ts';
import { languageOf } from '../kernel/locale.ts';
import { UsageError } from './arguments.ts';
import type { Command, CommandIo } from './command.ts';
import type { Context } from './context.ts';
import { terminalFault } from './terminal-fault.ts';

export interface Run {
  readonly args: readonly string[];
  readonly io: Omit<CommandIo, 'language'>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly commands: readonly Command<Context>[];
  /** Told the language of the answer and the command that asks. */
  readonly context: (language: Language, command: string) => Promise<Context>;
}

/** Finds the command, runs it, shows what went wrong. Returns the exit status; never throws. */
export async function runCommand(run: Run): Promise<number> {
  let language: Language = environmentLanguage(run.environment);
  try {
    const { lang, rest } = takeLanguage(run.args, language);
    language = lang;
    return await dispatch(run, rest, language);
  } catch (error) {
    const fault = terminalFault(error, language, run.environment.LOG_LEVEL === 'debug');
    run.io.stderr.write(fault.text);
    return fault.status;
  }
}

async function dispatch(run: Run, args: readonly string[], language: Language): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const about = run.commands.find((command) => command.name === rest[0]);
    run.io.stdout.write(about ? `${about.usage[language]}\n` : overview(run.commands, language));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === 'version') {
    run.io.stdout.write(`${version()}\n`);
    return 0;
  }
  const command = run.commands.find((one) => one.name === name);
  if (!command) {
    throw new UsageError(
      language === 'es'
        ? `no existe la orden «${name}»; «vigente help» las muestra todas`
        : `there is no command "${name}"; "vigente help" lists them`,
    );
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    run.io.stdout.write(`${command.usage[language]}\n`);
    return 0;
  }
  return command.run(rest, { ...run.io, language }, () => run.context(language, command.name));
}

/** The package's own. */
function version(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { readonly version: string }).version;
}

/** LC_ALL, then LC_MESSAGES, then LANG, as POSIX has it; English without any. */
function environmentLanguage(environment: Run['environment']): Language {
  return languageOf(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || 'en');
}

function takeLanguage(args: readonly string[], otherwise: Language): { lang: Language; rest: string[] } {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return { lang: otherwise, rest: [...args] };
  const joined = args[at]!.startsWith('--lang=');
  const value = joined ? args[at]!.slice('--lang='.length) : args[at + 1];
  if (value !== 'es' && value !== 'en') throw new UsageError('--lang expects es or en');
  return { lang: value, rest: args.toSpliced(at, joined ? 1 : 2) };
}

function overview(commands: readonly Command<Context>[], language: Language): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary[language]}`);
  const head =
    language === 'es'
      ? 'Vigente: la mesa de renovaciones de quien vende certificados TLS\n\nuso: vigente ORDEN [--lang es|en] [--help]\n     vigente --version\n'
      : 'Vigente: the renewals desk of those who sell TLS certificates\n\nusage: vigente COMMAND [--lang es|en] [--help]\n       vigente --version\n';
  return `${head}\n${lines.join('\n')}\n`;
}
