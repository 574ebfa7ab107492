import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateViewerKeys } from '@guildhall/kit/viewer';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readGatewaySettings, readUnprotectedSettings } from './env.ts';
import { defaultLimits } from './limits/limits.ts';
import { subgraphNames } from './subgraphNames.ts';
import { supergraphFile } from './supergraphFile.ts';

const services = subgraphNames(readFileSync(supergraphFile, 'utf8'));
const urlOf = (name: string) => `http://127.0.0.1:4001/${name}`;

let environment: Record<string, string>;
beforeAll(async () => {
  environment = {
    PORT: '0',
    OIDC_ISSUER: 'http://localhost:4010',
    OIDC_AUDIENCE: 'https://graph.guildhall.example',
    VIEWER_PRIVATE_KEY: JSON.stringify((await generateViewerKeys()).privateJwk),
    ...Object.fromEntries(services.map((name) => [`${name.toUpperCase()}_URL`, urlOf(name)])),
    LOG_LEVEL: 'silent',
  };
});

describe('the settings', () => {
  test('are read from the environment, with an address for each service of the supergraph', () => {
    expect(readGatewaySettings({ ...environment, PORT: '' })).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      protection: { issuer: 'http://localhost:4010' },
      limits: defaultLimits,
      subgraphUrls: Object.fromEntries(services.map((name) => [name, urlOf(name)])),
      supergraphSdl: readFileSync(supergraphFile, 'utf8'),
    });
  });

  test('name each variable that is missing or wrong, and how to set it', () => {
    const { OIDC_ISSUER: _, ...rest } = environment;
    expect(() => readGatewaySettings({ ...rest, PORT: 'x', VIEWER_PRIVATE_KEY: '{"d":"secret"}' })).toThrow(
      /PORT is wrong.*\n.*OIDC_ISSUER is not set\. It is the identity provider.*\n.*VIEWER_PRIVATE_KEY is wrong \(it is not the JSON of a private Ed25519 key with a kid\)/,
    );
    expect(() => readGatewaySettings({ ...environment, STAFFING_URL: undefined })).toThrow(
      'STAFFING_URL is not set',
    );
    expect(() => readGatewaySettings({ ...environment, SUPERGRAPH_FILE: '/nowhere' })).toThrow(
      'SUPERGRAPH_FILE names /nowhere',
    );
  });
});

describe('the settings in force', () => {
  test('are told with their origin, secrets as stars', () => {
    const { inForce } = readGatewaySettings({ ...environment, PORT: '' });
    const of = (name: string) => inForce!.find((each) => each.name === name);
    expect(of('PORT')).toEqual({ name: 'PORT', value: '4000', from: 'default' });
    expect(of('OIDC_ISSUER')).toEqual({
      name: 'OIDC_ISSUER',
      value: 'http://localhost:4010',
      from: 'environment',
    });
    expect(of('VIEWER_PRIVATE_KEY')).toEqual({
      name: 'VIEWER_PRIVATE_KEY',
      value: '***',
      from: 'environment',
    });
    expect(of('COMMIT')).toEqual({ name: 'COMMIT', value: null, from: 'default' });
    expect(JSON.stringify(inForce)).not.toContain(JSON.parse(environment.VIEWER_PRIVATE_KEY!).d);
  });
});

test('a gateway without rules takes any supergraph, with the addresses in it', () => {
  expect(readUnprotectedSettings({ PORT: '0', SUPERGRAPH_FILE: supergraphFile })).toMatchObject({
    protection: null,
    subgraphUrls: {
      people: 'http://people.guildhall.internal/graphql',
      staffing: 'http://staffing.guildhall.internal/graphql',
    },
  });
});

describe('the process', () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill('SIGKILL'));
  const start = (changes: Record<string, string> = {}) => {
    const env = { PATH: process.env.PATH, ...environment, ...changes };
    child = fork(fileURLToPath(new URL('main.ts', import.meta.url)), { env, silent: true, execArgv: [] });
    return child;
  };

  test('tells its parent where it answers, swaps when told to, and ends on SIGTERM', async () => {
    const gateway = start();
    const [started] = await once(gateway, 'message');
    expect(started).toMatchObject({ type: 'started' });
    const health = await fetch(new URL('/healthz', started.url));
    expect(health.status).toBe(200);

    gateway.send({ type: 'swap', subgraphUrls: { people: 'http://127.0.0.1:5001/graphql' } });
    expect((await once(gateway, 'message'))[0]).toEqual({ type: 'swapped' });
    gateway.send({ type: 'swap', supergraphSdl: 'nonsense {' });
    expect((await once(gateway, 'message'))[0]).toEqual({
      type: 'swapFailed',
      error: expect.stringContaining('Syntax Error'),
    });

    gateway.kill('SIGTERM');
    expect((await once(gateway, 'exit'))[0]).toBe(0);
  });

  test('says so in a sentence and ends when a setting is missing', async () => {
    const gateway = start({ OIDC_AUDIENCE: '' });
    let said = '';
    gateway.stderr!.on('data', (chunk) => (said += String(chunk)));
    expect((await once(gateway, 'close'))[0]).toBe(1);
    expect(said).toMatch(/^These settings are missing or wrong[^]*OIDC_AUDIENCE is not set[^\n]*\n$/);
  });
});
