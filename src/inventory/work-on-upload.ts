import { Readable } from 'node:stream';
import { Fault, isFault } from '../kernel/fault.ts';
import type { Language } from '../kernel/locale.ts';
import type { Now } from '../kernel/now.ts';
import type { PartnerScope } from '../storage/database.ts';
import { importInventory } from './import-inventory.ts';
import type { ImportPlan } from './import-plan.ts';
import { importsMark } from './import-store.ts';
import {
  nothingFound,
  type Upload,
  type UploadChoices,
  type UploadFacts,
  type UploadProgress,
  type UploadStage,
} from './import-upload.ts';
import { beatUpload, endWork, removeContents, selectPiece, takeForWork } from './import-upload-store.ts';
import { keepPlanLists } from './keep-plan-lists.ts';
import { type FileLook, readInventory } from './reading/read-inventory.ts';
import { turnTaker } from './turn-taker.ts';

export interface UploadRun {
  readonly scope: PartnerScope;
  readonly now: Now;
  readonly language: Language;
  /** After much was written at once. */
  readonly refreshStatistics: () => Promise<void>;
  /** Told of what nobody foresaw. */
  readonly reportError: (error: unknown) => void;
}

/** Work that whoever asks now sees as begun; its end is not waited for, and it never rejects. */
export interface Begun {
  readonly ended: Promise<void>;
}

const settled: readonly UploadStage[] = ['waiting', 'stopped', 'failed'];

/**
 * Reads the file and compares it with the inventory, which stays as it is; then a person decides. Throws `conflict`
 * when something else is at work on it.
 */
export function planUpload(run: UploadRun, upload: Upload, choices: UploadChoices): Promise<Begun> {
  return begin(run, { ...upload, choices }, { stage: 'reading', from: settled });
}

/** Applies what was planned: reads the file once more as it was mapped. Throws `conflict` when there is no plan. */
export function applyUpload(run: UploadRun, upload: Upload, by: Applier): Promise<Begun> {
  return begin(run, upload, { stage: 'applying', from: ['waiting'], by });
}

export interface Applier {
  readonly person: string;
  readonly personName: string;
}

type Order =
  | { readonly stage: 'reading'; readonly from: readonly UploadStage[] }
  | { readonly stage: 'applying'; readonly from: readonly UploadStage[]; readonly by: Applier };

const busy = {
  es: 'con este archivo se está trabajando en este momento, o ya se ha importado',
  en: 'this file is being worked on at this moment, or was imported already',
};

async function begin(run: UploadRun, upload: Upload, order: Order): Promise<Begun> {
  const progress: UploadProgress = { phase: 'wait', rows: 0, bytes: null };
  const { stage, from } = order;
  const { choices } = upload;
  const isOurs = await run.scope.transaction((tx) =>
    takeForWork(tx, upload.id, { stage, from, choices, progress }),
  );
  if (!isOurs) throw new Fault('conflict', busy[run.language], { code: 'upload-busy', retryAfterSeconds: 2 });
  return { ended: work(run, { ...upload, stage, progress }, order).catch(run.reportError) };
}

/**
 * Each piece of work holds a connection while it waits for the imports before it, and needs a second one to tell how
 * far it is: more at once would leave none.
 */
const turns = turnTaker(2);

/** Between two words of how far it is. A browser asks about as often. */
const beatMs = 500;

async function work(run: UploadRun, upload: Upload, order: Order): Promise<void> {
  const { progress, facts, plannedOver } = upload;
  const state: WorkState = { progress, facts, plannedOver };
  const stop = new AbortController();
  const beats = beating(run, upload.id, state, stop);
  let stage: UploadStage;
  try {
    stage = await turns(stop.signal, () => readAndImport(run, upload, order, state, stop.signal));
  } catch (error) {
    // Stopped while it was being applied: the plan still stands.
    const stopped = order.stage === 'applying' ? 'waiting' : 'stopped';
    stage = stop.signal.aborted ? stopped : 'failed';
    state.facts = stop.signal.aborted ? withoutProblem(state.facts) : withProblem(run, state.facts, error);
  } finally {
    await beats.end();
  }
  await run.scope.transaction(async (tx) => {
    await endWork(tx, upload.id, { stage, ...state });
    if (stage === 'applied') await removeContents(tx, upload.id);
  });
  if (stage === 'applied' && writtenBy(state.facts) > muchWritten) await run.refreshStatistics();
}

interface WorkState {
  progress: UploadProgress;
  facts: UploadFacts;
  plannedOver: string | null;
}

/** Says again and again how far it is, one word after the other, and hears whether it is to stop. */
function beating(run: UploadRun, id: string, state: WorkState, stop: AbortController) {
  let going: Promise<void> = Promise.resolve();
  let isGoing = false;
  const beat = async (): Promise<void> => {
    isGoing = true;
    const isToStop = await run.scope
      .transaction((tx) => beatUpload(tx, id, state.progress))
      .catch(() => false);
    if (isToStop) stop.abort();
    isGoing = false;
  };
  const timer = setInterval(() => {
    if (!isGoing) going = beat();
  }, beatMs);
  timer.unref();
  return {
    end: async (): Promise<void> => {
      clearInterval(timer);
      await going;
    },
  };
}

async function readAndImport(
  run: UploadRun,
  upload: Upload,
  order: Order,
  state: WorkState,
  signal: AbortSignal,
): Promise<UploadStage> {
  const step = (change: Partial<UploadProgress>): void => {
    signal.throwIfAborted();
    state.progress = { ...state.progress, ...change };
  };
  step({ phase: 'open' });
  if (order.stage === 'reading') state.facts = nothingFound;
  const { choices, file: name } = upload;
  const from = Readable.from(storedBytes(run.scope, upload.id, (bytes) => step({ bytes })));
  const onLook = (look: FileLook): void => {
    if (order.stage === 'reading') state.facts = { ...nothingFound, ...lookFacts(look) };
  };
  const { language } = run;
  const reading = await readInventory({ from, name }, { ...choices, language, signal, onLook });
  const by = order.stage === 'applying' ? { ...order.by, upload: upload.id } : undefined;
  const outcome = await importInventory(
    run.scope,
    reading,
    { now: run.now, by, options: { ...upload.choices, uploadedBy: upload.person } },
    {
      onWait: () => step({ phase: 'wait' }),
      onRows: (rows) => step({ phase: 'read', rows, bytes: reading.bytesDone() ?? null }),
      onStep: (phase) => step({ phase }),
      decide: async () => order.stage === 'applying',
      onOutcome: async (plan, id) => {
        if (id === null) await keepPlan(run, upload.id, plan, state, step);
        else state.facts = { ...state.facts, ...planFacts(plan) };
        signal.throwIfAborted();
      },
    },
  );
  state.progress = { ...state.progress, phase: 'done' };
  return outcome.kind === 'applied' ? 'applied' : 'waiting';
}

async function keepPlan(
  run: UploadRun,
  id: string,
  plan: ImportPlan,
  state: WorkState,
  step: (change: Partial<UploadProgress>) => void,
): Promise<void> {
  step({ phase: 'lists' });
  await keepPlanLists(run.scope, id, plan);
  state.facts = { ...state.facts, ...planFacts(plan) };
  state.plannedOver = await run.scope.transaction(importsMark);
}

async function* storedBytes(
  scope: PartnerScope,
  upload: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for (let nth = 0; ; nth++) {
    const at = nth;
    const piece = await scope.transaction((tx) => selectPiece(tx, upload, at));
    if (piece === undefined) return;
    bytes += piece.length;
    onBytes(bytes);
    yield piece;
  }
}

function lookFacts(look: FileLook): Partial<UploadFacts> {
  const { format, encoding, separator, sheet, sheets, headings, fields } = look;
  return {
    ...{ format, encoding: encoding ?? null, separator: separator ?? null, sheet: sheet ?? null, sheets },
    ...{ headings, fields: fields.map((field) => field ?? null) },
  };
}

function planFacts({ reading, counts, readings }: ImportPlan): Partial<UploadFacts> {
  const { mapping, headings, dateOrder, remarks } = reading;
  const fieldOf = new Map(Object.entries(mapping).map(([field, heading]) => [heading, field]));
  return {
    ...{ mapping, headings, fields: headings.map((heading) => fieldOf.get(heading) ?? null) },
    ...{ dateOrder: dateOrder ?? null, remarks, counts, readings, problem: null, hint: null },
  };
}

function withoutProblem(facts: UploadFacts): UploadFacts {
  return { ...facts, problem: null, hint: null };
}

const unforeseen = {
  es: 'algo ha fallado en Vigente al leerlo; no se ha escrito nada',
  en: 'something went wrong in Vigente while it was read; nothing was written',
};

function withProblem({ language, reportError }: UploadRun, facts: UploadFacts, error: unknown): UploadFacts {
  const known = isFault(error) && error.kind !== 'internal' ? error : undefined;
  if (!known) reportError(error);
  return { ...facts, problem: known?.message ?? unforeseen[language], hint: known?.hint ?? null };
}

const muchWritten = 1_000;

function writtenBy({ counts }: UploadFacts): number {
  return counts === null ? 0 : counts.added + counts.changed + counts.customersAdded + counts.contactsAdded;
}
