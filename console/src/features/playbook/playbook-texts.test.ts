import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { customersQuery } from '../../../../contract/customers.ts';
import { domainsQuery } from '../../../../contract/domains.ts';
import { expiringFilter } from '../../../../contract/expiring.ts';
import { messagesFilter } from '../../../../contract/messages.ts';
import { ordersQuery } from '../../../../contract/orders.ts';
import { planChangesQuery, planQuery } from '../../../../contract/plan.ts';
import { requestFilter } from '../../../../contract/requests.ts';
import { mayDo } from '../../../../src/access/authorise.ts';
import { isPermission } from '../../../../src/access/permissions.ts';
import { howToIds } from '../../shell/help/how-to-ids.ts';
import { pages } from '../../shell/pages.tsx';
import { languages, loadMessages } from '../../words/catalogue.ts';
import type { HowToText } from './how-to-text.ts';
import { addressWordsOf, howTos } from './how-tos.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';

/** What the lists of the console take from their address, as their API checks it. */
const filters: Readonly<Record<string, z.ZodObject>> = {
  '/customers': customersQuery,
  '/domains': domainsQuery,
  '/expiring': expiringFilter,
  '/messages': messagesFilter,
  '/orders': ordersQuery,
  '/plan': planQuery.extend(planChangesQuery.shape).extend({ view: z.enum(['calendar', 'list', 'changes']) }),
  '/requests': requestFilter,
};

const sentencesOf = ({ answer, steps, worked, otherwise }: HowToText) => [
  answer,
  ...steps,
  worked,
  ...otherwise.flatMap(({ when, do: act }) => [when, act]),
];
const tagsIn = (text: string) => [...text.matchAll(/<([\w-]+)>/g)].map(([, tag]) => tag!);
const uiIn = (text: string) => [...text.matchAll(/<ui>([^<]+)<\/ui>/g)].map(([, key]) => key!);

describe.each(howTos.map((howTo) => [howTo.id, howTo] as const))('%s', (id, howTo) => {
  test('says the same in both languages: as many steps and cases, the same links and buttons in each', () => {
    expect(es[id].steps.length).toBe(en[id].steps.length);
    expect(es[id].otherwise.length).toBe(en[id].otherwise.length);
    const [spanish, english] = [sentencesOf(es[id]), sentencesOf(en[id])];
    for (const [at, sentence] of spanish.entries()) {
      expect(tagsIn(sentence).sort(), sentence).toEqual(tagsIn(english[at]!).sort());
      expect(uiIn(sentence).sort(), sentence).toEqual(uiIn(english[at]!).sort());
    }
  });

  test('names only places that it has, uses each of them, and leads to no how-to that it does not name below', () => {
    const used = new Set(sentencesOf(en[id]).flatMap(tagsIn));
    for (const tag of ['ui', 'key', 'code', ...howToIds]) used.delete(tag);
    expect([...used].sort()).toEqual(Object.keys(howTo.places).sort());
  });

  test('leads to pages that are there, with filters that they know', () => {
    for (const place of Object.values(howTo.places)) {
      expect(pages.map(({ path }) => path)).toContain(place.to);
      const words = addressWordsOf(place, '2026-11-23');
      if (Object.keys(words).length > 0) filters[place.to]!.strict().partial().parse(words);
    }
  });

  test('calls buttons what they are called, and only those whose words stand by themselves', async () => {
    for (const language of languages) {
      const words = await loadMessages(language);
      for (const key of sentencesOf(en[id]).flatMap(uiIn)) {
        expect(words[key], key).toBeDefined();
        expect(words[key], key).not.toMatch(/[{}]/);
      }
    }
  });

  test('is for somebody who may do all of it, and leads on to others', () => {
    const holds = (role: (typeof howTo.roles)[number]) =>
      howTo.needs.every((permission) => isPermission(permission) && mayDo(role, permission));
    expect(howTo.roles.filter(holds)).not.toEqual([]);
    expect(howTo.related).not.toContain(id);
    expect(howTo.related.length).toBeGreaterThan(0);
  });
});

test('every how-to has its text, and the order is the same everywhere', () => {
  expect(Object.keys(es).sort()).toEqual([...howToIds].sort());
  expect(Object.keys(en).sort()).toEqual([...howToIds].sort());
  expect(howTos.map(({ id }) => id).sort()).toEqual([...howToIds].sort());
});
