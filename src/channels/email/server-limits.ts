/** What a server said in EHLO that matters to us. */
export interface ServerLimits {
  readonly pipelining: boolean;
  readonly smtpUtf8: boolean;
  readonly eightBitMime: boolean;
  /** SIZE was announced, so the size may be declared (RFC 1870). */
  readonly size: boolean;
  /** Octets; 0 when the server fixed none. */
  readonly largest: number;
  /** Keywords in upper case, as announced. */
  readonly announces: readonly string[];
}

/** Reads the whole text of an EHLO or HELO reply. */
export function readServerLimits(ehlo: string): ServerLimits {
  const lines = ehlo
    .split(/\r?\n/)
    .slice(1)
    .map((text) =>
      text
        .replace(/^\d{3}[ -]/, '')
        .trim()
        .toUpperCase(),
    );
  const announces = lines.flatMap((text) => text.split(/[ =]/)[0] || []);
  const size = lines.find((text) => /^SIZE( |$)/.test(text));
  return {
    pipelining: announces.includes('PIPELINING'),
    smtpUtf8: announces.includes('SMTPUTF8'),
    eightBitMime: announces.includes('8BITMIME'),
    size: size !== undefined,
    largest: Number(/^SIZE ([0-9]{1,15})$/.exec(size ?? '')?.[1] ?? 0),
    announces,
  };
}
