import { spanish } from './spanish.ts';

/** Spain. */
export const esES = spanish({
  expires: 'caduca',
  expire: 'caducan',
  expired: 'caducó',
  haveExpired: 'han caducado',
  hasExpired: 'ha caducado',
  expiryLabel: 'Caducidad',
  expiringList: 'Certificados que caducan',
  free: 'sin coste',
  logIn: 'Entrar en la consola',
});
