interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (answer: R) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Turns many small questions into few large ones: while one batch is under way the next gathers, so one round trip
 * and one commit serve all callers of the same moment. Answers come in the order of the batch's items.
 */
export function inBatches<T, R>(
  handle: (items: readonly T[]) => Promise<readonly R[]>,
): (item: T) => Promise<R> {
  let gathering: Waiting<T, R>[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    // One turn of the event loop lets everybody who is ready join.
    await new Promise((resolve) => setImmediate(resolve));
    while (gathering.length > 0) {
      const batch = gathering;
      gathering = [];
      try {
        const answers = await handle(batch.map((waiting) => waiting.item));
        batch.forEach((waiting, i) => {
          waiting.resolve(answers[i]!);
        });
      } catch (error) {
        for (const waiting of batch) waiting.reject(error);
      }
    }
    running = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      gathering.push({ item, resolve, reject });
      if (!running) void run();
    });
}
