import type { CustomerFacts, PartnerFace } from './customer-facts.ts';
import { renewPage } from './pages/renew-page.ts';

/** The renewal page of a made-up order as this partner's customers would see it. */
export async function previewRenewalPage(face: PartnerFace, locale: string, today: string): Promise<string> {
  const day = Temporal.PlainDate.from(today);
  const endsOn = day.add({ days: 24 });
  const facts: CustomerFacts = {
    ...{ locale, timeZone: 'Europe/Madrid', partner: face, person: 'Marta Ruiz' },
    ...{ company: 'Panadería García, S. L.', accountNumber: 'C201603', disowned: false, objections: [] },
    orders: [
      {
        ...{
          order: '1',
          asks: 'renewal',
          number: '1007146',
          product: 'Secure Site Pro',
          authority: 'DigiCert',
        },
        commonName: 'tienda.panaderia-garcia.example',
        names: ['tienda.panaderia-garcia.example', 'panaderia-garcia.example'],
        issuedOn: endsOn.subtract({ years: 1 }).toString(),
        ...{ endsOn: endsOn.toString(), daysLeft: 24, shareLeft: 24 / 365, validity: { years: 1 } },
        price: { minor: 21_800n, currency: 'EUR' },
        keeps: { days: 24, until: endsOn.add({ years: 1 }).toString() },
        ...{ standing: { kind: 'open' }, noticesOn: true },
      },
    ],
  };
  return String(await renewPage(facts));
}
