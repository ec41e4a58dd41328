import type { Language } from '../kernel/locale.ts';

type Causes = Readonly<Record<string, string>>;

const english: Causes = {
  import: 'import',
  renewed: 'whether it is renewed',
  requested: 'renewal requested',
  switched: 'notices switched',
  owner: 'another owner',
  order: 'order changed',
  customer: 'customer changed',
  contact: 'contact changed',
  certificate: 'another certificate',
  consent: 'consent',
  bounced: 'address bounces',
  withdrawn: 'taken out of the inventory',
  instruction: 'a colleague’s instruction',
  setting: 'settings or calendar of notices',
  'sending-off': 'sending is off',
  'not-run': 'did not go on its day',
  together: 'another order at the same address',
  time: 'worked out anew for the day',
};

const spanish: Causes = {
  import: 'importación',
  renewed: 'si está renovado',
  requested: 'renovación solicitada',
  switched: 'avisos activados o desactivados',
  owner: 'otro responsable',
  order: 'cambio en el pedido',
  customer: 'cambio en el cliente',
  contact: 'cambio en el contacto',
  certificate: 'otro certificado',
  consent: 'consentimiento',
  bounced: 'la dirección devuelve los mensajes',
  withdrawn: 'retirado de la cartera',
  instruction: 'indicación de una persona del equipo',
  setting: 'ajustes o calendario de avisos',
  'sending-off': 'el envío está desactivado',
  'not-run': 'no salió en su día',
  together: 'otro pedido en la misma dirección',
  time: 'recalculado para el día',
};

/** Why something of the plan became another, as a short label. */
export function changeCauseName(code: string, language: Language): string {
  return (language === 'es' ? spanish : english)[code] ?? code;
}
