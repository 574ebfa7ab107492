import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Image } from '../src/images.ts';
import { layOut } from '../src/layOut.ts';
import { readDockerfile } from './dockerfile.ts';

interface Locked {
  link?: true;
  resolved?: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

/** What an image would hold, in a folder of this machine, and how it would start. */
export interface Assembled {
  readonly folder: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Does in a new folder what an image's Dockerfile does in `/app`. Code has been generated; packages from elsewhere are
 * those of the lockfile that `npm ci --omit=dev --omit=optional` installs for a workspace, linked from those installed here.
 *
 * @throws Error for a step that it does not know.
 */
export function assemble(image: Image, repository: string): Assembled {
  const folder = mkdtempSync(join(tmpdir(), `guildhall-image-${image.name}-`));
  const [build, last] = readDockerfile(join(repository, image.dockerfile));
  const variables: Record<string, string> = image.domain === null ? {} : { DOMAIN: image.domain };
  let isInside = false;
  for (const { keyword, text } of build!.instructions) {
    const step = text.replaceAll(/\$(\w+)/g, (_, name: string) => variables[name]!);
    if (keyword === 'WORKDIR') isInside = text === '/app';
    else if (keyword === 'RUN' && step === `node delivery/src/layOut.ts ${image.name} /app`)
      layOut({ image, repository, to: folder });
    else if (keyword === 'RUN' && isInside && step.includes('npm ci --omit=dev --omit=optional'))
      linkPackages(/--workspace=(\S+)/.exec(step)![1]!, repository, folder);
    else if (keyword === 'RUN' && isInside) execFileSync('sh', ['-c', step], { cwd: folder });
    else if (keyword === 'RUN' && !/npm ci|turbo run (generate|build)|composeSets|rdsCertificates/.test(step))
      throw new Error(`Say here what “${step}” of ${image.dockerfile} does.`);
  }
  const pairs = last!.instructions
    .filter(({ keyword }) => keyword === 'ENV')
    .flatMap(({ text }) => [...text.matchAll(/(\w+)=([^\s$]+)/g)].map(([, name, value]) => [name!, value!]));
  return {
    folder,
    command: last!.command!,
    environment: Object.fromEntries(pairs) as Record<string, string>,
  };
}

function linkPackages(workspace: string, repository: string, folder: string): void {
  const { packages } = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const seen = new Set<string>();
  const add = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    const { link, resolved } = packages[path]!;
    if (link) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      symlinkSync(relative(dirname(path), resolved!), join(folder, path));
      return addNeededBy(resolved!);
    }
    linkFolder(join(repository, path), join(folder, path));
    addNeededBy(path);
  };
  const addNeededBy = (path: string) => {
    const { dependencies, peerDependencies, peerDependenciesMeta } = packages[path]!;
    const peers = Object.keys(peerDependencies ?? {}).filter(
      (name) => !peerDependenciesMeta?.[name]?.optional,
    );
    for (const name of [...Object.keys(dependencies ?? {}), ...peers]) {
      // Where Node finds it: beside, or in any folder above.
      const ways = path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
      const found = ['', ...ways]
        .map((way) => (way === '' ? `node_modules/${name}` : `${way}/node_modules/${name}`))
        .findLast((each) => packages[each]);
      if (!found) throw new Error(`package-lock.json has no ${name}, which ${path} needs.`);
      add(found);
    }
  };
  add(`node_modules/${workspace}`);
}

/** Half of what packages bring, and nothing that Node reads. */
const unread = /\.(d\.[cm]?ts|map|md)$/;

/** The same files under another name, which costs no copying; a package's own packages are left out. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || unread.test(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else {
      try {
        linkSync(source, target);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
        copyFileSync(source, target);
      }
    }
  }
}
