import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  CustomerWorld,
  customerFacts,
  customerLinks,
  customerOrder,
  manyOrders,
  pathOf,
} from '../../test/customer-pages.ts';
import { Fault } from '../kernel/fault.ts';
import { customerRoutes } from './routes.ts';

const links = {
  renew: pathOf(customerLinks.renew(1, '5', '11')),
  renewAll: pathOf(customerLinks.renewAll(1, '5')),
  mute: pathOf(customerLinks.mute(1, '5', '11')),
  notMine: pathOf(customerLinks.notMine(1, '5', '11')),
  offer: pathOf(customerLinks.unsubscribe(1, '5', 'offer')),
  reminder: pathOf(customerLinks.unsubscribe(1, '5', 'reminder')),
  safety: pathOf(customerLinks.unsubscribe(1, '5', 'safety')),
};

function visit(world: CustomerWorld) {
  const app = customerRoutes(world);
  const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
  const post = async (path: string, fields: Record<string, string> | [string, string][]) =>
    app.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  const text = async (path: string) => (await get(path)).text();
  return { app, get, post, text };
}

describe('looking changes nothing', () => {
  test('every page answers 200 to GET and HEAD, twice, and no verb is called', async () => {
    const world = new CustomerWorld();
    const { app } = visit(world);
    for (const path of Object.values(links)) {
      for (const method of ['GET', 'HEAD', 'GET']) {
        expect((await app.request(path, { method })).status).toBe(200);
      }
      expect((await app.request(path, { method: 'PUT' })).status).toBe(404);
    }
    expect(world.done).toEqual([]);
  });

  test('a page has no script, fits in 20 kB with its style, and only its own style may apply', async () => {
    const world = new CustomerWorld();
    const { get } = visit(world);
    for (const path of Object.values(links)) {
      const response = await get(path);
      const body = await response.text();
      expect(Buffer.byteLength(body)).toBeLessThan(20_000);
      expect(body).not.toMatch(/<script|javascript:|\son\w+=|\sstyle=/i);
      const style = /<style>([\s\S]*?)<\/style>/.exec(body)![1]!;
      const hash = createHash('sha256').update(style).digest('base64');
      const policy = response.headers.get('content-security-policy')!;
      expect(policy).toContain(`'sha256-${hash}'`);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-robots-tag')).toContain('noindex');
    }
  });

  test('twelve orders with their choices still fit in 20 kB', async () => {
    const { text } = visit(new CustomerWorld(customerFacts({ orders: manyOrders(12) })));
    expect(Buffer.byteLength(await text(links.renewAll))).toBeLessThan(20_000);
  });
});

describe('renewing', () => {
  test('the page shows the facts and asks one question that nothing answers beforehand', async () => {
    const body = await visit(new CustomerWorld()).text(links.renew);
    for (const fact of [
      '1480313964', 'tienda.panaderia-galindo.example', 'Secure Site Pro EV · DigiCert', '24 de diciembre de 2025',
      '24 de diciembre de 2026', '1 año', 'quedan 31 días', 'Lucía Galindo', 'C30014',
    ]) expect(body).toContain(fact); // biome-ignore format: a list of facts
    expect(body).not.toMatch(/<input[^>]*checked/);
    expect(body.match(/type="radio"[^>]* required/g)).toHaveLength(2);
    expect(body.match(/<button/g)).toHaveLength(1);
  });

  test('days kept are shown under a promise and not without one', async () => {
    const plain = await visit(new CustomerWorld()).text(links.renew);
    expect(plain).not.toContain('conserve');
    const keeps = { days: 31, until: '2027-12-24' };
    const orders = [customerOrder({ keeps })];
    const promised = await visit(new CustomerWorld(customerFacts({ orders }))).text(links.renew);
    expect(promised).toContain(
      'Renueve antes del 24 de diciembre de 2026 y conserve los días que le quedan: hoy son 31',
    );
    expect(promised).toContain('31 días que le quedan + 1 año de renovación');
    expect(promised).toContain('24 dic 2027');
  });

  test('the button records the wish, thanks, stops there on reload, and can be undone', async () => {
    const world = new CustomerWorld();
    const { post, text } = visit(world);
    const answer = await post(links.renew, { do: 'renew', how: 'same' });
    expect(answer.status).toBe(303);
    expect(new URL(answer.headers.get('location')!, `https://a.example${links.renew}`).pathname).toBe(
      links.renew,
    );
    expect(world.done).toEqual([['requestRenewal', '5', ['11'], 'same']]);
    const thanks = await text(links.renew);
    expect(thanks).toContain('Gracias: hemos recibido su petición');
    expect(thanks).toMatch(/23 de noviembre de 2026,? .*10:12/);
    await post(links.renew, { do: 'renew', how: 'same' });
    expect(world.done).toHaveLength(1);
    expect((await post(links.renew, { do: 'withdraw' })).status).toBe(422);
    expect(world.done).toHaveLength(1);
    expect((await post(links.renew, { do: 'withdraw', sure: 'yes' })).status).toBe(303);
    expect(world.done.at(-1)).toEqual(['withdrawRenewal', '5', ['11']]);
    expect(await text(links.renew)).toContain('¿Cómo lo renovamos?');
  });

  test('a program that submits the form as it stands changes nothing and a person is told what is missing', async () => {
    const world = new CustomerWorld(customerFacts({ orders: manyOrders(3) }));
    const { post } = visit(world);
    for (const fields of [{}, { do: 'renew' }, { do: 'renew', how: 'other' }]) {
      const answer = await post(links.renew, fields as Record<string, string>);
      expect(answer.status).toBe(422);
    }
    const answer = await post(links.renewAll, [
      ['do', 'renew'],
      ['order', '20'],
      ['order', '21'],
    ]);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Elija una de las opciones para continuar.');
    expect(world.done).toEqual([]);
  });

  test('of several orders those that are ticked are renewed, others that were slipped in are not', async () => {
    const world = new CustomerWorld(customerFacts({ orders: manyOrders(3) }));
    const { post, text } = visit(world);
    await post(links.renewAll, [
      ['do', 'renew'],
      ['how', 'talk-first'],
      ['order', '20'],
      ['order', '22'],
      ['order', '999'],
    ]);
    expect(world.done).toEqual([['requestRenewal', '5', ['20', '22'], 'talk-first']]);
    const rest = await text(links.renewAll);
    expect(rest).toContain('Ya recibimos su petición para los pedidos 1480400000 y 1480401622.');
    expect(rest).toContain('sede-2.panaderia-galindo.example');
    const none = await post(links.renewAll, [
      ['do', 'renew'],
      ['how', 'same'],
      ['order', ''],
    ]);
    expect(none.status).toBe(303);
  });

  test('a new certificate inside the running order is asked for in its own words and costs nothing', async () => {
    const world = new CustomerWorld(customerFacts({ orders: [customerOrder({ asks: 'reissue' })] }));
    const { text, post } = visit(world);
    const page = await text(links.renew);
    expect(page).toContain('Su pedido sigue en vigor');
    expect(page).toContain('Pedir el certificado nuevo');
    expect(page).toContain('sin coste');
    expect(page).not.toContain('995,00');
    expect(page).not.toContain('Renovar el pedido');
    await post(links.renew, { do: 'renew', how: 'same' });
    expect(await text(links.renew)).toContain('un certificado nuevo para el pedido 1480313964');
    const [renewal, reissue] = manyOrders(2);
    const mixed = new CustomerWorld(customerFacts({ orders: [renewal!, { ...reissue!, asks: 'reissue' }] }));
    const both = await visit(mixed).text(links.renewAll);
    expect(both).toContain('Renovar estos pedidos');
    expect(both).toContain('certificado nuevo sin coste');
  });

  test('a renewed and a closed order say that there is nothing to do', async () => {
    const standing = (kind: 'renewed' | 'closed') =>
      new CustomerWorld(customerFacts({ orders: [customerOrder({ standing: { kind } })] }));
    expect(await visit(standing('renewed')).text(links.renew)).toContain(
      'El pedido 1480313964 ya está renovado',
    );
    expect(await visit(standing('closed')).text(links.renew)).toContain('ya no puede renovarse aquí');
    const world = standing('closed');
    await visit(world).post(links.renew, { do: 'renew', how: 'same' });
    expect(world.done).toEqual([]);
  });
});

describe('notices of one order', () => {
  test('are switched off for a reason and on again', async () => {
    const world = new CustomerWorld();
    const { post, text } = visit(world);
    expect((await post(links.mute, { do: 'off' })).status).toBe(422);
    expect((await post(links.mute, { do: 'off', reason: 'no-longer-used' })).status).toBe(303);
    expect(await text(links.mute)).toContain('están desactivados');
    expect((await post(links.mute, { do: 'on' })).status).toBe(422);
    await post(links.mute, { do: 'on', sure: 'yes' });
    expect(world.done).toEqual([
      ['switchNoticesOff', '11', 'no-longer-used'],
      ['switchNoticesOn', '11'],
    ]);
  });
});

describe('not mine', () => {
  test('is told with a reason, thanked for and taken back', async () => {
    const world = new CustomerWorld();
    const { post, text } = visit(world);
    expect(await text(links.notMine)).toContain('Ya no trabajo en Panadería Galindo S.L.');
    expect((await post(links.notMine, {})).status).toBe(422);
    await post(links.notMine, { do: 'disown', reason: 'left-company' });
    expect(await text(links.notMine)).toContain('Gracias por decírnoslo');
    await post(links.notMine, { do: 'take-back', sure: 'yes' });
    expect(world.done).toEqual([
      ['disown', '11', 'left-company'],
      ['takeBackDisowning', '11'],
    ]);
  });
});

describe('unsubscribing', () => {
  test('one click is honoured at once in both encodings, without cookies, redirect or page', async () => {
    const urlencoded = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const multipart = new FormData();
    multipart.append('List-Unsubscribe', 'One-Click');
    for (const body of [urlencoded, multipart]) {
      const world = new CustomerWorld();
      const answer = await visit(world).app.request(links.reminder, { method: 'POST', body });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('location')).toBeNull();
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(world.done).toEqual([['unsubscribe', '5', ['reminder']]]);
    }
  });

  test('one click holds for the purpose of its link; on a safety notice it stops the lesser ones too', async () => {
    const world = new CustomerWorld();
    const { post } = visit(world);
    await post(links.offer, { 'List-Unsubscribe': 'One-Click' });
    await post(links.safety, { 'List-Unsubscribe': 'One-Click' });
    expect(world.done.map((words) => words[2])).toEqual([['offer'], ['safety', 'reminder', 'offer']]);
  });

  test('one click is honoured even when the notice is gone', async () => {
    const world = new CustomerWorld();
    world.gone = true;
    const { post, get } = visit(world);
    expect((await post(links.offer, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(world.done).toHaveLength(1);
    expect((await get(links.offer)).status).toBe(410);
  });

  test('the page says what stays, wants a choice, answers without a redirect and can be undone', async () => {
    const world = new CustomerWorld();
    const { post, text } = visit(world);
    const page = await text(links.reminder);
    expect(page).toContain('Los avisos de seguridad');
    expect(page).not.toMatch(/<input[^>]*checked/);
    expect((await post(links.reminder, { do: 'unsubscribe' })).status).toBe(422);
    expect(
      (await post(links.reminder, { do: 'unsubscribe', purposes: 'safety,reminder,offer' })).status,
    ).toBe(422);
    expect(world.done).toEqual([]);
    const done = await post(links.reminder, { do: 'unsubscribe', purposes: 'reminder,offer' });
    expect(done.status).toBe(200);
    const answer = await done.text();
    expect(answer).toContain('Desde ahora no le enviaremos: recordatorios de renovación y ofertas.');
    expect(answer).toContain('Siguen llegando: avisos de seguridad.');
    expect((await post(links.reminder, { do: 'resubscribe' })).status).toBe(422);
    await post(links.reminder, { do: 'resubscribe', sure: 'yes' });
    expect(world.done.at(-1)).toEqual(['resubscribe', '5', ['reminder', 'offer']]);
    expect(await text(links.reminder)).toContain('¿Dejamos de enviarle recordatorios?');
  });

  test('behind a safety notice the lesser messages can be stopped alone', async () => {
    const world = new CustomerWorld();
    const { post } = visit(world);
    const done = await post(links.safety, { do: 'unsubscribe', purposes: 'reminder,offer' });
    expect(await done.text()).toContain('Hecho: la baja ya vale');
    expect(world.done).toEqual([['unsubscribe', '5', ['reminder', 'offer']]]);
  });
});

describe('links that lead nowhere', () => {
  test('a changed, cut or foreign token and a token of another page get a page with what to do', async () => {
    const world = new CustomerWorld();
    const { get, post } = visit(world);
    const token = links.renew.slice(3);
    for (const path of [
      `/r/${token.slice(0, -2)}`,
      `/m/${token}`,
      `/u/${token}`,
      '/r/x',
      `/r/${'a'.repeat(2000)}`,
      '/n/%00',
    ]) {
      const answer = await get(path, { 'accept-language': 'en-GB,en;q=0.9' });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('Go back to the message and press its button');
      expect((await post(path, { 'List-Unsubscribe': 'One-Click', how: 'same' })).status).toBe(404);
    }
    expect(world.done).toEqual([]);
  });

  test('a link whose orders are gone speaks the recipient’s language and carries the partner’s name', async () => {
    const world = new CustomerWorld(customerFacts({ locale: 'es-MX' }));
    world.gone = true;
    const answer = await visit(world).get(links.renew, { 'accept-language': 'en' });
    expect(answer.status).toBe(410);
    const body = await answer.text();
    expect(body).toContain('lang="es-MX"');
    expect(body).toContain('Faro Certificados');
  });
});

describe('languages', () => {
  test('Spain reads caduca, Latin America vence, everyone else English with dates of their own', async () => {
    const page = (locale: string) => visit(new CustomerWorld(customerFacts({ locale }))).text(links.renew);
    expect(await page('es-ES')).toContain('caduca el 24 de diciembre de 2026');
    const mexican = await page('es-MX');
    expect(mexican).toContain('vence el 24 de diciembre de 2026');
    expect(mexican).not.toMatch(/caduca/i);
    const british = await page('en-GB');
    expect(british).toContain('expires on 24 December 2026');
    expect(british).toContain('€995.00');
    expect(await page('en-US')).toContain('expires on December 24, 2026');
    expect(await page('ja-JP')).toContain('lang="en"');
  });
});

test('values are escaped wherever they stand', async () => {
  const nasty = '"><script>alert(1)</script>';
  const facts = customerFacts({
    person: nasty,
    company: nasty,
    partner: { name: nasty, legal: nasty },
    orders: [
      customerOrder({
        number: nasty,
        commonName: nasty,
        product: nasty,
        holder: nasty,
        names: [nasty, nasty],
      }),
    ],
  });
  for (const path of Object.values(links)) {
    expect(await visit(new CustomerWorld(facts)).text(path)).not.toContain('<script');
  }
});

test('when something of ours fails, the page says so without telling what, and the cause is reported', async () => {
  const world = new CustomerWorld();
  const seen: unknown[] = [];
  const fault = new Fault('unavailable', 'the database at 10.0.0.7 does not answer');
  const app = customerRoutes({ ...world, lookUp: () => Promise.reject(fault) }, (error) => seen.push(error));
  const answer = await app.request(links.renew, { headers: { 'accept-language': 'es-CO' } });
  expect(answer.status).toBe(503);
  const body = await answer.text();
  expect(body).toContain('Ahora no hemos podido hacerlo');
  expect(body).not.toContain('10.0.0.7');
  expect(seen).toEqual([fault]);
});

test('a form larger than any of ours is refused', async () => {
  const world = new CustomerWorld();
  const answer = await visit(world).post(links.renew, { how: 'same', order: 'x'.repeat(70_000) });
  expect(answer.status).toBe(413);
  expect(world.done).toEqual([]);
});
