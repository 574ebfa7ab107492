import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RestGateway, startRestGateway } from '../../fixtures/restGraph.ts';

let graph: RestGateway;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- it is looked into, not typed
let document: any;
beforeAll(async () => {
  graph = await startRestGateway();
  document = await (await fetch(graph.at('/rest/openapi.json'))).json();
});
afterAll(() => graph.close());

describe('the OpenAPI document', () => {
  test('is one of version 3.1, read by anybody', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect([valid, validator.version]).toEqual([true, '3.1']);
    expect(document.openapi).toBe('3.1.0');
  });

  test('refers to nothing that it does not have', () => {
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g);
    for (const [, kind, name] of references) expect(document.components[kind!]).toHaveProperty(name!);
  });

  test('tells of a list its parameters with their bounds, defaults and meanings', () => {
    const { parameters, summary } = document.paths['/rest/v1/places'].get;
    expect(summary).toBe('The places that you may see');
    const named = (name: string) => parameters.find((one: { name: string }) => one.name === name);
    expect(named('first').schema).toMatchObject({ type: 'integer', minimum: 0, maximum: 100 });
    expect(named('kind').schema.items).toEqual({ $ref: '#/components/schemas/PlaceKind' });
    expect(named('direction').schema.default).toBe('ASC');
    expect(named('filter.fields')).toBeDefined();
    expect(named('include').schema.items.enum).toEqual(['totalCount']);
  });

  test('tells of each operation who may ask', () => {
    const { delete: remove, get } = document.paths['/rest/v1/places/{id}'];
    expect(remove['x-required']).toEqual(['the role company']);
    expect(get.security).toEqual([{ bearer: ['people:read'] }, { basic: ['people:read'] }]);
    expect(document.paths['/rest/v1/places/{id}/ledger'].get.description).toContain('the role company');
    expect(document.components.schemas.Place.properties.secret.description).toBe('Needs the role company.');
  });

  test('tells of a body what has to be in it, and of an answer what it holds, refusals included', () => {
    const { post } = document.paths['/rest/v1/places'];
    const { schema, example } = post.requestBody.content['application/json'];
    expect(schema.required).toEqual(['name']);
    expect(schema.properties.kind.default).toBe('HOUSE');
    expect(schema.additionalProperties).toBe(false);
    expect(example).toEqual({ name: 'A name' });
    expect(post.responses['201'].content['application/json'].schema.properties).toHaveProperty('remarks');
    expect(JSON.stringify(document.paths['/rest/v1/places/{id}/book'].post.responses['409'])).toContain(
      '#/components/schemas/PlaceTaken',
    );
    expect(document.paths['/rest/v1/places/{id}'].patch.requestBody.content).toHaveProperty([
      'application/merge-patch+json',
    ]);
    expect(document.paths['/rest/v1/places/{id}'].delete.responses).toHaveProperty('204');
  });

  test('says what is deprecated, and nothing of what is inaccessible', () => {
    expect(document.components.schemas.Place.properties.old.deprecated).toBe(true);
    expect(JSON.stringify(document)).not.toMatch(/hidden|ApiKey|calendarText/);
  });

  test('groups its operations by what they are about and by domain', () => {
    expect(document['x-tagGroups']).toContainEqual({ name: 'places', tags: ['places', 'floats'] });
  });
});

test('the documentation may be kept for those who may read the schema', async () => {
  const own = await startRestGateway({ restDocs: 'explorers' });
  try {
    const status = async (role: string | null, path: string) => {
      const headers = role === null ? {} : { authorization: `Bearer ${await own.tokenOf(role)}` };
      return (await fetch(own.at(path), { headers })).status;
    };
    for (const path of ['/rest', '/rest/openapi.json', '/rest/docs/places', '/rest/problems/not-found']) {
      expect([path, await status(null, path)]).toEqual([path, 401]);
      expect([path, await status('facility', path)]).toEqual([path, 403]);
      expect([path, await status('company', path)]).toEqual([path, 200]);
    }
    expect(await status('facility', '/rest/v1/places')).toBe(200);
  } finally {
    await own.close();
  }
});

describe('the pages', () => {
  const get = async (path: string) => {
    const response = await fetch(graph.at(path));
    return { response, text: await response.text() };
  };

  test('are served from here alone, and run nothing', async () => {
    for (const path of ['/rest', '/rest/types', '/rest/docs/places', '/rest/problems/place-taken']) {
      const { response, text } = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('content-security-policy')).toContain(
        "default-src 'none'; style-src 'self'",
      );
      expect(text).not.toMatch(/<script|style=|(?:src|href)="(?:https?:)?\/\//);
    }
    expect((await get('/rest/docs.css')).response.headers.get('content-type')).toContain('text/css');
  });

  test('link to nothing that is not there', async () => {
    const seen = new Map<string, string>();
    const queue = ['/rest'];
    while (queue.length > 0) {
      const path = queue.pop()!;
      if (seen.has(path)) continue;
      const { response, text } = await get(path);
      expect([path, response.status]).toEqual([path, 200]);
      seen.set(path, text);
      for (const [, href] of text.matchAll(/href="(\/[^"#]*)/g)) queue.push(href!);
    }
    for (const [path, text] of seen) {
      for (const [, to, anchor] of text.matchAll(/href="([^"#]*)#([^"]+)"/g)) {
        expect(seen.get(to || path)).toContain(`id="${anchor}"`);
      }
    }
    expect([...seen.keys()]).toEqual(
      expect.arrayContaining(['/rest/docs/places', '/rest/problems/not-found']),
    );
  });

  test('explain every kind of problem at the address that is its type', async () => {
    const { body } = await graph.rest('facility', 'POST', '/places/p01/book');
    const { text } = await get(body.type);
    expect(text).toContain('Refused: somebody else is there.');
    expect(text).toContain('/rest/docs/places#bookPlace');
  });

  test('and addresses that are not there are problems', async () => {
    for (const path of ['/rest/docs/nothing', '/rest/problems/none', '/rest/anything']) {
      const { response } = await get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
  });
});
