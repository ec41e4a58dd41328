import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Browser } from '../../../access/browser.ts';

/** What a request tells about where it comes from. */
export function browserOf(c: Context): Browser {
  return {
    cookie: c.req.header('cookie'),
    address: clientAddress(peerOf(c), c.req.header('x-forwarded-for')),
    agent: c.req.header('user-agent'),
  };
}

/**
 * The peer itself; behind a proxy on this machine or in this network, the address that the nearest proxy has seen,
 * which is the last of the list: those before it are the client's own words.
 */
export function clientAddress(peer: string, forwarded: string | undefined): string {
  const last = forwarded?.split(',').at(-1)?.trim() ?? '';
  return isNearby(peer) && isIP(last) !== 0 ? last : peer;
}

function peerOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address?.replace(/^::ffff:/i, '') ?? '';
  } catch {
    // No socket: a request made inside the process.
    return '';
  }
}

/** RFC 1918, RFC 4193, loopback, link-local. */
function isNearby(address: string): boolean {
  return /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i.test(
    address,
  );
}
