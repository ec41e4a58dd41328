import type { PartnerScope } from '../storage/database.ts';
import { askToStop } from './import-upload-store.ts';

/** Asks whichever process works on an upload to stop. False when nobody does. */
export function stopUpload(scope: PartnerScope, id: string): Promise<boolean> {
  return scope.transaction((tx) => askToStop(tx, id));
}
