import { expect, test } from 'vitest';
import { clientAddress } from './browser-of.ts';

test.each([
  ['a visitor’s own claim counts for nothing', '203.0.113.9', '10.0.0.1', '203.0.113.9'],
  ['behind a proxy on this machine', '127.0.0.1', '198.51.100.4', '198.51.100.4'],
  ['of a list, what the proxy itself has added', '10.1.2.3', '1.2.3.4, 198.51.100.4', '198.51.100.4'],
  ['what is no address is left aside', '127.0.0.1', 'unknown', '127.0.0.1'],
  ['without a proxy', '127.0.0.1', undefined, '127.0.0.1'],
  ['in the newer protocol', '::1', '2001:db8::7', '2001:db8::7'],
])('%s', (_, peer, forwarded, address) => {
  expect(clientAddress(peer, forwarded)).toBe(address);
});
