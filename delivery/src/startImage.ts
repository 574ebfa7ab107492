// Starts an image once, as strictly as it runs on ECS, and ends it: node delivery/src/startImage.ts <image> <reference>
import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Image, readImages } from './images.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const docker = (...args: string[]) => execFileSync('docker', args, { encoding: 'utf8' }).trim();

/** How an image is started by itself: nothing that it would ask is there. */
interface Trial {
  readonly port: number;
  readonly path: string;
  readonly settings: Readonly<Record<string, string>>;
}

function trialOf({ name, kind }: Image, images: readonly Image[]): Trial | null {
  const nowhere = 'postgresql://service:none@127.0.0.1:1/guildhall';
  const domains = images.flatMap(({ domain }) => (domain === null ? [] : [domain.toUpperCase()]));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const [secret, shown] = [privateKey, publicKey].map((key) => ({
    ...key.export({ format: 'jwk' }),
    kid: 'trial',
    alg: 'EdDSA',
  }));
  switch (kind) {
    case 'subgraph':
      return {
        port: 4001,
        path: '/healthz',
        settings: {
          [`${name.toUpperCase()}_DATABASE_URL`]: nowhere,
          VIEWER_JWKS: JSON.stringify({ keys: [shown] }),
        },
      };
    case 'gateway':
      return {
        port: 4000,
        path: '/healthz',
        settings: {
          OIDC_ISSUER: 'https://nobody.guildhall.example/',
          OIDC_AUDIENCE: 'https://graph.guildhall.example',
          VIEWER_PRIVATE_KEY: JSON.stringify(secret),
          ...Object.fromEntries(domains.map((domain) => [`${domain}_URL`, 'http://127.0.0.1:1/graphql'])),
        },
      };
    case 'web':
      return {
        port: 4020,
        path: '/healthz',
        settings: {
          WEB_URL: 'http://localhost:4020',
          GATEWAY_URL: 'http://127.0.0.1:1/graphql',
          OIDC_ISSUER: 'https://nobody.guildhall.example/',
          SESSION_SECRET: 'of a trial, and long enough to be taken',
        },
      };
    case 'monitoring':
      return {
        prometheus: {
          port: 9090,
          path: '/-/healthy',
          settings: { SCRAPED: 'gateway:4090', ALERTMANAGER: '127.0.0.1:9093', ENVIRONMENT: 'trial' },
        },
        alertmanager: {
          port: 9093,
          path: '/-/healthy',
          settings: { PAGERDUTY_KEY: 'none', ENVIRONMENT: 'trial' },
        },
        grafana: { port: 3000, path: '/api/health', settings: { PROMETHEUS_URL: 'http://127.0.0.1:9090' } },
      }[name]!;
    case 'migrate':
    case 'seed':
      return null;
  }
}

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
