// Starts an image once, as strictly as it runs on ECS, and ends it: node delivery/src/startImage.ts <image> <reference>
import { execFileSync, spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Image, readImages } from './images.ts';
import { trialOf } from './trial.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const docker = (...args: string[]) => execFileSync('docker', args, { encoding: 'utf8' }).trim();

/**
 * Starts an image in a container that may write to /tmp alone and do nothing else, waits until it says that it is well,
 * and tells it to end. What runs to its end has to end with a sentence about the settings that it was not given.
 *
 * @throws Error with what it printed.
 */
export async function startImage(image: Image, reference: string, images: readonly Image[]): Promise<void> {
  const confined = [
    '--cap-drop=ALL',
    '--security-opt=no-new-privileges',
    ...(image.kind === 'web' || image.kind === 'monitoring' ? [] : ['--read-only', '--tmpfs=/tmp']),
  ];
  const trial = trialOf(image, images);
  if (!trial) {
    const { stdout, stderr, status } = spawnSync('docker', ['run', '--rm', ...confined, reference], {
      encoding: 'utf8',
    });
    if (status !== 1 || !/DATABASE_URL|address of the service/.test(stderr))
      throw new Error(`${image.name} ended with ${status}: ${stdout}${stderr}`);
    return;
  }
  const settings = Object.entries(trial.settings).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  const publish = `127.0.0.1::${trial.port}`;
  const container = docker('run', '--detach', ...confined, '--publish', publish, ...settings, reference);
  try {
    const address = docker('port', container, `${trial.port}/tcp`);
    const isWell = () =>
      fetch(`http://${address}${trial.path}`).then(
        ({ ok }) => ok,
        () => false,
      );
    for (let attempt = 0; !(await isWell()); attempt++) {
      if (attempt === 60) throw new Error(`${image.name} is not well: ${logsOf(container)}`);
      await setTimeout(1000);
    }
    docker('stop', '--time', '30', container);
    const code = docker('inspect', '--format', '{{.State.ExitCode}}', container);
    // 143 is what a shell calls a program that a SIGTERM has ended; 137 would be one that had to be killed.
    if (code !== '0' && code !== '143')
      throw new Error(`${image.name} ended with ${code} when it was told to: ${logsOf(container)}`);
  } finally {
    docker('rm', '--force', container);
  }
}

function logsOf(container: string): string {
  const { stdout, stderr } = spawnSync('docker', ['logs', container], { encoding: 'utf8' });
  return `${stdout}${stderr}`;
}

if (import.meta.main) {
  const [name, reference = ''] = process.argv.slice(2);
  const images = readImages(repository);
  const image = images.find((each) => each.name === name);
  if (!image || reference === '') throw new Error('node delivery/src/startImage.ts <image> <reference>');
  await startImage(image, reference, images);
  process.stdout.write(`${name} has started, was well, and has ended.\n`);
}
