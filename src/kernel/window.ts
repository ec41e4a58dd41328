/** A half-open stretch of time: `opens` belongs to it, `closes` does not. Epoch milliseconds. */
export interface Window {
  readonly opens: number;
  readonly closes: number;
}

export function isWithin(window: Window, at: number): boolean {
  return at >= window.opens && at < window.closes;
}
