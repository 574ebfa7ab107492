// `npm test`: every check of the repository, cached by turbo, closed by one line with the tests passed and failed.
// `--unit` runs the packages' own tests only. Other arguments go to turbo, for example `--force`.
import { existsSync, globSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTurbo } from './turbo.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const checks = ['typecheck', 'lint', 'format:check', 'boundaries', 'graph:check'].map((name) => `//#${name}`);
const unitOnly = process.argv.includes('--unit');

const packages = globSync(
  readJson(join(root, 'package.json')).workspaces.map((pattern) => `${pattern}/package.json`),
  {
    cwd: root,
  },
)
  .map((manifest) => ({ folder: join(root, dirname(manifest)), ...readJson(join(root, manifest)) }))
  .filter(({ scripts }) => scripts?.test !== undefined)
  .map(({ folder, name }) => ({ task: `${name}#test`, report: join(folder, 'reports', 'vitest.json') }));

// What lies there from an earlier run must not be counted; turbo puts back the report of a cached task.
for (const { report } of packages) rmSync(report, { force: true });
const runs = join(root, '.turbo', 'runs');
rmSync(runs, { recursive: true, force: true });

const exitCode = await runTurbo([
  'run',
  ...(unitOnly ? [] : checks),
  'test',
  '--continue=dependencies-successful',
  '--concurrency=2',
  '--output-logs=new-only',
  '--log-order=grouped',
  '--summarize',
  ...process.argv.slice(2).filter((argument) => argument !== '--unit'),
]);

const summary = existsSync(runs) ? readdirSync(runs).find((name) => name.endsWith('.json')) : undefined;
const failedTasks = new Set(
  (summary ? readJson(join(runs, summary)).tasks : [])
    .filter(({ execution }) => execution !== undefined && execution.exitCode !== 0)
    .map(({ taskId }) => taskId),
);

/** The failures of a report, each in a few lines, since the log of a whole run is long. */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failures = assertionResults
      .filter((result) => result.status === 'failed')
      .map(({ fullName, failureMessages }) => ({ fullName, text: failureMessages.join('\n') }));
    if (failures.length === 0 && status === 'failed')
      failures.push({ fullName: 'the file itself', text: message });
    return failures.map(
      ({ fullName, text }) =>
        `✗ ${relative(root, name)}: ${fullName}\n${text.split('\n').slice(0, 30).join('\n')}\n`,
    );
  });
}

let passed = 0;
let failed = 0;
const complaints = [];
for (const { task, report } of packages) {
  if (!existsSync(report)) {
    complaints.push(`${task} left no report`);
    failedTasks.add(task);
    continue;
  }
  const results = readJson(report);
  const { numPassedTests, numFailedTests, numPendingTests } = results;
  for (const failure of failuresOf(results)) console.log(failure);
  // A check whose program is not on this machine; the log of its package says which.
  if (numPendingTests > 0) console.log(`! ${task}: ${numPendingTests} skipped, see the lines with SKIPPED`);
  passed += numPassedTests;
  failed += numFailedTests;
  // Its failures are counted one by one.
  if (numFailedTests > 0 && failedTasks.delete(task)) complaints.push(`${task}: ${numFailedTests} failed`);
}
// What failed without a failed test (types, lint, a suite that did not load) counts as one each.
for (const task of failedTasks) complaints.push(`${task} failed`);
failed += failedTasks.size;
if (failed === 0 && exitCode !== 0) {
  complaints.push('turbo itself failed');
  failed = 1;
}
if (passed === 0 && failed === 0) {
  complaints.push('no test was run');
  failed = 1;
}

for (const complaint of complaints) console.log(`✗ ${complaint}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
