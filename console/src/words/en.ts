import type { Messages } from './catalogue.ts';

export const chunks = import.meta.glob<Record<string, Messages>>('./en/*.ts', { eager: true });
