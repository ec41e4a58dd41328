import type { Context } from 'hono';
import { isAllowed } from '../../access/authorise.ts';
import { Fault } from '../../kernel/fault.ts';
import type { ApiDeps, ApiEnv } from './api-context.ts';
import { type CallerScope, scopeOfCaller } from './caller-scope.ts';

/** A file speaks of every customer, so it is for those who may see every customer. Throws `forbidden`. */
export async function importsScope(c: Context<ApiEnv>, deps: ApiDeps): Promise<CallerScope> {
  if (c.var.caller.customers !== null)
    throw new Fault('forbidden', 'imports are for those who may see every customer', {
      code: 'for-all-customers',
    });
  return scopeOfCaller(c, deps);
}

/** What stands in the place of amounts, for whoever may not see prices; null for the others. */
export function hiddenAmount(c: Context<ApiEnv>): string | null {
  if (isAllowed(c.var.caller, 'prices:see')) return null;
  return c.var.language === 'es' ? 'importe oculto' : 'amount hidden';
}
