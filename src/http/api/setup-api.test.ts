import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SetupAuthorities, SetupShown } from '../../../contract/setup.ts';
import { ApiDesk } from '../../../test/api-desk.ts';

let desk: ApiDesk;
beforeAll(async () => {
  desk = await ApiDesk.open();
});
afterAll(() => desk.close());

const states = ({ steps }: SetupShown) =>
  Object.fromEntries(steps.map(({ step, state, by }) => [step, by === null ? state : `${state} by ${by}`]));

it('reads each step from what is set, from the first import to sending', async () => {
  const first = await desk.as({}).get<SetupShown>('/api/setup');
  expect(first.body).toMatchObject({ done: 0, next: 'brand' });
  await desk.import([{ number: '1001', ends: '2027-01-11' }]);
  await desk.send('PUT', '/api/mail-settings/sender', { name: 'Faro', address: 'avisos@faro.example' });
  // Without a server of its own, this installation keeps messages in its outbox: mail is not set up.
  expect(states((await desk.get<SetupShown>('/api/setup')).body)).toMatchObject({
    mail: 'open',
    import: 'done by fact',
  });
  const server = { host: '192.0.2.1', port: 587, security: 'starttls', user: null };
  await desk.send('PUT', '/api/mail-settings/server', server);
  await desk.send('POST', '/api/sending/switch', { on: true });
  expect(states((await desk.get<SetupShown>('/api/setup')).body)).toEqual({
    ...{ brand: 'open', mail: 'done by fact', import: 'done by fact', promise: 'open', calendar: 'open' },
    ...{ plan: 'done by fact', sending: 'done by fact' },
  });
});

it('keeps what people say for all of them, takes it back, and writes it to the log', async () => {
  const skipped = await desk.send<SetupShown>('PUT', '/api/setup/brand', { word: 'skipped' });
  expect(skipped.body.steps[0]).toMatchObject({ state: 'skipped', word: { word: 'skipped', by: 'Marta' } });
  const other = await desk.as({ person: 'p2', name: 'Luis', role: 'renewals-manager' });
  expect(states((await other.get<SetupShown>('/api/setup')).body)).toMatchObject({
    brand: 'skipped by word',
  });
  await other.send('PUT', '/api/setup/calendar', { word: 'confirmed' });
  const back = await other.send<SetupShown>('PUT', '/api/setup/brand', { word: null });
  expect(states(back.body)).toMatchObject({ brand: 'open', calendar: 'done by word' });
});

it('takes nobody’s word for what can be seen', async () => {
  const answer = await desk.as({}).send('PUT', '/api/setup/import', { word: 'confirmed' });
  expect(answer.status).toBe(400);
  expect(answer.body.code).toBe('step-not-by-word');
  expect((await desk.send('PUT', '/api/setup/coffee', { word: null })).status).toBe(400);
});

it('is not for sales, nor for whoever sees some customers only', async () => {
  expect((await desk.as({ role: 'sales' }).get('/api/setup')).status).toBe(403);
  expect((await desk.as({ customers: ['1'], role: 'renewals-manager' }).get('/api/setup')).status).toBe(403);
});

it('says of each authority of the inventory what is published, and promises nothing', async () => {
  const { body } = await desk.as({}).get<SetupAuthorities>('/api/setup/authorities');
  expect(body.authorities).toEqual([
    {
      ...{ key: 'digicert', name: 'DigiCert' },
      published: {
        ...{ id: 'digicert-2025', windowDays: 90, carriesOver: true },
        ...{ from: null, until: '2025-12-31', inForce: false },
      },
    },
  ]);
});
