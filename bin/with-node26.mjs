#!/usr/bin/env node
// Runs any script under the bundled Node, which is also the `node` that the script finds on its PATH.
import { resolve } from 'node:path';
import process from 'node:process';
import handing from './hand-over.js';

const [script, ...args] = process.argv.slice(2);
if (script) {
  handing.handOver(resolve(script), args, { nodeOnPath: true });
} else {
  process.stderr.write('usage: node bin/with-node26.mjs FILE [ARGUMENT…]\n');
  process.exitCode = 2;
}
