import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault, isFault } from '../kernel/fault.ts';
import type { PartnerId, RowId } from '../kernel/ids.ts';
import type { Language } from '../kernel/locale.ts';
import type { Now } from '../kernel/now.ts';
import type { PartnerScope } from '../storage/database.ts';
import type { ReadingCode } from './clock-reading.ts';
import { importInventory } from './import-inventory.ts';
import type { ImportCounts, ImportPlan } from './import-plan.ts';
import type { DateOrder } from './reading/calendar-day.ts';
import type { HeadingChoice } from './reading/heading-map.ts';
import { readInventory } from './reading/read-inventory.ts';

export type UploadStage = 'reading' | 'waiting' | 'applying' | 'applied' | 'failed' | 'discarded';
export const uploadLists = ['added', 'changed', 'refused'] as const;
export type UploadList = (typeof uploadLists)[number];

export interface UploadChoices {
  readonly map: HeadingChoice;
  readonly dateOrder: DateOrder | undefined;
}

/** A file that a person has brought, and how far it has come. Kept beside the file, so any process can tell. */
export interface Upload {
  readonly id: string;
  readonly file: string;
  readonly person: string;
  readonly personName: string;
  readonly at: string;
  readonly stage: UploadStage;
  readonly phase: 'read' | 'wait' | 'compare' | 'apply' | 'successions' | 'done';
  readonly rows: number;
  readonly choices: UploadChoices;
  readonly headings: readonly string[];
  /** Field → heading. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly dateOrder: DateOrder | null;
  readonly counts: ImportCounts | null;
  readonly readings: Readonly<Partial<Record<ReadingCode, number>>>;
  readonly knownBefore: boolean;
  readonly import: RowId | null;
  readonly problem: string | null;
  readonly hint: string | null;
}

export const mostUploadBytes = 300_000_000;
/** Each list keeps so many entries for looking at; the counts are of all. */
const mostListed = 10_000;
const keptHours = 24;
/** A running upload's state is written so often; one that is silent for ten times as long has lost its process. */
const beatMs = 2_000;

/** Where one partner's uploads rest. */
export interface UploadPlace {
  readonly dataFolder: string;
  readonly partner: PartnerId;
}

/** Takes a file in; uploads of yesterday are removed on the way. Throws `too-large`. */
export async function receiveUpload(
  place: UploadPlace,
  given: {
    readonly from: Readable;
    readonly name: string;
    readonly person: string;
    readonly personName: string;
    readonly now: Temporal.Instant;
  },
): Promise<Upload> {
  await removeOld(place, given.now);
  const id = randomBytes(12).toString('hex');
  const folder = folderOf(place, id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const to = createWriteStream(join(folder, 'file'), { mode: 0o600 });
    await pipeline(given.from, atMost(mostUploadBytes), to);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const { name, person, personName, now } = given;
  const upload: Upload = {
    ...{ id, file: name.slice(0, 200), person, personName, at: now.toString() },
    ...{ stage: 'reading', phase: 'read', rows: 0, choices: { map: {}, dateOrder: undefined } },
    ...{ headings: [], mapping: {}, dateOrder: null, counts: null, readings: {}, knownBefore: false },
    ...{ import: null, problem: null, hint: null },
  };
  await keep(place, upload);
  return upload;
}

/** How far an upload has come. Throws `not-found`. */
export async function uploadOf(place: UploadPlace, id: string): Promise<Upload> {
  if (!/^[0-9a-f]{24}$/.test(id)) throw new Fault('not-found', 'there is no such upload');
  const path = join(folderOf(place, id), 'upload.json');
  try {
    const upload = JSON.parse(await readFile(path, 'utf8')) as Upload;
    const silent = Date.now() - (await stat(path)).mtimeMs;
    const isRunning = upload.stage === 'reading' || upload.stage === 'applying';
    if (!isRunning || silent < beatMs * 10) return upload;
    return {
      ...upload,
      stage: 'failed',
      problem: 'the process that was at it has ended; nothing was applied',
    };
  } catch {
    throw new Fault('not-found', 'there is no such upload; uploads are kept for a day');
  }
}

export interface UploadRun {
  readonly place: UploadPlace;
  readonly scope: PartnerScope;
  readonly now: Now;
  readonly language: Language;
  /** Told of what nobody foresaw. */
  readonly reportError: (error: unknown) => void;
}

/** Reads the file and compares it with the inventory, which stays as it is; then a person decides. Never rejects. */
export async function planUpload(run: UploadRun, upload: Upload, choices: UploadChoices): Promise<Begun> {
  return begin(
    run,
    { ...upload, choices, stage: 'reading', phase: 'read', rows: 0, problem: null, hint: null },
    false,
  );
}

/** Applies what was planned: reads the file once more as it was mapped. Never rejects. */
export async function applyUpload(run: UploadRun, upload: Upload): Promise<Begun> {
  return begin(run, { ...upload, stage: 'applying', phase: 'read', rows: 0 }, true);
}

/** Work that whoever asks now sees as begun; its end is not waited for. */
export interface Begun {
  readonly ended: Promise<Upload>;
}

async function begin(run: UploadRun, upload: Upload, apply: boolean): Promise<Begun> {
  await keep(run.place, upload);
  return { ended: work(run, upload, apply) };
}

async function work(run: UploadRun, begun: Upload, apply: boolean): Promise<Upload> {
  let upload = begun;
  const timer = setInterval(() => void keep(run.place, upload).catch(() => {}), beatMs);
  timer.unref();
  const step = (change: Partial<Upload>): void => {
    upload = { ...upload, ...change };
  };
  try {
    const from = join(folderOf(run.place, upload.id), 'file');
    const { map, dateOrder } = upload.choices;
    const reading = await readInventory(
      { from, name: upload.file },
      { map, dateOrder, language: run.language },
    );
    const outcome = await importInventory(
      run.scope,
      reading,
      { now: run.now, options: { uploadedBy: upload.person } },
      {
        onWait: () => step({ phase: 'wait' }),
        onRows: (rows) => step({ phase: 'read', rows }),
        onStep: (phase) => step({ phase }),
        decide: async () => apply,
        onOutcome: async (plan) => {
          step(factsOf(plan));
          if (!apply) await writeLists(run.place, upload.id, plan);
        },
      },
    );
    const applied = outcome.kind === 'applied' ? { stage: 'applied' as const, import: outcome.id } : {};
    step({ stage: 'waiting', phase: 'done', ...applied });
  } catch (error) {
    if (!isFault(error)) run.reportError(error);
    const known = isFault(error) && error.kind !== 'internal' ? error : undefined;
    step({ stage: 'failed', problem: known?.message ?? null, hint: known?.hint ?? null });
  } finally {
    clearInterval(timer);
  }
  await keep(run.place, upload);
  return upload;
}

function factsOf(plan: ImportPlan): Partial<Upload> {
  const { headings, mapping, dateOrder } = plan.reading;
  return {
    headings,
    mapping: mapping as Record<string, string>,
    dateOrder: dateOrder ?? null,
    counts: plan.counts,
    readings: plan.readings,
    knownBefore: plan.knownBefore,
  };
}

/** The first entries of each list, one JSON line each, while the import's transaction can still be read. */
async function writeLists(place: UploadPlace, id: string, plan: ImportPlan): Promise<void> {
  for (const list of uploadLists) {
    const file = await open(join(folderOf(place, id), `${list}.jsonl`), 'w', 0o600);
    try {
      let written = 0;
      for await (const entry of plan[list]()) {
        if (written >= mostListed) break;
        written += 1;
        await file.write(`${JSON.stringify(entry)}\n`);
      }
    } finally {
      await file.close();
    }
  }
}

/** A part of one of the plan's lists; the first ten thousand entries are kept. */
export async function uploadEntries<T>(
  place: UploadPlace,
  id: string,
  { list, from, limit }: { readonly list: UploadList; readonly from: number; readonly limit: number },
): Promise<T[]> {
  await uploadOf(place, id);
  const path = join(folderOf(place, id), `${list}.jsonl`);
  const text = await readFile(path, 'utf8').catch(() => '');
  const lines = text.split('\n').slice(from, from + limit);
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

function folderOf({ dataFolder, partner }: UploadPlace, id: string): string {
  return join(dataFolder, 'uploads', String(partner), id);
}

/** Written aside and then named, so that nobody reads half of it. */
async function keep(place: UploadPlace, upload: Upload): Promise<void> {
  const path = join(folderOf(place, upload.id), 'upload.json');
  const aside = `${path}.${randomBytes(4).toString('hex')}`;
  await writeFile(aside, JSON.stringify(upload), { mode: 0o600 });
  await rename(aside, path);
}

async function removeOld(place: UploadPlace, now: Temporal.Instant): Promise<void> {
  const parent = join(place.dataFolder, 'uploads', String(place.partner));
  const ids = await readdir(parent).catch(() => []);
  const oldest = now.subtract({ hours: keptHours }).epochMilliseconds;
  for (const id of ids) {
    const { mtimeMs } = await stat(join(parent, id)).catch(() => ({ mtimeMs: 0 }));
    if (mtimeMs < oldest) await rm(join(parent, id), { recursive: true, force: true });
  }
}

function atMost(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > bytes) done(new Fault('too-large', `the file holds more than ${bytes} bytes`));
      else done(null, chunk);
    },
  });
}
