import type { Language } from '../kernel/locale.ts';
import { displayHostName } from './display-host-name.ts';
import type { RenewedAnswer, RenewedEvidenceCode } from './renewed.ts';

/** The values that the sentences speak of, already written for reading. */
interface Said {
  readonly orders: string;
  readonly several: boolean;
  readonly begins: string | undefined;
  readonly names: string;
  readonly servers: number;
  /** On how many servers the order may stand; undefined where nobody has said. */
  readonly ofServers: number | undefined;
}

type Sentence = (said: Said) => string;

const es: Readonly<Record<RenewedEvidenceCode, Sentence>> = {
  linked: (s) =>
    `Renovado: ${pedidos(s)} ${s.several ? 'siguen a este y no dejan' : 'sigue a este y no deja'} fuera ningún nombre.`,
  'linked-elsewhere': (s) => `Renovado: figura como continuado por ${pedidos(s)}, fuera de esta cartera.`,
  'authority-flag': () => 'Renovado según la autoridad, que no dice con qué pedido.',
  'linked-not-issued': (s) =>
    `Quizá renovado: ${pedidos(s)} ${s.several ? 'siguen' : 'sigue'} a este, pero su certificado aún no se ha emitido.`,
  'newer-order': (s) =>
    `Quizá renovado: ${pedidos(s)} cubre los mismos nombres${desde(s)}, pero nada lo enlaza con este.`,
  'linked-leaves-names': (s) =>
    `Renovado en parte: ${pedidos(s)} ${s.several ? 'siguen a este y dejan' : 'sigue a este y deja'} fuera ${s.names}.`,
  'newer-order-leaves-names': (s) =>
    `Quizá renovado en parte: ${pedidos(s)} cubre otros nombres de este${desde(s)} y deja fuera ${s.names}${s.servers === 0 ? '' : `; ${servidores(s)}`}.`,
  'newer-order-leaves-servers': (s) =>
    `Quizá renovado en parte: ${pedidos(s)} cubre los mismos nombres${desde(s)}, pero ${servidores(s)}.`,
  'linked-void': (s) =>
    `No renovado: ${pedidos(s)} ${s.several ? 'seguían a este, pero se revocaron, cancelaron o rechazaron' : 'seguía a este, pero se revocó, canceló o rechazó'}.`,
  'linked-ends-too-soon': (s) =>
    `No renovado: ${pedidos(s)} ${s.several ? 'siguen a este, pero terminan' : 'sigue a este, pero termina'} antes.`,
  'not-in-force': () => 'No renovado: este pedido no está en vigor.',
  'nothing-newer': () => 'No renovado: no se conoce ningún pedido que siga a este.',
};

const en: Readonly<Record<RenewedEvidenceCode, Sentence>> = {
  linked: (s) =>
    `Renewed: ${orders(s)} ${s.several ? 'follow this one and leave' : 'follows this one and leaves'} no name out.`,
  'linked-elsewhere': (s) => `Renewed: recorded as followed by ${orders(s)}, outside this inventory.`,
  'authority-flag': () => 'Renewed according to the authority, which does not say by which order.',
  'linked-not-issued': (s) =>
    `Perhaps renewed: ${orders(s)} ${s.several ? 'follow' : 'follows'} this one, but its certificate has not been issued yet.`,
  'newer-order': (s) =>
    `Perhaps renewed: ${orders(s)} covers the same names${since(s)}, but nothing links it to this one.`,
  'linked-leaves-names': (s) =>
    `Partly renewed: ${orders(s)} ${s.several ? 'follow this one and leave' : 'follows this one and leaves'} out ${s.names}.`,
  'newer-order-leaves-names': (s) =>
    `Perhaps partly renewed: ${orders(s)} covers other names of this one${since(s)} and leaves out ${s.names}${s.servers === 0 ? '' : `; ${serversReached(s)}`}.`,
  'newer-order-leaves-servers': (s) =>
    `Perhaps partly renewed: ${orders(s)} covers the same names${since(s)}, but ${serversReached(s)}.`,
  'linked-void': (s) =>
    `Not renewed: ${orders(s)} followed this one, but ${s.several ? 'were' : 'was'} revoked, cancelled or rejected.`,
  'linked-ends-too-soon': (s) =>
    `Not renewed: ${orders(s)} ${s.several ? 'follow this one, but end' : 'follows this one, but ends'} before it.`,
  'not-in-force': () => 'Not renewed: this order is not in force.',
  'nothing-newer': () => 'Not renewed: no order is known that follows this one.',
};

/**
 * The answer and what it rests on, as one sentence for the people at the partner. `ofServers`: on how many servers the
 * order may stand, so that "3 of 5" can be said.
 */
export function renewedWords(
  answer: RenewedAnswer,
  language: Language,
  ofServers: number | null = null,
): string {
  const begins = answer.successors[0]?.begins;
  const sentence = (language === 'es' ? es : en)[answer.code];
  return sentence({
    orders: list(
      answer.successors.map(({ number }) => number),
      language,
    ),
    several: answer.successors.length > 1,
    begins: begins === undefined ? undefined : dateFormats[language].format(Date.parse(begins)),
    names: list(answer.uncovered.map(displayHostName), language),
    servers: answer.serversLeft,
    ofServers: ofServers !== null && ofServers > answer.serversLeft ? ofServers : undefined,
  });
}

function servidores({ servers, ofServers }: Said): string {
  if (ofServers !== undefined) return `solo vale para ${ofServers - servers} de sus ${ofServers} servidores`;
  return servers === 1 ? 'queda 1 servidor sin él' : `quedan ${servers} servidores sin él`;
}

function serversReached({ servers, ofServers }: Said): string {
  if (ofServers !== undefined) return `only for ${ofServers - servers} of its ${ofServers} servers`;
  return servers === 1 ? '1 server is left without it' : `${servers} servers are left without it`;
}

function pedidos({ orders: numbers, several }: Said): string {
  return several ? `los pedidos ${numbers}` : `el pedido ${numbers}`;
}

function orders({ orders: numbers, several }: Said): string {
  return several ? `orders ${numbers}` : `order ${numbers}`;
}

function desde({ begins }: Said): string {
  return begins === undefined ? '' : ` desde el ${begins}`;
}

function since({ begins }: Said): string {
  return begins === undefined ? '' : ` since ${begins}`;
}

const day = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
const dateFormats = {
  es: new Intl.DateTimeFormat('es', day),
  en: new Intl.DateTimeFormat('en-GB', day),
};
const lists = {
  es: new Intl.ListFormat('es', { type: 'conjunction' }),
  en: new Intl.ListFormat('en', { type: 'conjunction' }),
};

/** The first five by name, the others by number: an order can have hundreds of names. */
const namedAtMost = 5;

function list(items: readonly string[], language: Language): string {
  if (items.length <= namedAtMost + 1) return lists[language].format(items);
  const more = items.length - namedAtMost;
  const others = language === 'es' ? `${more} más` : `${more} more`;
  return lists[language].format([...items.slice(0, namedAtMost), others]);
}
