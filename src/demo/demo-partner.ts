import type { PartnerSettings } from '../partners/partner-settings.ts';
import type { BrandInput } from '../templates/brand.ts';

const promise = {
  windowDays: 90,
  carriesOver: true,
  source: 'the demo partner’s own promise to its customers',
  confirmedBy: 'partner',
} as const;

/** The invented distributor of the demo, with a promise of its own so that messages show the days kept. */
export const demoPartner: {
  readonly slug: string;
  readonly name: string;
  readonly settings: Partial<PartnerSettings>;
  readonly brand: BrandInput;
} = {
  slug: 'demo',
  name: 'Faro Certificados',
  settings: {
    defaultLocale: 'es-ES',
    defaultTimeZone: 'Europe/Madrid',
    sender: {
      name: 'Faro Certificados',
      address: 'renovaciones@farocertificados.example',
      replyTo: 'ayuda@farocertificados.example',
    },
    carryOver: [{ name: 'Ningún día perdido', ...promise }],
  },
  brand: {
    name: 'Faro Certificados',
    website: 'https://www.farocertificados.example/',
    legal: {
      'es-ES': 'Faro Certificados, S.L. · Calle del Puerto, 12 · 48001 Bilbao · NIF B00000000',
      'es-419': 'Faro Certificados, S.L. · Calle del Puerto 12, Bilbao, España',
      en: 'Faro Certificados, S.L. · Calle del Puerto 12, 48001 Bilbao, Spain',
    },
    support: {
      email: 'ayuda@farocertificados.example',
      phone: '+34 940 000 000',
      hours: {
        'es-ES': 'de lunes a viernes, de 9:00 a 18:00 (Madrid)',
        'es-419': 'lunes a viernes, de 9:00 a 18:00 (hora de Madrid)',
        en: 'Monday to Friday, 9:00 to 18:00 (Madrid)',
      },
    },
    consoleUrl: 'https://clientes.farocertificados.example/',
  },
};
