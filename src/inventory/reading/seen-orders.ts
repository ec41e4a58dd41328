import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What is known of an order number met before in the same file. */
export interface SeenBefore {
  readonly firstLine: number;
  /** The earlier line had the same text. */
  readonly same: boolean;
}

const wordsPerSlot = 4;
const fullAt = 0.75;

/**
 * Remembers which order numbers a file has already given, in 16 bytes each: 64 bits of the number's hash, 32 of the
 * line's text and the line. Two numbers of a million being taken for one has a chance below 1 in 30 million; the
 * hash is seeded afresh for every file, so nobody can write a file whose numbers collide.
 */
export class SeenOrders {
  #slots = new Uint32Array(2 ** 12 * wordsPerSlot);
  #count = 0;
  readonly #seedA = randomInt(2 ** 32);
  readonly #seedB = randomInt(2 ** 32);

  /** What was known of this number; a number that is new is noted and gives undefined. */
  note(key: string, text: string, line: number): SeenBefore | undefined {
    const a = hash(key, this.#seedA) || 1;
    const b = hash(key, this.#seedB);
    const digest = crc32(text);
    const slots = this.#slots;
    const at = slotOf(slots, a, b);
    if (slots[at] !== 0) return { firstLine: slots[at + 3]!, same: slots[at + 2] === digest };
    slots[at] = a;
    slots[at + 1] = b;
    slots[at + 2] = digest;
    slots[at + 3] = line;
    this.#count += 1;
    if (this.#count * wordsPerSlot > slots.length * fullAt) this.#grow();
    return undefined;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Uint32Array(old.length * 2);
    for (let from = 0; from < old.length; from += wordsPerSlot) {
      if (old[from] === 0) continue;
      const at = slotOf(slots, old[from]!, old[from + 1]!);
      for (let word = 0; word < wordsPerSlot; word++) slots[at + word] = old[from + word]!;
    }
    this.#slots = slots;
  }
}

/** The slot that holds this hash, or the free one where it belongs. */
function slotOf(slots: Uint32Array, a: number, b: number): number {
  const mask = slots.length / wordsPerSlot - 1;
  let slot = (a ^ (b >>> 7)) & mask;
  for (;;) {
    const at = slot * wordsPerSlot;
    if (slots[at] === 0 || (slots[at] === a && slots[at + 1] === b)) return at;
    slot = (slot + 1) & mask;
  }
}

/** MurmurHash3's mixing, one UTF-16 unit at a time. */
function hash(text: string, seed: number): number {
  let state = seed;
  for (let i = 0; i < text.length; i++) {
    const mixed = Math.imul(text.charCodeAt(i), 0xcc9e2d51);
    state ^= Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
    state = Math.imul((state << 13) | (state >>> 19), 5) + 0xe6546b64;
  }
  state ^= text.length;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
