// What workflows ask and are told; each command is one decision, on files that the workflow has fetched.
// A refusal is a sentence on stderr and exit code 1.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { approvals, checkApproval } from './approval.ts';
import { checkFreeze } from './freeze.ts';
import { readTree } from './imageKey.ts';
import { imageVariables } from './imageVariables.ts';
import { readImages } from './images.ts';
import { planImages, releaseOf } from './planImages.ts';
import { checkFits, promoteImages } from './promote.ts';
import { Refusal } from './refusal.ts';
import { type Release, digest, digestOf, readRelease, writeRelease } from './release.ts';
import { planRollback } from './rollback.ts';
import { targetOf } from './target.ts';
import { appliedImages, checkVerified, verification } from './verified.ts';

const usage = `node delivery/src/deliver.ts <command>

  freeze    --environment <name> --freeze <text>             refuses when it is frozen
  approval  --environment <name> --requester <login>… --approvals <file>
  target    --environment <name> --kind institute|exchange|ticket        prints outputs of a step
  plan      [--last <release>]                               prints the images to build, as JSON
  release   [--last <release>] --built <folder> --out <file> a file <image>.digest for each image in the folder
  promote   --from <release> [--to <release>] --image <name>… --out <file>
  fits      --release <release>
  digest    --release <release>
  verified  --release <release> --environment <name> --attestations <file> --applied <file>
  variables --release <release> --stack <cdk.tf.json> --out <file>
  images    --release <release>                              prints name and digest, a line each
  rollback  --present <release> --earlier <release>          prints what to keep, as JSON`;

const repository = fileURLToPath(new URL('../..', import.meta.url));
const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: repository, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const releaseIn = (file: string) => {
  if (!existsSync(file))
    throw new Refusal(`There is no release in ${file}: none runs there, or ran there before.`);
  return readRelease(readFileSync(file, 'utf8'));
};

const attestations = z.array(
  z.looseObject({
    verificationResult: z.looseObject({ statement: z.looseObject({ predicate: verification }) }),
  }),
);

function run(args: string[]): void {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      applied: text,
      approvals: text,
      attestations: text,
      built: text,
      earlier: text,
      environment: text,
      freeze: text,
      from: text,
      kind: text,
      last: text,
      out: text,
      present: text,
      release: text,
      stack: text,
      to: text,
      image: { ...text, multiple: true },
      requester: { ...text, multiple: true },
    },
  });
  const needed = (name: Exclude<keyof typeof values, 'image' | 'requester'>): string => {
    const value = values[name];
    if (value === undefined) throw new Refusal(`--${name} is missing.\n\n${usage}`);
    return value;
  };
  const optional = (file: string | undefined): Release | null =>
    file === undefined ? null : releaseIn(file);
  const print = (line: string): void => void process.stdout.write(`${line}\n`);

  switch (positionals[0]) {
    case 'freeze':
      return checkFreeze(needed('environment'), needed('freeze'));
    case 'approval': {
      const given = approvals.parse(json(needed('approvals')));
      const requesters = values.requester ?? [];
      const by = checkApproval({ environment: needed('environment'), requesters, given });
      return print(`Approved by ${by.join(', ')}.`);
    }
    case 'target': {
      const kind = z.enum(['institute', 'exchange', 'ticket']).parse(needed('kind'));
      const target = targetOf(
        needed('environment'),
        kind,
        json(join(repository, 'terraform/configuration.json')),
      );
      for (const [name, value] of Object.entries(target)) print(`${name}=${value}`);
      return;
    }
    case 'plan': {
      const planned = planImages(
        readImages(repository),
        readTree(git('ls-tree', '-r', 'HEAD')),
        optional(values.last),
      );
      return print(
        JSON.stringify(
          planned.map(({ name, kind, dockerfile, domain }) => ({
            name,
            kind,
            dockerfile,
            domain: domain ?? '',
          })),
        ),
      );
    }
    case 'release': {
      const folder = needed('built');
      const built = readdirSync(folder).map((file) => [
        file.replace(/\.digest$/, ''),
        digest.parse(readFileSync(join(folder, file), 'utf8').trim()),
      ]);
      const made = releaseOf({
        images: readImages(repository),
        tree: readTree(git('ls-tree', '-r', 'HEAD')),
        last: optional(values.last),
        built: Object.fromEntries(built) as Record<string, string>,
        commit: git('rev-parse', 'HEAD').trim(),
        repository,
      });
      checkFits(made);
      return writeFileSync(needed('out'), writeRelease(made));
    }
    case 'promote': {
      const promoted = promoteImages(releaseIn(needed('from')), optional(values.to), values.image ?? []);
      return writeFileSync(needed('out'), writeRelease(promoted));
    }
    case 'fits':
      return checkFits(releaseIn(needed('release')));
    case 'digest':
      return print(digestOf(releaseIn(needed('release'))));
    case 'verified': {
      const attested = attestations.parse(json(needed('attestations')));
      return checkVerified({
        release: releaseIn(needed('release')),
        environment: needed('environment'),
        attested: attested.map(({ verificationResult }) => verificationResult.statement.predicate),
        applied: appliedImages.parse(json(needed('applied'))),
      });
    }
    case 'variables': {
      const variables = imageVariables(releaseIn(needed('release')), json(needed('stack')));
      return writeFileSync(needed('out'), `${JSON.stringify(variables, null, 2)}\n`);
    }
    case 'images':
      for (const [name, image] of Object.entries(releaseIn(needed('release')).images))
        print(`${name} ${image.digest}`);
      return;
    case 'rollback':
      return print(JSON.stringify(planRollback(releaseIn(needed('present')), releaseIn(needed('earlier')))));
    default:
      throw new Refusal(usage);
  }
}

try {
  run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
