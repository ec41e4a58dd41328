import { fileURLToPath } from 'node:url';
import { buildConsole } from '../src/http/build-console.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));

/** The folder of the built console, built anew when the sources are newer. Many test files may ask at once. */
export function builtConsole(): Promise<string> {
  return buildConsole(repository);
}
