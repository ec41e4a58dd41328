import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiDesk, type Loose } from '../../test/api-desk.ts';

let desk: ApiDesk;
beforeAll(async () => {
  desk = await ApiDesk.open('2026-11-23T10:00:00Z');
  await desk.import([
    {
      ...{ number: '1480311207', ends: '2026-12-20', customer: 'Ferretería Martínez, S.L.', account: 'C-1' },
      ...{ contact: 'Íñigo García Núñez', email: 'inigo@tornillo.es', names: ['www.tornillo-martinez.es'] },
    },
    {
      ...{ number: '1480311300', ends: '2026-12-21', customer: 'Panadería Núñez', account: 'C-2' },
      ...{ contact: 'Lucía Ibarra', email: 'lucia@pan.es', names: ['tienda.pan-nunez.es'] },
    },
    {
      ...{ number: '1480311999', ends: '2026-12-22', customer: 'Électricité Sørensen & Søn', account: 'C-3' },
      ...{ contact: 'Zoë Müller', email: 'zoe@son.dk', names: ['son.dk'] },
    },
  ]);
});
afterAll(() => desk.close());

const hits = async (q: string): Promise<Loose[]> =>
  (await desk.get(`/api/search?q=${encodeURIComponent(q)}`)).body.hits;
const titles = async (q: string) => (await hits(q)).map(({ title }) => title);
const guesses = async (q: string) =>
  (await hits(q)).map(({ similar, title }) => `${similar ? '?' : '='} ${title}`);
const inside = (count: 'search_word' | 'search_gram') =>
  desk.inside((tx) => tx.db.selectFrom(count).select('word').execute());

describe('without accents', () => {
  test.each([
    ['Garcia', 'Íñigo García Núñez <inigo@tornillo.es>'],
    ['GARCÍA', 'Íñigo García Núñez <inigo@tornillo.es>'],
    ['ferreteria', 'Ferretería Martínez, S.L.'],
    ['sorensen', 'Électricité Sørensen & Søn'],
    ['muller', 'Zoë Müller <zoe@son.dk>'],
    ['nunez inigo', 'Íñigo García Núñez <inigo@tornillo.es>'],
    ['martinez ferre', 'Ferretería Martínez, S.L.'],
  ])('%s finds %s, as what was asked for', async (q, title) => {
    expect(await guesses(q)).toContain(`= ${title}`);
  });
});

describe('in spite of a slip', () => {
  test.each([
    ['ferretria', '? Ferretería Martínez, S.L.'],
    ['feretria', '? Ferretería Martínez, S.L.'],
    ['ferretria matrinez', '? Ferretería Martínez, S.L.'],
    ['gracia', '? Íñigo García Núñez <inigo@tornillo.es>'],
    ['lucia ibara', '? Lucía Ibarra <lucia@pan.es>'],
    ['panederia', '? Panadería Núñez'],
    ['1480312107', '? 1480311207'],
    ['tornllo-martinez.es', '? www.tornillo-martinez.es'],
    ['tornilo-mart', '? www.tornillo-martinez.es'],
    ['tienda.pan-nunes.es', '? tienda.pan-nunez.es'],
  ])('%s finds %s, as a guess', async (q, guess) => {
    expect(await guesses(q)).toContain(guess);
  });

  test('nothing is guessed where something is called what was typed', async () => {
    expect(await guesses('nunez')).toEqual(expect.arrayContaining(['= Panadería Núñez']));
    expect((await hits('nunez')).every(({ similar }) => similar === false)).toBe(true);
  });

  test.each(['zzzzzz', 'xk', 'ferreteria sorensen', 'ferreteria qwertyuiop', '%%%', "o'x", '……', '☃☃☃☃☃'])(
    '%s finds nothing',
    async (q) => {
      expect(await titles(q)).toEqual([]);
    },
  );
});

describe('what is found is the caller’s', () => {
  test('also where it is guessed: nothing of customers that are not their own', async () => {
    const [own] = (await desk.get('/api/customers?text=Panadería')).body.rows;
    desk.as({ customers: [own.id] });
    for (const q of ['ferretria', 'gracia', 'Garcia', '1480312107', 'tornllo-martinez.es', 'martinez'])
      expect(await titles(q), q).toEqual([]);
    expect(await guesses('panederia')).toEqual(['? Panadería Núñez']);
    expect(await guesses('ibara')).toEqual(['? Lucía Ibarra <lucia@pan.es>']);
    desk.as({});
  });

  test('and never another partner’s', async () => {
    const other = await desk.database.addPartner('other');
    desk.as({ partner: other });
    for (const q of ['ferretria', 'Garcia', '1480312107', 'martinez']) expect(await titles(q), q).toEqual([]);
    desk.as({});
  });
});

test('a name that was changed is found by its new words only, and one that is gone leaves none behind', async () => {
  const [customer] = (await desk.get('/api/customers?text=Panadería')).body.rows;
  const path = `/api/customers/${customer.id}/contacts`;
  const added = await desk.send('POST', path, { address: 'b@pan.es', name: 'Bernardo Querejeta' });
  expect(await titles('querejeta')).toEqual(['Bernardo Querejeta <b@pan.es>']);
  const renamed = await desk.send(
    'PATCH',
    `${path}/${added.body.id}`,
    { name: 'Bernarda Úbeda' },
    { 'if-match': added.body.etag },
  );
  expect(await titles('querejeta')).toEqual([]);
  expect(await titles('ubeda')).toEqual(['Bernarda Úbeda <b@pan.es>']);
  expect((await inside('search_gram')).map(({ word }) => word)).not.toContain('querejeta');
  await desk.send('POST', `/api/undo/${renamed.body.undo}`);
  await desk.send('POST', `/api/undo/${added.body.undo}`);
  const left = [...(await inside('search_word')), ...(await inside('search_gram'))].map(({ word }) => word);
  expect(left).not.toEqual(expect.arrayContaining(['querejeta']));
  expect(left).not.toEqual(expect.arrayContaining(['ubeda']));
  expect(left).toEqual(expect.arrayContaining(['ferreteria', 'ibarra']));
});
