import { expect, it } from 'vitest';
import { mayCall, mayUsePort } from './address-rule.ts';

it.each(['203.0.113.9', '8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'])('calls %s', (address) => {
  expect(mayCall(address, false)).toBe(true);
});

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.1',
  '192.168.0.9',
  '100.64.0.1',
  '::1',
  'fc00::1',
  'fd12::9',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
])('calls %s only where private hosts are allowed', (address) => {
  expect([mayCall(address, false), mayCall(address, true)]).toEqual([false, true]);
});

it.each([
  '169.254.169.254',
  '::ffff:169.254.169.254',
  '0.0.0.0',
  '::',
  'fe80::1',
  'fe80::1%eth0',
  'fd00:ec2::254',
  '100.100.100.200',
  '168.63.129.16',
  '224.0.0.1',
  '255.255.255.255',
  'ff02::1',
  '64:ff9b::a9fe:a9fe',
  '2002:a00:1::',
  'smtp.example.com',
  '',
])('never calls %j', (address) => {
  expect([mayCall(address, false), mayCall(address, true)]).toEqual([false, false]);
});

it('keeps to the ports of mail, unless private hosts are allowed', () => {
  expect([25, 465, 587, 2525, 22, 80, 6379].map((port) => mayUsePort(port, false))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(mayUsePort(6379, true)).toBe(true);
});
