import type { Messages } from './catalogue.ts';

export const chunks = import.meta.glob<Record<string, Messages>>('./es/*.ts', { eager: true });
