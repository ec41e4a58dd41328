import type { OrderStatus } from './inventory-row.ts';

const wordsByStatus: Readonly<Record<OrderStatus, readonly string[]>> = {
  issued: [
    'issued', 'active', 'valid', 'ok', 'completed', 'complete', 'enrolled', 'installed', 'reissued', 'emitido',
    'emitida', 'activo', 'activa', 'vigente', 'valido', 'valida', 'en vigor', 'completado', 'completada',
    'instalado', 'reemitido', 'reemitida', 'alta', 'en alta',
  ],
  pending: [
    'pending', 'processing', 'in progress', 'submitted', 'requested', 'approved', 'awaiting validation',
    'waiting pickup', 'needs csr', 'needs approval', 'applied', 'pending validation', 'pending issuance',
    'pendiente', 'en proceso', 'en tramite', 'en curso', 'solicitado', 'solicitada', 'en validacion',
    'pendiente de validacion', 'pendiente de emision', 'procesando', 'tramitando',
  ],
  revoked: ['revoked', 'revocado', 'revocada', 'anulado por la autoridad'],
  canceled: [
    'canceled', 'cancelled', 'refunded', 'cancelado', 'cancelada', 'anulado', 'anulada', 'baja', 'de baja',
    'dado de baja', 'devuelto', 'reembolsado',
  ],
  expired: ['expired', 'lapsed', 'caducado', 'caducada', 'vencido', 'vencida', 'expirado', 'expirada'],
  rejected: ['rejected', 'declined', 'denied', 'failed', 'rechazado', 'rechazada', 'denegado', 'denegada', 'fallido'],
  'reissue-pending': [
    'reissue pending', 'pending reissue', 'reissuing', 'reemision pendiente', 'pendiente de reemision',
  ],
  renewed: ['renewed', 'renovado', 'renovada'],
}; // biome-ignore format: lists of words read better as paragraphs

const statusByWord = new Map<string, OrderStatus>();
for (const [status, words] of Object.entries(wordsByStatus))
  for (const word of words) statusByWord.set(word, status as OrderStatus);

/** Reads an order's state in either language, whatever case, accents, `_` or `-`; undefined for an unknown word. */
export function readStatus(text: string): OrderStatus | undefined {
  return statusByWord.get(text) ?? statusByWord.get(plainWords(text));
}

function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[_\-.\s]+/g, ' ')
    .trim();
}
