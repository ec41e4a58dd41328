import { sql } from 'kysely';
import type { Database } from '../storage/database.ts';
import { type GuessAnswer, type GuessRule, nextGuess } from './guess-rule.ts';

/** Counts a guess under a lock on its row, so that guesses made at once are counted one after the other. */
export async function storeGuess(
  db: Database,
  key: string,
  rule: GuessRule,
  now: Temporal.Instant,
): Promise<GuessAnswer> {
  return db.system.transaction().execute(async (tx) => {
    await sql`insert into people.guess (key, failures, last_at) values (${key}, 0, ${now.toString()})
      on conflict (key) do nothing`.execute(tx);
    const row = await tx
      .selectFrom('people.guess')
      .select(['failures', 'last_at', 'locked_until'])
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const state = { failures: row.failures, lastAt: row.last_at, lockedUntil: row.locked_until };
    const answer = nextGuess(rule, state, now);
    if (answer.kind === 'allowed') {
      await tx
        .updateTable('people.guess')
        .set({
          failures: answer.next.failures,
          last_at: now.toString(),
          locked_until: answer.next.lockedUntil?.toString() ?? null,
        })
        .where('key', '=', key)
        .execute();
    }
    return answer;
  });
}

export async function forgetGuesses(db: Database, key: string): Promise<void> {
  await db.system.deleteFrom('people.guess').where('key', '=', key).execute();
}

/** The last guess was right: it does not count, others of this key still do. */
export async function takeGuessBack(db: Database, key: string): Promise<void> {
  await sql`update people.guess set failures = greatest(failures - 1, 0), locked_until = null where key = ${key}`.execute(
    db.system,
  );
}

export async function forgetOldGuesses(db: Database, before: Temporal.Instant): Promise<void> {
  await sql`delete from people.guess where last_at < ${before.toString()}`.execute(db.system);
}
