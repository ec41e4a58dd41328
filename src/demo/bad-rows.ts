import type { SheetHeading, SheetRow } from './inventory-sheet.ts';

/** Slips that no program can mend, one to a row, each with the heading under which it stands. */
const slips: readonly { readonly heading: SheetHeading; readonly value: string }[] = [
  { heading: 'Caduca el', value: '31/02/2027' },
  { heading: 'Caduca el', value: 'en primavera' },
  { heading: 'Emitido el', value: '14/05/26' },
  { heading: 'Fin vigencia pedido', value: '01/01/2001' },
  { heading: 'Correo electrónico', value: 'no tiene' },
  { heading: 'Correo electrónico', value: 'compras(arroba)cliente.example' },
  { heading: 'Código de pedido', value: '' },
  { heading: 'Código de pedido', value: '1,48031E+09' },
  { heading: 'Estado', value: '¿?' },
  { heading: 'Precio', value: 'según tarifa' },
  { heading: 'Nombre común', value: 'la web de la tienda' },
  { heading: 'País', value: 'Atlántida' },
  { heading: 'Zona horaria', value: 'Europe/Barcelona' },
];

export const badRowCount = slips.length + 1;

/** Copies of good rows with a slip each, and one order that is there a second time with another price. */
export function badRows(rows: readonly SheetRow[]): SheetRow[] {
  const usable = rows.filter((row) => row['Caduca el'] !== '');
  const spoilt = slips.map(({ heading, value }, index) => {
    const row = usable[(index * 31 + 17) % usable.length]!;
    return { ...row, 'Código de pedido': `99${1_000 + index}`, [heading]: value };
  });
  return [...spoilt, { ...usable[40 % usable.length]!, Precio: '1,00' }];
}
