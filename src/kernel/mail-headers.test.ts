import { expect, test } from 'vitest';
import { mailHeaders } from './mail-headers.ts';

const read = (source: string) =>
  Object.fromEntries(mailHeaders(Buffer.from(source)).map(({ name, value }) => [name, value]));

test('folded headers and encoded words are read as people read them', () => {
  const headers = read(
    'Subject: =?UTF-8?Q?Panader=C3=ADa_Galindo:?=\r\n =?UTF-8?Q?_caduca_ma=C3=B1?=\r\n =?utf-8?B?YW5h?=\r\nTo: =?ISO-8859-1?Q?Luc=EDa?= <l@a.example>\r\nX: a =?UTF-8?Q?b?= c\r\n\r\nSubject: not this\r\n',
  );
  expect(headers).toEqual({
    Subject: 'Panadería Galindo: caduca mañana',
    To: 'Lucía <l@a.example>',
    X: 'a b c',
  });
});

test('a character split over two words is put together, an unknown charset is not fatal', () => {
  expect(read('A: =?UTF-8?B?w6nD?= =?UTF-8?B?sQ==?=\r\nB: =?x-none?Q?=E9?=\r\n\r\n')).toEqual({
    A: 'éñ',
    B: 'é',
  });
});

test('a message without headers has none', () => {
  expect(mailHeaders(Buffer.from(''))).toEqual([]);
});
