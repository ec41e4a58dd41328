import { expect, it } from 'vitest';
import type { ExpiringRow } from '../inventory/expiring.ts';
import { expiringTable } from './expiring-table.ts';

const row = {
  number: 'PED-2026-0001',
  commonName: 'intranet.departamento-de-compras.grupo-ejemplar.example',
  beginsOn: '2025-12-02',
  endsOn: '2026-12-01',
  daysLeft: 8,
  productName: 'GeoTrust TrueBusiness ID Wildcard',
  term: 'P1Y',
  customerName: 'Sociedad Ejemplar de Transportes Internacionales S.A.',
  noticesOn: true,
  kind: 'coverage',
  renewed: 'no',
} as unknown as ExpiringRow;

const table = (width: number | undefined) =>
  expiringTable([row], { language: 'en', colours: false, width }).map((line) => line.trimEnd());

it.each([50, 60, 80, 100, 120, 160])('fits %i columns and always says which order ends when', (width) => {
  const lines = table(width);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
  expect(lines[1]).toContain('PED-2026-0001');
  expect(lines[1]).toContain('1 Dec 2026');
});

it('drops the least telling columns first', () => {
  expect(table(100)[0]).not.toContain('validity');
  expect(table(80)[1]).toContain('in 8 days');
  expect(table(undefined)[1]).toContain('Internacionales S.A.');
});
