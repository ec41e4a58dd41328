import { wakeAfterChange } from '../../../notices/wake-after-change.ts';
import { partnerOfId } from '../../../partners/partner.ts';
import type { ApiDeps } from '../api-context.ts';

/** After the answer: of a large partner it takes its time, and whatever is left undone the next tick does. */
export function wakeLater({ sending, reportError }: ApiDeps, id: number): void {
  const wake = async () => {
    const partner = await partnerOfId(sending.db, id);
    if (partner) await wakeAfterChange(sending, partner);
  };
  void wake().catch(reportError);
}
