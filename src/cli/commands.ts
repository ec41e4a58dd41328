import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { demoCommand } from './demo.ts';
import { expiringCommand } from './expiring.ts';
import { importCommand } from './import.ts';
import { outboxCommand } from './outbox.ts';
import { partnerCommand } from './partner.ts';
import { personCommand } from './person.ts';
import { planCommand } from './plan.ts';
import { requestsCommand } from './requests.ts';
import { sendingCommand } from './sending.ts';
import { serveCommand } from './serve.ts';
import { settingsCommand } from './settings.ts';
import { tickCommand } from './tick.ts';
import { validityCommand } from './validity.ts';

/** All commands, in the order in which they are listed. */
export const commands: readonly Command<Context>[] = [
  importCommand,
  expiringCommand,
  planCommand,
  tickCommand,
  outboxCommand,
  requestsCommand,
  sendingCommand,
  partnerCommand,
  personCommand,
  validityCommand,
  settingsCommand,
  serveCommand,
  demoCommand,
];
