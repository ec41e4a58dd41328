/// <reference types="vite/types/importMeta.d.ts" />
type Chunk = Record<string, Readonly<Record<string, string>>>;

export const chunks = import.meta.glob<Chunk>('./en/*.ts', { eager: true });
