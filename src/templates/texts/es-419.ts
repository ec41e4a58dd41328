import { spanish } from './spanish.ts';

/** Latin America. */
export const es419 = spanish({
  expires: 'vence',
  expire: 'vencen',
  expired: 'venció',
  haveExpired: 'vencieron',
  hasExpired: 'venció',
  expiryLabel: 'Vencimiento',
  expiringList: 'Certificados por vencer',
  free: 'sin costo',
  logIn: 'Ingresar a la consola',
});
