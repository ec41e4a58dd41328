/** Keys by the instant at which each is next looked at; a key has one instant, and setting it again moves it. */
export class MomentQueue {
  private readonly momentOf = new Map<string, number>();
  private readonly keysAt = new Map<number, Set<string>>();
  /** A binary heap of the instants in `keysAt`; emptied instants are dropped when they come up. */
  private readonly heap: number[] = [];

  set(key: string, at: number | null): void {
    const before = this.momentOf.get(key);
    if (before !== undefined) this.keysAt.get(before)?.delete(key);
    this.momentOf.delete(key);
    if (at === null) return;
    this.momentOf.set(key, at);
    const keys = this.keysAt.get(at);
    if (keys !== undefined) keys.add(key);
    else {
      this.keysAt.set(at, new Set([key]));
      this.push(at);
    }
  }

  momentFor(key: string): number | undefined {
    return this.momentOf.get(key);
  }

  /** The earliest instant and its keys, taken out; undefined when nothing is left. */
  take(): { at: number; keys: string[] } | undefined {
    for (let at = this.pop(); at !== undefined; at = this.pop()) {
      const keys = [...(this.keysAt.get(at) ?? [])];
      this.keysAt.delete(at);
      for (const key of keys) this.momentOf.delete(key);
      if (keys.length > 0) return { at, keys };
    }
    return undefined;
  }

  private push(at: number): void {
    const { heap } = this;
    let i = heap.push(at) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (heap[parent]! <= heap[i]!) return;
      this.swap(i, parent);
      i = parent;
    }
  }

  private pop(): number | undefined {
    const { heap } = this;
    if (heap.length === 0) return undefined;
    this.swap(0, heap.length - 1);
    const least = heap.pop();
    this.sink();
    return least;
  }

  private sink(): void {
    const { heap } = this;
    for (let i = 0; ; ) {
      const left = 2 * i + 1;
      const right = left + 1;
      let least = i;
      if (left < heap.length && heap[left]! < heap[least]!) least = left;
      if (right < heap.length && heap[right]! < heap[least]!) least = right;
      if (least === i) return;
      this.swap(i, least);
      i = least;
    }
  }

  private swap(i: number, j: number): void {
    const { heap } = this;
    [heap[i], heap[j]] = [heap[j]!, heap[i]!];
  }
}
