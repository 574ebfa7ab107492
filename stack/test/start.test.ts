import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { createServer, connect, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { readPersonas } from '@guildhall/gateway/personas';
import { accounts } from '@guildhall/seeds/accounts';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '../src/identity/signIn.ts';
import { repository } from '../src/settings.ts';
import {
  ask,
  basic,
  bearer,
  makeFolder,
  removeFolder,
  run,
  startStackProcess,
  testSettings,
  type StackProcess,
} from './stackProcess.ts';

const folder = makeFolder();
const settings = testSettings(folder);
const start = (...args: string[]) => startStackProcess(['stack/src/start.ts', ...args], settings);
let stack: StackProcess;

beforeAll(async () => {
  stack = await start();
});
afterAll(async () => {
  await stack.end('SIGKILL');
  removeFolder(folder);
});

const createOrganisation = `mutation ($name: String!) {
  createOrganisation(input: { name: $name, kind: PARTNER }) { ... on CreateOrganisationPayload { organisation { id } } }
}`;
const readOrganisation = 'query ($id: ID!) { organisation(id: $id) { name } }';

async function tokenOf(persona: string): Promise<string> {
  const { code, stdout, stderr } = await run(['stack/src/token.ts', persona], settings);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return stdout.trim();
}

describe('a running stack', () => {
  test.for(Object.entries(accounts))(
    'signs in %s, with a token for one membership',
    async ([persona, account]) => {
      const scopes = [...readPersonas().values()].flatMap((each) => each.scopes);
      const { accessToken } = await signIn({ issuer: stack.note.issuer, subject: account.subject, scopes });
      const { scope, ...claims } = decodeJwt<{ scope: string }>(accessToken);
      expect(claims).toMatchObject({
        iss: stack.note.issuer,
        aud: 'https://graph.guildhall.example',
        sub: account.subject,
        person_id: account.personId,
        org_id: account.organisationId,
        role: persona,
      });
      expect(claims.exp! - claims.iat!).toBe(600);
      expect(scope.split(' ').toSorted()).toEqual(readPersonas().get(persona)!.scopes.toSorted());
      const { me } = await ask(stack.note.graph, bearer(accessToken), '{ me { name } }');
      expect(me.name).toBe(account.name);
    },
  );

  test('answers the first query of the README with rows of both domains', async () => {
    const readme = readFileSync(join(repository, 'README.md'), 'utf8');
    const { query } = JSON.parse(/-d '(\{.*\})'/.exec(readme)![1]!);
    const { me } = await ask(stack.note.graph, bearer(await tokenOf('agent')), query);
    expect(me.name).toBe(accounts.agent.name);
    expect(me.agent.shifts.nodes).toHaveLength(5);
    for (const shift of me.agent.shifts.nodes) expect(shift.facility.name).toBeTruthy();
  });

  test('answers its admin key as the company', async () => {
    const { organisations } = await ask(
      stack.note.graph,
      basic(stack.adminKey),
      '{ organisations(first: 1) { nodes { name } } }',
    );
    expect(organisations.nodes).toHaveLength(1);
  });

  test('prints a token and nothing else on standard output', async () => {
    const { stdout } = await run(['stack/src/token.ts', 'company'], settings);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  });

  test('prints a token for a tool by its private key, which the graph takes', async () => {
    const { stdout } = await run(['stack/src/token.ts', '--key', join(folder, 'tool-key.json')], settings);
    const { me } = await ask(stack.note.graph, bearer(stdout.trim()), '{ me { name } }');
    expect(me.name).toBe(accounts.company.name);
  });

  test('says in one sentence that there is no such persona, or nobody with that subject', async () => {
    expect(await run(['stack/src/token.ts', 'boss'], settings)).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'There is no persona boss: give one of company, facility, agent, member, or a subject such as local|agent.\n',
    });
    const { code, stderr } = await run(['stack/src/token.ts', 'local|boss'], settings);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Nobody with the subject local\|boss .*\n$/);
  });

  test('is reached on the loopback address alone', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    const { graph, issuer, databaseUrl } = stack.note;
    for (const { address } of outside) {
      for (const { port } of [graph, issuer, databaseUrl].map((url) => new URL(url))) {
        const socket = connect(Number(port), address);
        const [error] = await once(socket, 'error');
        expect(error.code).toBe('ECONNREFUSED');
      }
    }
    const sockets = listeningAddresses(stack.pid);
    expect(sockets.length).toBeGreaterThanOrEqual(4);
    for (const address of sockets) expect(address).toBe('0100007F');
  });

  test('keeps its secrets from the other users of the machine', () => {
    for (const name of ['keys.json', 'running.json']) {
      expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    }
  });

  test('is the only one on its data', async () => {
    const { code, stderr } = await run(['stack/src/start.ts'], settings);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^A stack already runs on .*: stop it first .*\n$/);
  });

  test('passes the journeys of the black box', async () => {
    const credentials = [];
    for (const persona of ['company', 'facility', 'agent'])
      credentials.push(`--${persona}`, await tokenOf(persona));
    const { code, stdout } = await run(
      ['stack/blackbox/run.ts', '--url', stack.note.graph, '--write', ...credentials],
      settings,
    );
    expect(code, stdout).toBe(0);
  });

  test('ends on SIGTERM with nothing left behind, keeps data and tokens for the next start, and forgets them on --reset', async () => {
    const token = await tokenOf('company');
    const { createOrganisation: made } = await ask(
      stack.note.graph,
      basic(stack.adminKey),
      createOrganisation,
      {
        name: 'Kept',
      },
    );
    const { id } = made.organisation;

    const before = stack;
    expect(processesOf(folder)).not.toEqual([]);
    const { code, stderr } = await before.end('SIGTERM');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(processesOf(folder)).toEqual([]);
    expect(existsSync(join(folder, 'running.json'))).toBe(false);
    expect(await run(['stack/src/token.ts', 'agent'], settings)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^No stack with an identity provider runs on .*: start one with npm start\.\n$/,
      ),
    });

    // The issuer is part of a token: it keeps its port, as it does by default.
    settings.OIDC_PORT = new URL(before.note.issuer).port;
    stack = await start();
    expect(stack.adminKey).toBe(before.adminKey);
    expect(await ask(stack.note.graph, bearer(token), readOrganisation, { id })).toEqual({
      organisation: { name: 'Kept' },
    });

    await stack.end('SIGINT');
    stack = await start('--reset');
    expect(stack.adminKey).not.toBe(before.adminKey);
    expect(await ask(stack.note.graph, basic(stack.adminKey), readOrganisation, { id })).toEqual({
      organisation: null,
    });
    await expect(ask(stack.note.graph, bearer(token), readOrganisation, { id })).rejects.toThrow(
      'UNAUTHENTICATED',
    );
  });

  test('ends as a whole when PostgreSQL ends', async () => {
    const postmaster = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(postmaster, 'SIGQUIT');
    const { code, stderr } = await stack.ended;
    expect(code).toBe(1);
    expect(stderr).toContain('PostgreSQL has ended, and nobody here asked it to: the rest stops too.');
    expect(processesOf(folder)).toEqual([]);
  });
});

describe('less than all of it', () => {
  const part = makeFolder();
  afterAll(() => removeFolder(part));

  test('start:db runs a database with data, start:api the graph too, for the admin key', async () => {
    const database = await startStackProcess(['stack/src/start.ts', '--only', 'db'], testSettings(part));
    expect(database.output()).toMatch(
      /Service staffing +postgresql:\/\/guildhall_staffing:\S+@127\.0\.0\.1:\d+\/guildhall/,
    );
    expect(database.note.graph).toBeUndefined();
    expect((await database.end()).code).toBe(0);

    const api = await startStackProcess(['stack/src/start.ts', '--only', 'api'], testSettings(part));
    expect(api.note.issuer).toBeUndefined();
    const { shifts } = await ask(
      api.note.graph,
      basic(api.adminKey),
      '{ shifts(first: 3) { nodes { id } } }',
    );
    expect(shifts.nodes).toHaveLength(3);
    expect((await api.end()).code).toBe(0);
  });
});

test('npm hands SIGTERM on to what runs until it is told to end', () => {
  // Without exec a shell stands between them, which ends and hands nothing on.
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  for (const name of ['start', 'start:db', 'start:api', 'dev']) expect(scripts[name]).toMatch(/^exec node /);
});

describe('what cannot be', () => {
  const elsewhere = makeFolder();
  const wrong = { ...testSettings(elsewhere) };
  afterAll(() => removeFolder(elsewhere));
  const refused = (more: Record<string, string>, ...args: string[]) =>
    run(['stack/src/start.ts', ...args], { ...wrong, ...more });

  test('a taken port is one sentence that names the setting, before anything is started', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await refused({ GATEWAY_PORT: String(port) })).toEqual({
      code: 1,
      stdout: '',
      stderr: `Port ${port}, which the graph wants, is taken by another program: stop what uses it, or set GATEWAY_PORT to another port.\n`,
    });
    other.close();
  });

  test('a broken setting is a sentence that names it, and shows no secret', async () => {
    const { code, stdout, stderr } = await refused({ SEED_SCALE: 'much', DATABASE_URL: 'hunter2' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^These settings .*\n {2}SEED_SCALE is wrong .*\n {2}DATABASE_URL is wrong .*\n$/);
    expect(stderr).not.toContain('hunter2');
  });

  test('a database that does not answer is one sentence', async () => {
    const { code, stderr } = await refused({
      DATABASE_URL: 'postgresql://owner:hunter2@127.0.0.1:1/guildhall',
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The database guildhall at 127\.0\.0\.1:1 cannot be reached as owner .*: check DATABASE_URL.*\n$/,
    );
    expect(stderr).not.toContain('hunter2');
  });

  test('--reset leaves a database alone that is not the stack’s own', async () => {
    const { code, stderr } = await refused(
      { DATABASE_URL: 'postgresql://owner:hunter2@127.0.0.1:1/guildhall' },
      '--reset',
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^--reset throws the embedded database away, but DATABASE_URL names another: .*\n$/,
    );
  });

  test('an unknown argument is one sentence', async () => {
    expect((await refused({}, '--rest')).stderr).toMatch(/^Unknown option '--rest'.*\n$/);
  });
});

/** The processes whose command line names a folder. */
function processesOf(path: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return ''; // It ended meanwhile.
      }
    })
    .filter((line) => line.includes(path));
}

/** The addresses that a process listens on, in the kernel's hexadecimal. */
function listeningAddresses(pid: number): string[] {
  const inodes = new Set<string>();
  for (const fd of readdirSync(`/proc/${pid}/fd`)) {
    const inode = /^socket:\[(\d+)\]$/.exec(targetOf(`/proc/${pid}/fd/${fd}`))?.[1];
    if (inode) inodes.add(inode);
  }
  return ['tcp', 'tcp6']
    .flatMap((family) => readFileSync(`/proc/${pid}/net/${family}`, 'utf8').trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === '0A' && inodes.has(fields[9]!))
    .map((fields) => fields[1]!.split(':')[0]!);
}

function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return ''; // Closed meanwhile.
  }
}
