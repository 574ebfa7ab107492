// Brings node_modules and the generated code up to date before a command runs; silent when both are.
// Plain JavaScript for Node 20: it runs before the Node that the repository installs for itself.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { runTurbo } from './turbo.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const readJson = (...path) => {
  const file = join(root, ...path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
};

/** The folders of the workspaces; the patterns in use are `folder` and `folder/*`. */
function workspaceFolders(patterns) {
  return patterns
    .flatMap((pattern) => {
      if (!pattern.endsWith('/*')) return [pattern];
      const parent = pattern.slice(0, -2);
      return readdirSync(join(root, parent)).map((name) => `${parent}/${name}`);
    })
    .filter((folder) => existsSync(join(root, folder, 'package.json')));
}

/** Whether package-lock.json says the same as every package.json, so that `npm ci` will take it. */
function lockFits(lock) {
  const manifest = readJson('package.json');
  return ['', ...workspaceFolders(manifest.workspaces)].every((folder) => {
    const wanted = readJson(folder, 'package.json');
    const locked = lock.packages[folder];
    return (
      locked !== undefined &&
      ['dependencies', 'devDependencies'].every((kind) =>
        isDeepStrictEqual(wanted[kind] ?? {}, locked[kind] ?? {}),
      )
    );
  });
}

/** What an installation is made from, written down where it succeeded. */
const stamp = () =>
  createHash('sha256')
    .update(`${process.platform}-${process.arch}\n`)
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
const stampFile = join(root, 'node_modules', '.guildhall-installed');

function install() {
  const lock = readJson('package-lock.json');
  const fits = lock !== null && lockFits(lock);
  if (fits && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()) return;

  // `ci` begins from nothing; `install` changes what differs, and with --no-save leaves the lock as it is.
  const command = !fits
    ? ['install']
    : existsSync(join(root, 'node_modules'))
      ? ['install', '--no-save']
      : ['ci'];
  console.error(`Installing the packages this checkout asks for (npm ${command.join(' ')})…`);
  // Under npm, the same npm again, under the Node it came with: the one in node_modules is about to be replaced.
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js')
    ? [process.env.npm_node_execpath ?? process.execPath, process.env.npm_execpath]
    : ['npm'];
  const { status, error } = spawnSync(
    npm[0],
    [
      ...npm.slice(1),
      ...command,
      '--include=dev',
      '--include=optional',
      '--no-fund',
      '--no-audit',
      '--loglevel=error',
    ],
    // Whatever installing prints goes to stderr: stdout belongs to the command that was asked for.
    { cwd: root, stdio: ['ignore', 2, 2] },
  );
  if (status === 0) {
    writeFileSync(stampFile, stamp());
    return;
  }
  console.error(
    `npm ${command.join(' ')} failed${error ? ` (${error.message})` : ''}: see above; when a download failed, run the same command again.`,
  );
  process.exit(1);
}

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Guildhall needs Node 20 or newer to start; this is Node ${process.versions.node}.`);
  process.exit(1);
}
install();
// The web app's types are made from the supergraph: whoever composes it anew makes them afterwards.
const generate = process.argv.includes('--no-web')
  ? ['run', 'generate', '--filter=!@guildhall/web']
  : ['run', 'generate'];
if (!process.argv.includes('--no-generate') && (await runTurbo(generate, { quiet: true })) !== 0) {
  console.error('Generating code from the schemas failed: see above for the file to mend.');
  process.exit(1);
}
