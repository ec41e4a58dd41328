import type { Language } from '../kernel/locale.ts';
import { counted } from './counted.ts';

const es = {
  usage: `vigente expiring [--within 30] [--as-of FECHA] [--clock coverage|certificate] [--all] [--json|--csv] [--partner NOMBRE]
  Lo que caduca, agrupado por cercanía, y aparte lo que ya ha caducado.
  --within N    hasta dentro de cuántos días, de 0 a 3650
  --as-of FECHA el día desde el que se cuenta; hoy si no se indica
  --clock TIPO  solo la vigencia del pedido (coverage) o solo la del certificado (certificate)
  --all         también los pedidos ya renovados
  --json --csv  para programas y hojas de cálculo`,
  within: (from: number, to: number) =>
    from === 0 ? `Caducan en ${to} días o menos` : `Caducan dentro de ${from} a ${to} días`,
  lapsed: (from: number, to: number) =>
    to === -1 ? `Caducaron hace ${-from} días o menos` : `Caducaron hace ${-to} a ${-from} días`,
  head: ['pedido', 'nombre común', 'caduca', '', 'producto', 'plazo', 'cliente', 'avisos', 'qué', 'renovado'],
  kind: { coverage: 'pedido', certificate: 'certificado' } as Readonly<Record<string, string>>,
  notices: { on: 'sí', off: 'no' },
  renewed: { no: '–', perhaps: 'quizá', partly: 'en parte', renewed: 'sí' },
  today: 'hoy',
  tomorrow: 'mañana',
  yesterday: 'ayer',
  inDays: (days: string) => `en ${days} días`,
  daysAgo: (days: string) => `hace ${days} días`,
  years: (n: number) => (n === 1 ? '1 año' : `${n} años`),
  months: (n: number) => (n === 1 ? '1 mes' : `${n} meses`),
  days: (n: number) => (n === 1 ? '1 día' : `${n} días`),
  none: (days: number) => `Nada caduca en los próximos ${days} días.`,
  renewedLeftOut: (count: number) =>
    counted(
      count,
      {
        one: 'ya renovado no se muestra (--all lo incluye)',
        other: 'ya renovados no se muestran (--all los incluye)',
      },
      'es',
    ),
  lang: 'es',
};

export type ExpiringWords = typeof es;

const en: ExpiringWords = {
  usage: `vigente expiring [--within 30] [--as-of DATE] [--clock coverage|certificate] [--all] [--json|--csv] [--partner SLUG]
  What expires, grouped by nearness, and apart from it what has already expired.
  --within N    up to how many days ahead, 0 to 3650
  --as-of DATE  the day that is counted from; today without it
  --clock KIND  only the order's coverage, or only the certificate
  --all         renewed orders, too
  --json --csv  for programs and spreadsheets`,
  within: (from, to) => (from === 0 ? `Expire within ${to} days` : `Expire in ${from} to ${to} days`),
  lapsed: (from, to) =>
    to === -1 ? `Expired at most ${-from} days ago` : `Expired ${-to} to ${-from} days ago`,
  head: [
    'order',
    'common name',
    'expires',
    '',
    'product',
    'validity',
    'customer',
    'notices',
    'what',
    'renewed',
  ],
  kind: { coverage: 'order', certificate: 'certificate' },
  notices: { on: 'on', off: 'off' },
  renewed: { no: '–', perhaps: 'perhaps', partly: 'partly', renewed: 'yes' },
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  inDays: (days) => `in ${days} days`,
  daysAgo: (days) => `${days} days ago`,
  years: (n) => (n === 1 ? '1 year' : `${n} years`),
  months: (n) => (n === 1 ? '1 month' : `${n} months`),
  days: (n) => (n === 1 ? '1 day' : `${n} days`),
  none: (days) => `Nothing expires in the next ${days} days.`,
  renewedLeftOut: (count) =>
    counted(
      count,
      {
        one: 'renewed one is not shown (--all includes it)',
        other: 'renewed ones are not shown (--all includes them)',
      },
      'en',
    ),
  lang: 'en',
};

export const expiringWords: Readonly<Record<Language, ExpiringWords>> = { es, en };
