import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FixtureGateway, startFixtureGateway } from '../fixtures/graph.ts';

let graph: FixtureGateway;
beforeAll(async () => {
  graph = await startFixtureGateway();
});
afterAll(() => graph.close());

describe('an operation', () => {
  test('is answered from several subgraphs at once', async () => {
    const { status, body } = await graph.ask('facility', '{ me { name shifts { title worker { name } } } }');
    expect(body).toEqual({
      data: { me: { name: 'Person 1', shifts: [{ title: 'Shift a', worker: { name: 'Person 1' } }] } },
    });
    expect(status).toBe(200);
  });
});
