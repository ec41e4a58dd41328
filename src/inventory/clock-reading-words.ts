import type { Language } from '../kernel/locale.ts';
import type { ReadingCode } from './clock-reading.ts';

const words: Readonly<Record<ReadingCode, Readonly<Record<Language, string>>>> = {
  'order-end-given': {
    es: 'El archivo da el fin de la vigencia del pedido; se toma tal cual.',
    en: "The file gives the end of the order's coverage; it is taken as given.",
  },
  'term-beyond-end': {
    es: 'Inicio más plazo va más allá de la fecha de fin: esa fecha es la del certificado y la vigencia del pedido llega hasta inicio más plazo.',
    en: "Begin plus term goes beyond the end date: that date is the certificate's, and the order's coverage runs to begin plus term.",
  },
  'one-end': {
    es: 'Una sola fecha de fin: vale para el pedido y para el certificado.',
    en: 'One end date: it holds for the order and for the certificate.',
  },
  'no-dates': {
    es: 'Sin fecha de fin: todavía no corre ningún plazo.',
    en: 'No end date: nothing is running out yet.',
  },
};

/** Which reading of a row's dates was used, as a sentence. */
export function clockReadingWords(reading: ReadingCode, language: Language): string {
  return words[reading][language];
}
