import type { Language } from '../kernel/locale.ts';

const states: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  open: { es: 'abierta', en: 'open' },
  renewed: { es: 'renovado', en: 'renewed' },
  'renewed-elsewhere': { es: 'renovado en otro sitio', en: 'renewed elsewhere' },
  declined: { es: 'no renueva', en: 'declined' },
  withdrawn: { es: 'retirada', en: 'taken back' },
};

const reasons: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  price: { es: 'precio', en: 'price' },
  'other-provider': { es: 'otro proveedor', en: 'another provider' },
  'not-needed': { es: 'ya no lo necesita', en: 'no longer needed' },
  'site-closed': { es: 'el sitio se cierra', en: 'the site closes' },
  merged: { es: 'lo cubre otro certificado', en: 'another certificate covers it' },
  'no-answer': { es: 'no contesta', en: 'no answer' },
  other: { es: 'otro motivo', en: 'another reason' },
};

/** For files; the console has words of its own. */
export function stateWord(state: string, language: Language): string {
  return states[state]?.[language] ?? state;
}

export function reasonWord(reason: string, language: Language): string {
  return reasons[reason]?.[language] ?? reason;
}
