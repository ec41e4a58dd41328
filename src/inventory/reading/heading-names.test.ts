import { describe, expect, it } from 'vitest';
import { mapHeadings } from './heading-map.ts';
import { fieldNamed, fieldsHinted, listedHeadings, plainHeading } from './heading-names.ts';

it('a heading loses accents, case, punctuation and small words', () => {
  const spellings = [
    'N.° de pedido',
    'Nº de pedido',
    'No. de pedido',
    'Núm. pedido',
    'NÚMERO DE PEDIDO',
    'numero_pedido',
    'n.º pedido',
    '# pedido',
  ];
  expect(spellings.map(plainHeading)).toEqual(spellings.map(() => 'no pedido'));
  expect(plainHeading('orderId')).toBe('order id');
  expect(plainHeading('  Correo\u00a0electrónico: ')).toBe('correo electronico');
});

it('every listed heading is written as headings are compared, and belongs to one field', () => {
  const owners = new Map<string, string>();
  for (const { field, name } of listedHeadings()) {
    expect(plainHeading(name)).toBe(name);
    expect([name, owners.get(name) ?? field]).toEqual([name, field]);
    owners.set(name, field);
  }
});

it.each([
  ['order_id', 'orderNumber'],
  ['Código de pedido', 'orderNumber'],
  ['N.° de pedido', 'orderNumber'],
  ['Nº de cuenta', 'accountNumber'],
  ['Razón social', 'customerName'],
  ['Nombre común', 'commonName'],
  ['dns_names', 'names'],
  ['Fecha de caducidad', 'validUntil'],
  ['Fecha de vencimiento', 'validUntil'],
  ['valid_till', 'validUntil'],
  ['order_valid_till', 'orderUntil'],
  ['Fecha de emisión', 'validFrom'],
  ['Período de validez', 'term'],
  ['Precio', 'price'],
  ['Avisos de renovación', 'noticesOn'],
  ['disable_renewal_notifications', 'noticesOff'],
  ['Notas', 'notes'],
  ['container_name', 'division'],
  ['requester_first_name', 'contactFirstName'],
  ['requester_email', 'contactEmail'],
  ['Correo electrónico', 'contactEmail'],
  ['E-mail', 'contactEmail'],
  ['renewal_of_order_id', 'renewalOf'],
  ['serial_number', 'serial'],
  ['Gestor de cuenta', 'owner'],
])('%s is the field %s', (heading, field) => {
  expect(fieldNamed(heading)).toBe(field);
});

describe('a heading that may stand for several fields', () => {
  it('is the customer alone and the holder beside one', () => {
    expect(fieldsHinted('organization_name')).toEqual(['customerName', 'holder']);
    const fields = (headings: string[]): unknown => {
      const map = mapHeadings(headings);
      return map.kind === 'mapped' ? map.columns.map((column) => [column.heading, column.field]) : map;
    };
    expect(fields(['Pedido', 'Empresa'])).toEqual([
      ['Pedido', 'orderNumber'],
      ['Empresa', 'customerName'],
    ]);
    expect(fields(['Pedido', 'Organización', 'Cliente'])).toEqual([
      ['Pedido', 'orderNumber'],
      ['Organización', 'holder'],
      ['Cliente', 'customerName'],
    ]);
    expect(fields(['ID', 'Vence'])).toEqual([
      ['ID', 'orderNumber'],
      ['Vence', 'validUntil'],
    ]);
  });

  it('gives way to the clearer one, and two of equal rank are named', () => {
    expect(mapHeadings(['id', 'order_id'])).toMatchObject({ kind: 'mapped', ignored: ['id'] });
    expect(mapHeadings(['order_id', 'Empresa', 'Compañía'])).toEqual({
      kind: 'claimed-twice',
      field: 'customerName',
      headings: ['Empresa', 'Compañía'],
    });
  });
});

it("the authority's report library is read without its account number, which is the partner's own, and its lists of addresses", () => {
  const headings =
    'Order ID,Order Status,Serial number,Account ID,Product name,Order created date,Additional emails,Common name,' +
    'SANs,Certificate status,Validity start date,Validity end date,Organization name';
  expect(mapHeadings(headings.split(','))).toMatchObject({
    kind: 'mapped',
    ignored: ['Account ID', 'Additional emails', 'Certificate status'],
  });
});
