import { Fault } from '../kernel/fault.ts';
import type { Language } from '../kernel/locale.ts';
import type { PartnerScope, PartnerTransaction } from '../storage/database.ts';
import { nothingFound, type Upload, type UploadList } from './import-upload.ts';
import { selectEntries, selectUpload, type UploadRow } from './import-upload-store.ts';

export const uploadId = /^[0-9a-f]{24}$/;

const lost = {
  es: 'el proceso que trabajaba en ella ha terminado; no se ha escrito nada',
  en: 'the process that was at it has ended; nothing was written',
};
const gone = {
  es: 'no existe ese archivo recibido, o se ha descartado o ha pasado su plazo de siete días',
  en: 'there is no such upload, or it was discarded or its seven days are over',
};

export interface UploadQuestion {
  readonly id: string;
  readonly now: Temporal.Instant;
  readonly language: Language;
}

/** How far an upload has come. Throws `not-found`. */
export async function findUpload(
  tx: PartnerTransaction,
  { id, now, language }: UploadQuestion,
): Promise<Upload> {
  const row = uploadId.test(id) ? await selectUpload(tx, id, now.toString()) : undefined;
  if (!row) throw new Fault('not-found', gone[language], { code: 'no-upload' });
  return uploadOfRow(row, language);
}

function uploadOfRow(row: UploadRow, language: Language): Upload {
  const { isLost, ...kept } = row;
  const facts = { ...nothingFound, ...row.facts };
  const upload: Upload = {
    ...kept,
    bytes: Number(row.bytes),
    progress: { phase: 'read', rows: 0, bytes: null, ...row.progress },
    choices: { ...row.choices, map: row.choices.map ?? {} },
    facts,
  };
  // Its process may have ended between writing the import and saying so.
  if (row.import !== null) return { ...upload, stage: 'applied' };
  return isLost ? { ...upload, stage: 'failed', facts: { ...facts, problem: lost[language] } } : upload;
}

/** A part of one of the plan's lists; of the new and the changed the first ten thousand are kept. */
export async function uploadEntries<T>(
  scope: PartnerScope,
  at: { readonly upload: string; readonly list: UploadList; readonly from: number; readonly limit: number },
): Promise<T[]> {
  return scope.transaction((tx) => selectEntries<T>(tx, at));
}
