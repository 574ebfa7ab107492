import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { repository } from '../src/settings.ts';
import { makeFolder, removeFolder } from './stackProcess.ts';

const execute = promisify(execFile);
const bin = join(repository, 'node_modules/.bin');

let folder: string;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => removeFolder(folder));

describe('the comment on a pull request', () => {
  const report = '## The graph\n\n- Field gone, says @everyone\n';

  /** A `gh` that answers by what it is asked, and writes down what it sends. */
  async function comment({ pull = '7', comments = '' }: { pull?: string; comments?: string }) {
    writeFileSync(
      join(folder, 'gh'),
      `#!/usr/bin/env bash
echo "$*" >>"${folder}/calls"
for argument in "$@"; do
  case "$argument" in body=@*) cp "\${argument#body=@}" "${folder}/sent" ;; esac
done
case "$*" in
  "run download"*) cp "${folder}/artifact/graph.md" "\${@: -1}/graph.md" ;;
  *"/pulls "*) printf '%s' "${pull}" ;;
  *"--paginate"*) printf '%s' "${comments}" ;;
esac
`,
      { mode: 0o755 },
    );
    mkdirSync(join(folder, 'artifact'));
    writeFileSync(join(folder, 'artifact/graph.md'), report);
    const { stdout } = await execute(join(repository, '.ci/comment-graph'), [], {
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        GH_REPO: 'guild/hall',
        RUN_ID: '1',
        HEAD: 'someone:branch',
        HEAD_SHA: 'abc',
      },
    });
    const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
    return { stdout, calls, sent: () => readFileSync(join(folder, 'sent'), 'utf8') };
  }

  test('is written when there is none, and calls nobody', async () => {
    const { calls, sent } = await comment({});
    expect(calls[0]).toMatch(
      /^api --method GET repos\/guild\/hall\/pulls -f state=open -f head=someone:branch /,
    );
    expect(calls.at(-1)).toMatch(/^api --method POST repos\/guild\/hall\/issues\/7\/comments /);
    expect(sent()).toBe(`<!-- guildhall graph:check -->\n${report.replace('@', '@\u200b')}`);
  });

  test('is written anew when there is one', async () => {
    const { calls } = await comment({ comments: '42\n43\n' });
    expect(calls.at(-1)).toMatch(/^api --method PATCH repos\/guild\/hall\/issues\/comments\/42 /);
  });

  test('is not written when the pull request has moved on or is closed', async () => {
    const { calls, stdout } = await comment({ pull: '' });
    expect(calls).toHaveLength(1);
    expect(stdout).toContain('No open pull request ends in abc any more');
  });
});

describe('the report of a run', () => {
  const report = (path: string) =>
    execute(join(repository, '.ci/report-graph'), [join(folder, 'graph.md')], {
      env: { PATH: `${path}:${process.env.PATH}` },
    });

  test('is Markdown', async () => {
    // Whether there is something to mend is another test's business.
    await report(bin).catch(() => undefined);
    expect(readFileSync(join(folder, 'graph.md'), 'utf8')).toMatch(/^## The graph/);
  });

  test('says why there is none, as text, and fails', async () => {
    const node = '#!/usr/bin/env bash\necho "The schemas do not compose: <b>no</b>" >&2\nexit 1\n';
    writeFileSync(join(folder, 'node'), node, { mode: 0o755 });
    await expect(report(folder)).rejects.toMatchObject({ code: 1 });
    expect(readFileSync(join(folder, 'graph.md'), 'utf8')).toContain(
      '## The graph\n\n    The schemas do not compose: <b>no</b>\n',
    );
  });
});
