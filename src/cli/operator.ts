import { userInfo } from 'node:os';
import type { Actor } from '../access/audit.ts';
import { operatorActor } from '../access/operator.ts';

/** Who runs this command, as the machine knows them: commands ask for no account of Vigente. */
export function commandActor(): Actor {
  return operatorActor(accountName());
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return String(process.getuid?.() ?? 'unknown');
  }
}
