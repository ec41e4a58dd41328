/**
 * Gives each seeker at most one of its choices and each choice to at most one seeker, so that as many seekers as
 * possible get one. Seekers come in order of precedence: who was given something keeps something, though perhaps
 * another choice. Each takes the first of its choices that is free.
 *
 * Augmenting paths by breadth (Berge 1957), without recursion, so long chains cannot exhaust the stack. Choices that a
 * failed search has reached can never help a later one and are not looked at again. A search that has looked at
 * `mostLooks` choices gives up and leaves its seeker without: a bound on time for inventories of thousands of equal
 * orders, and an error on the side of speaking.
 */
export function matchOneToOne<Seeker, Choice>(
  seekers: readonly Seeker[],
  choicesOf: (seeker: Seeker) => readonly Choice[],
): Map<Seeker, Choice> {
  const given = new Map<Seeker, Choice>();
  const holder = new Map<Choice, Seeker>();
  const exhausted = new Set<Choice>();
  for (const seeker of seekers) {
    const reached = new Map<Choice, Seeker>();
    const free = findFree(seeker, reached);
    if (free.kind === 'found') shift(free.choice, reached);
    else if (free.kind === 'none') for (const choice of reached.keys()) exhausted.add(choice);
  }
  return given;

  function findFree(from: Seeker, reached: Map<Choice, Seeker>): Search<Choice> {
    const queue = [from];
    let looks = 0;
    for (const seeker of queue) {
      for (const choice of choicesOf(seeker)) {
        if (++looks > mostLooks) return { kind: 'gave-up' };
        if (reached.has(choice) || exhausted.has(choice)) continue;
        reached.set(choice, seeker);
        const held = holder.get(choice);
        if (held === undefined) return { kind: 'found', choice };
        queue.push(held);
      }
    }
    return { kind: 'none' };
  }

  /** Hands every choice on the path to the seeker that reached it. */
  function shift(free: Choice, reached: ReadonlyMap<Choice, Seeker>): void {
    let choice: Choice | undefined = free;
    while (choice !== undefined) {
      const seeker: Seeker = reached.get(choice)!;
      const before: Choice | undefined = given.get(seeker);
      given.set(seeker, choice);
      holder.set(choice, seeker);
      choice = before;
    }
  }
}

const mostLooks = 50_000;

type Search<Choice> = { kind: 'found'; choice: Choice } | { kind: 'none' } | { kind: 'gave-up' };
