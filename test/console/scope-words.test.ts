import { expect, test } from 'vitest';
import { scopeGroups } from '../../console/src/features/access/scope-groups.ts';
import { scope as en } from '../../console/src/words/en/scope.ts';
import { scope as es } from '../../console/src/words/es/scope.ts';
import { permissions } from '../../src/access/permissions.ts';

const all = Object.keys(permissions);

test('every permission that a key can have is said in words, in both languages', () => {
  const keys = all.map((one) => `scope.${one.replace(':', '.')}`);
  expect(keys.filter((key) => !(key in es) || !(key in en))).toEqual([]);
});

test('every permission stands in one group, and none without a name', () => {
  const groups = scopeGroups(all);
  expect(groups.flatMap(({ scopes }) => scopes).sort()).toEqual([...all].sort());
  expect(groups.map(({ name }) => name)).not.toContain('other');
});
