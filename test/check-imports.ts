import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { visitUsing } from './visit-using.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const roots = ['src', 'contract', 'console', 'embed'];

export interface ImportCheck {
  readonly modules: number;
  /** One sentence for each thing that is wrong; empty when the table is kept. */
  readonly complaints: readonly string[];
}

/**
 * Holds the TypeScript files under `root` against the import table in `.dependency-cruiser.cjs`. A tool that reads
 * nothing finds nothing wrong, so files that it did not read are complaints too.
 */
export async function checkImports(root: string): Promise<ImportCheck> {
  visitUsing();
  const present = roots.filter((folder) => existsSync(join(root, folder)));
  // Listed first: somebody may be adding files while the tool reads.
  const files = present.flatMap((folder) => sourcesIn(root, folder));
  const options = await extractOptions(join(repository, '.dependency-cruiser.cjs'));
  const { output } = await cruise(present, { ...options, baseDir: root, validate: true });
  const { modules, summary } = output as ICruiseResult;
  const read = new Set(modules.map((module) => module.source));
  const unread = files.filter((file) => !read.has(file));
  return {
    modules: modules.length,
    complaints: [
      ...(modules.length === 0 ? ['no module was read, so nothing was checked'] : []),
      ...unread.map((file) => `${file} was not read`),
      ...deafness(modules),
      ...summary.violations.map(complaint),
    ],
  };
}

/** Modules without a single import between all of them mean a parser that sees no imports. */
function deafness(modules: ICruiseResult['modules']): string[] {
  const heard = modules.some((module) => module.dependencies.length > 0);
  return modules.length > 1 && !heard ? ['not one import was seen, so nothing was checked'] : [];
}

function sourcesIn(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return entries
    .filter((name) => /\.tsx?$/.test(name) && !name.split('/').includes('node_modules'))
    .map((name) => `${folder}/${name}`);
}

function complaint({ from, to, rule, cycle, comment }: IViolation): string {
  const path = cycle ? cycle.map((step) => step.name).join(' → ') : to;
  return `${from} → ${path} (${rule.name}${comment ? `: ${comment}` : ''})`;
}

if (import.meta.main) {
  const { modules, complaints } = await checkImports(repository);
  for (const line of complaints) console.error(`error: ${line}`);
  console.log(`${modules} modules read, ${complaints.length} complaints`);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
