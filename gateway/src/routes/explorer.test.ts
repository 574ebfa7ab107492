import { readFileSync } from 'node:fs';
import { Supergraph } from '@apollo/federation-internals';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examples } from '../../explorer/examples.ts';
import { type FixtureGateway, startFixtureGateway } from '../../fixtures/graph.ts';
import { withEnforcedFeatures } from '../access/enforcedFeatures.ts';
import { readPersonas } from '../personas.ts';
import { supergraphFile } from '../supergraphFile.ts';

let graph: FixtureGateway;
beforeAll(async () => {
  graph = await startFixtureGateway({ explorerClientId: 'explorer-of-tests' });
});
afterAll(() => graph.close());

const get = (path: string, options?: RequestInit) => fetch(graph.at(path), options);

describe('the page of the explorer', () => {
  test.for(['/explorer', '/explorer/', '/explorer/callback?code=a&state=b'])(
    'is at %s, and a browser asks for it anew each time',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('<div id="explorer">');
    },
  );

  test('runs no script but its own, and can speak with the gateway and the identity provider alone', async () => {
    const policy = (await get('/explorer/')).headers.get('content-security-policy')!;
    const directives = Object.fromEntries(
      policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
    );
    expect(directives['default-src']).toEqual(["'none'"]);
    expect(directives['script-src']).toEqual(["'self'"]);
    expect(directives['connect-src']).toEqual(["'self'", new URL(graph.issuer.issuer).origin]);
    expect(directives['frame-ancestors']).toEqual(["'none'"]);
  });

  test('takes every file from the gateway, compressed, and keeps it', async () => {
    const html = await (await get('/explorer/')).text();
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const file of files) {
      expect(file).toMatch(/^\/explorer\/assets\//);
      const response = await get(file, { headers: { 'accept-encoding': 'br' } });
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      if (/\.(js|css)$/.test(file)) expect(response.headers.get('content-encoding')).toBe('br');
      await response.arrayBuffer();
    }
  });

  test('is told where to sign in, and which scopes there are to ask for', async () => {
    expect(await (await get('/explorer/config.json')).json()).toEqual({
      issuer: graph.issuer.issuer,
      audience: expect.any(String),
      clientId: 'explorer-of-tests',
      scopes: [...new Set([...readPersonas().values()].flatMap(({ scopes }) => scopes))],
    });
  });

  test('is not there where it is turned off', async () => {
    const without = await startFixtureGateway();
    try {
      expect((await fetch(without.at('/explorer/'))).status).toBe(404);
    } finally {
      await without.close();
    }
  });
});

describe('the examples', () => {
  const supergraph = Supergraph.build(withEnforcedFeatures(readFileSync(supergraphFile, 'utf8')));
  const schema = supergraph.apiSchema().toGraphQLJSSchema();

  test.for(examples)('“$name” can be asked of the graph', ({ query, variables }) => {
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
    expect(() => JSON.parse(variables || '{}') as unknown).not.toThrow();
  });
});
