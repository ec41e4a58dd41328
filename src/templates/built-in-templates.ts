import { readdirSync, readFileSync } from 'node:fs';
import type { TemplateSource } from './template-source.ts';

const folder = new URL('./built-in/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

const parts = Object.fromEntries(
  readdirSync(new URL('parts/', folder))
    .sort()
    .map((file) => [file.replace(/\.(mjml|txt)$/, ''), read(`parts/${file}`).trimEnd()]),
);

export const builtInNames = ['early', 'last-days', 'expired', 'reissue'] as const;
export type BuiltInName = (typeof builtInNames)[number];

function builtIn(
  name: BuiltInName,
  clock: TemplateSource['clock'],
  about: TemplateSource['about'],
): TemplateSource {
  return {
    name,
    clock,
    about,
    subject: `{{ '${name}.subject' | say: v }}`,
    preheader: `{{ '${name}.preheader' | say: v }}`,
    mjml: read(`${name}.mjml`),
    text: `[% assign key = '${name}' %][% include 'letter' %]`,
    parts,
  };
}

/** The templates that come with Vigente, read once from beside this file. */
export const builtInTemplates: Readonly<Record<BuiltInName, TemplateSource>> = {
  early: builtIn('early', 'coverage', 'ahead'),
  'last-days': builtIn('last-days', 'coverage', 'ahead'),
  expired: builtIn('expired', 'coverage', 'over'),
  reissue: builtIn('reissue', 'certificate', 'either'),
};
