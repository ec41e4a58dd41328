import { Worker } from 'node:worker_threads';
import type { InventoryFile } from './inventory-file.ts';
import { readingFault } from './reading-fault.ts';
import { maxColumns, workbookHeapMiB } from './reading-limits.ts';
import type { RawRecord } from './record-splitter.ts';
import type { WorkbookAnswer, WorkbookOrder } from './workbook-worker.ts';

/** Batches on their way between the thread and its reader. */
const inFlight = 4;

/**
 * The rows of one sheet, read in a thread of its own whose heap is limited: whatever a workbook does to its reader,
 * this process lives on. Ending the iteration early ends the thread.
 */
export async function* workbookRecords(
  file: InventoryFile,
  sheet: number,
  rows = 0,
): AsyncGenerator<RawRecord[], void, undefined> {
  const credit = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  credit[0] = inFlight;
  const order: WorkbookOrder = {
    file: file.handle.fd,
    bytes: file.bytes,
    sheet,
    rows,
    credit: credit.buffer,
  };
  const worker = startWorker(order);
  const answers = new Answers(worker);
  try {
    for (;;) {
      const answer = await answers.next();
      if (answer.kind === 'end') return;
      if (answer.kind !== 'records') throw faultOf(file, answer);
      yield answer.records;
      Atomics.add(credit, 0, 1);
      Atomics.notify(credit, 0);
    }
  } finally {
    await worker.terminate();
  }
}

function startWorker(order: WorkbookOrder): Worker {
  return new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: workbookHeapMiB, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    execArgv: [],
    env: {},
  });
}

type Ending = Exclude<WorkbookAnswer, { kind: 'records' }> | { readonly kind: 'out-of-memory' };

function faultOf(file: InventoryFile, answer: Exclude<Ending, { kind: 'end' }>): Error {
  const { name, language } = file;
  if (answer.kind === 'out-of-memory')
    return readingFault('workbook-too-big', language, { name, limit: workbookHeapMiB });
  if (answer.kind === 'too-many-columns')
    return readingFault('too-many-columns', language, { name, line: answer.line, limit: maxColumns });
  return readingFault('broken-workbook', language, { name }, answer.why);
}

/** The thread's messages as a queue; its death, by whatever cause, is the last of them. */
class Answers {
  readonly #waiting: (WorkbookAnswer | Ending)[] = [];
  #wake: (() => void) | undefined;

  constructor(worker: Worker) {
    worker.on('message', (answer: WorkbookAnswer) => this.#add(answer));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#add(isMemory ? { kind: 'out-of-memory' } : { kind: 'broken', why: String(error) });
    });
    worker.on('exit', () => this.#add({ kind: 'broken', why: 'the reading thread ended' }));
  }

  async next(): Promise<WorkbookAnswer | Ending> {
    while (this.#waiting.length === 0)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    return this.#waiting.shift()!;
  }

  #add(answer: WorkbookAnswer | Ending): void {
    this.#waiting.push(answer);
    this.#wake?.();
  }
}
