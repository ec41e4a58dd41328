import { z } from '@hono/zod-openapi';
import { takeUndo } from '../../inventory/keep-undo.ts';
import type { UndoStep } from '../../inventory/undo-step.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { newRoutes } from './new-routes.ts';
import { recordChanges } from './recorded.ts';
import { makerOf } from './settings/maker-of.ts';
import { isRulesStep, takeRulesBack } from './settings/take-rules-back.ts';
import { wakeLater } from './settings/wake-later.ts';
import { takeBack } from './take-back.ts';

const undone = z.object({
  undone: z.number().int(),
  /** Changed again by somebody since, and therefore left alone. */
  left: z.number().int(),
});

export function undoApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/undo/{token}',
      // Whoever made the change may take it back; the token is theirs alone.
      permission: 'expiring:read',
      tags: ['Undo'],
      summary: 'Takes a change of one’s own back, within 15 minutes.',
      request: { params: z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{10,64}$/) }) },
      responses: answers(undone, 'What was taken back'),
    }),
    async (c) => {
      const { scope, now } = await scopeOfCaller(c, deps);
      const { person } = c.var.caller;
      const { token } = c.req.valid('param');
      const answer = await scope.transaction(async (tx) => {
        const { action, steps } = await takeUndo(tx, { token, person }, now);
        let count = 0;
        for (const step of steps) {
          const taken = isRulesStep(step)
            ? await takeRulesBack(tx, step, makerOf(c.var.caller, now))
            : await takeBack(tx, step, { caller: c.var.caller, now });
          if (!taken) continue;
          count += 1;
          const changed = 'before' in step ? { before: step.after, after: step.before } : {};
          const subject = { kind: subjectKind(step), id: step.id };
          await recordChanges(tx, c.var.caller, `${action}:undo`, [{ subject, ...changed }]);
        }
        return { undone: count, left: steps.length - count, isRules: steps.some(isRulesStep) };
      });
      if (answer.isRules) wakeLater(deps, c.var.caller.partner);
      return c.json({ undone: answer.undone, left: answer.left }, 200);
    },
  );
  return api;
}

function subjectKind(step: UndoStep): string {
  const { kind } = step;
  if (kind.startsWith('instruction')) return 'instruction';
  if (kind === 'sending' || kind === 'brand') return 'partner';
  if (kind === 'note' || kind === 'note-edited') return step.of;
  if (kind === 'inbox') return kind;
  if (kind === 'contact-added' || kind === 'consent') return 'contact';
  if (
    kind === 'request' ||
    kind === 'customer' ||
    kind === 'contact' ||
    kind === 'run' ||
    kind === 'view' ||
    kind === 'message' ||
    isRulesStep(step)
  )
    return kind;
  return 'order';
}
