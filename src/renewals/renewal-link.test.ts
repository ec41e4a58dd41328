import { expect, test } from 'vitest';
import { makeLinks, type NoticeLink, readLink } from './renewal-link.ts';

const secrets = ['a secret of thirty-two characters!'] as const;
const links = makeLinks('https://avisos.faro.example/', secrets);
const tokenOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

const cases: readonly { url: string; page: string; link: NoticeLink }[] = [
  { url: links.renew(7, '123', '9007199254740993'), page: '/r/', link: { kind: 'renew', partner: 7, notice: '123', order: '9007199254740993' } },
  { url: links.renewAll(7, '123'), page: '/r/', link: { kind: 'renew-all', partner: 7, notice: '123' } },
  { url: links.mute(7, '123', '5'), page: '/m/', link: { kind: 'mute', partner: 7, notice: '123', order: '5' } },
  { url: links.notMine(40, '1', '5'), page: '/n/', link: { kind: 'not-mine', partner: 40, notice: '1', order: '5' } },
  { url: links.unsubscribe(7, '123', 'offer'), page: '/u/', link: { kind: 'unsubscribe', partner: 7, notice: '123', purpose: 'offer' } },
]; // biome-ignore format: a table of cases

test('every link leads to its page and is read back as it was made', () => {
  for (const { url, page, link } of cases) {
    expect(url.startsWith(`https://avisos.faro.example${page}`)).toBe(true);
    expect(url.length).toBeLessThan(110);
    expect(readLink(tokenOf(url), secrets)).toEqual(link);
  }
});

test('the same notice has the same links always, also behind a path', () => {
  expect(links.renew(7, '123', '5')).toBe(
    makeLinks('https://avisos.faro.example', secrets).renew(7, '123', '5'),
  );
  expect(makeLinks('https://faro.example/avisos/', secrets).mute(7, '1', '2')).toMatch(
    /^https:\/\/faro\.example\/avisos\/m\/1-m-7-1-2-[A-Za-z0-9_.]+$/,
  );
});

test('a token that was changed, cut or sealed with another secret stands for nothing', () => {
  const token = tokenOf(links.renew(7, '123', '5'));
  expect(readLink(token.replace('-123-', '-124-'), secrets)).toBeUndefined();
  expect(readLink(token.replace('-r-', '-m-'), secrets)).toBeUndefined();
  expect(readLink(token.slice(0, -1), secrets)).toBeUndefined();
  expect(readLink('', secrets)).toBeUndefined();
  expect(readLink(token, ['another secret'])).toBeUndefined();
});

test('an older secret still reads, and a full stop that a mail program took along does no harm', () => {
  const token = tokenOf(links.renew(7, '123', '5'));
  expect(readLink(token, ['a new secret', ...secrets])).toBeDefined();
  expect(readLink(`${token}.`, secrets)).toBeDefined();
  expect(readLink(`${token})»`, secrets)).toBeDefined();
});
