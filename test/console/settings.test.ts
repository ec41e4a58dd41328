import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { Colleague, type Place } from './colleague.ts';
import { storyLines } from './renewals-story.ts';
import { StaffedConsole } from './staffed-console.ts';

const [es, en]: readonly Place[] = [
  { language: 'es', size: 'desktop' },
  { language: 'en', size: 'phone' },
];
const people = { carmen: 'carmen@norte.example', luis: 'luis@norte.example' };

let browser: Browser;
let desk: StaffedConsole;
let sitting: Colleague[] = [];

beforeAll(async () => {
  [browser, desk] = await Promise.all([openBrowser(), StaffedConsole.open('2026-10-20')]);
  await desk.desk.import(storyLines(40));
  await desk.person('Carmen Ruiz', people.carmen, { role: 'administrator' });
  await desk.person('Luis Ferrer', people.luis, { role: 'administrator' });
});
afterEach(async () => {
  for (const one of sitting) await one.leave();
  sitting = [];
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

async function sit(place: Place, email: string, path = '/settings/calendars'): Promise<Colleague> {
  const one = await (await Colleague.sit(browser, desk, place)).known(email);
  sitting.push(one);
  await one.open(path);
  return one;
}

function stageAt({ page, say }: Colleague, days: number) {
  return page.locator(`[role=slider][aria-valuenow="${-days}"][aria-label="${say('settings.strip.stage')}"]`);
}

async function save({ page, say }: Colleague): Promise<void> {
  await page.getByRole('button', { name: say('settings.save'), exact: true }).click();
}

async function inForce({ page, say }: Colleague, version: number): Promise<void> {
  await page.getByText(say('settings.saved.version', { version })).waitFor();
}

test.each([es!, en!])(
  'a stage is moved by keyboard and its effect read before it is saved ($language, $size)',
  async (place) => {
    const carmen = await sit(place, people.carmen);
    const { page, say } = carmen;
    await stageAt(carmen, 60).focus();
    for (let day = 60; day < 66; day++) await page.keyboard.press('ArrowLeft');
    await stageAt(carmen, 66).waitFor();
    const effect = page.locator('#settings-effect');
    await effect.getByText(say('settings.effect.per-stage')).waitFor();
    expect(
      await effect
        .getByRole('row')
        .filter({ hasText: say('settings.stage.before', { days: 66 }) })
        .count(),
    ).toBe(1);
    expect(await effect.getByRole('link').count()).toBeGreaterThan(0);
    await carmen.isWell('/settings');
    // Nothing was kept: another browser sees the stage where it was.
    await page.getByRole('button', { name: say('settings.discard') }).click();
    await stageAt(carmen, 60).waitFor();
    expect(await page.getByRole('button', { name: say('settings.save'), exact: true }).count()).toBe(0);
  },
);

test('two people edit the same calendar: nothing is lost, and what excludes each other is chosen', async () => {
  const [carmen, luis] = [await sit(es!, people.carmen), await sit(en!, people.luis)];
  for (const [who, days] of [
    [carmen, 90],
    [carmen, 30],
    [luis, 30],
    [luis, 60],
  ] as const) {
    await stageAt(who, days).focus();
    for (let n = 0; n < (who === carmen ? 2 : 4); n++) await who.page.keyboard.press('ArrowLeft');
  }
  await save(carmen);
  await inForce(carmen, 1);
  await save(luis);
  const meeting = luis.page.getByRole('dialog');
  await meeting.getByText(luis.say('settings.merge', { who: 'Carmen Ruiz' })).waitFor();
  const goOn = meeting.getByRole('button', { name: luis.say('settings.merge.go-on') });
  expect(await goOn.isDisabled()).toBe(true);
  await luis.isWell('/settings');
  await meeting.getByRole('radio', { name: /^Carmen Ruiz/ }).check();
  await goOn.click();
  // Carmen’s 92 and 32, Luis’s 64.
  for (const days of [92, 64, 32]) await stageAt(luis, days).waitFor();
  await save(luis);
  await inForce(luis, 2);
});

test('an old version is compared and brought back as a new one, and undone', async () => {
  const carmen = await sit(es!, people.carmen);
  const { page, say } = carmen;
  await stageAt(carmen, 64).waitFor();
  await page.getByRole('button', { name: say('settings.versions') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('settings.version.compare-of', { version: 0 }) }).click();
  const bring = dialog.getByRole('button', { name: say('settings.version.bring') });
  await bring.waitFor();
  await carmen.isWell('/settings');
  await bring.click();
  await stageAt(carmen, 60).waitFor();
  await page.getByPlaceholder(say('settings.note')).fill('como antes');
  await save(carmen);
  await inForce(carmen, 3);
  await page.getByRole('button', { name: say('shell.undo') }).click();
  await stageAt(carmen, 64).waitFor();
});

test.each([es!, en!])(
  'the other sections are set, and axe finds nothing in them ($language, $size)',
  async (place) => {
    const carmen = await sit(place, people.carmen, '/settings');
    const { page, say } = carmen;
    await carmen.sees(say('settings.title'));
    for (const name of ['promises', 'approval', 'languages', 'retention', 'sending'] as const) {
      await carmen.open(name === 'sending' ? '/settings/sending-rules' : `/settings/${name}`);
      await page.getByRole('heading', { level: 1, name: say(`settings.section.${name}`) }).waitFor();
      await carmen.isWell('/settings');
    }
    const cap = page.getByLabel(say('settings.field.dailyCap'));
    await cap.fill(place === es ? '7' : '8');
    await save(carmen);
    await page.getByText(say('settings.saved'), { exact: true }).waitFor();
  },
);
