// Copies what an image holds to a folder: node delivery/src/layOut.ts <image> <folder>
// It runs while images are built, so it needs nothing but Node.
import { cpSync, existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Image, leftOut, readImages } from './images.ts';

/** What `npm ci` asks for at the root. */
const root = ['package.json', 'package-lock.json', '.npmrc'];

/**
 * Copies what an image holds, apart from packages from elsewhere.
 *
 * @param repository where it lies, with its code generated.
 * @throws Error naming what is missing there.
 */
export function layOut({ image, repository, to }: { image: Image; repository: string; to: string }): void {
  for (const path of [...root, ...image.holds]) {
    const from = join(repository, path);
    if (!existsSync(from)) throw new Error(`The image ${image.name} holds ${path}, which does not exist.`);
    cpSync(from, join(to, path), {
      recursive: true,
      filter: (each) => !leftOut.test(relative(repository, each)),
    });
  }
}

if (import.meta.main) {
  const [name = '', to = ''] = process.argv.slice(2);
  const repository = fileURLToPath(new URL('../..', import.meta.url));
  const image = readImages(repository).find((each) => each.name === name);
  if (!image || to === '') {
    process.stderr.write(`There is no image ${name}: node delivery/src/layOut.ts <image> <folder>\n`);
    process.exit(1);
  }
  layOut({ image, repository, to });
}
