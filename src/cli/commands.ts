import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { outboxCommand } from './outbox.ts';
import { planCommand } from './plan.ts';
import { sendingCommand } from './sending.ts';
import { tickCommand } from './tick.ts';
import { validityCommand } from './validity.ts';

/** All commands, in the order in which they are listed. */
export const commands: readonly Command<Context>[] = [
  planCommand,
  tickCommand,
  outboxCommand,
  sendingCommand,
  validityCommand,
];
