import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readImages } from '../src/images.ts';
import { startImage } from '../src/startImage.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

test(
  'an image is built, starts, is well, and ends when it is told to',
  { timeout: 900_000 },
  async ({ skip }) => {
    const answers = spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0;
    skip(
      !answers,
      'NO IMAGE WAS STARTED: no Docker answers on this machine. The workflow ci starts each of them.',
    );
    const images = readImages(repository);
    const image = images.find(({ kind }) => kind === 'subgraph')!;
    const reference = `guildhall-test/${image.name}`;
    const build = [
      'build',
      '--file',
      image.dockerfile,
      '--build-arg',
      `DOMAIN=${image.domain}`,
      '--tag',
      reference,
      '.',
    ];
    execFileSync('docker', build, { cwd: repository, stdio: 'ignore' });
    await expect(startImage(image, reference, images)).resolves.toBeUndefined();
  },
);
