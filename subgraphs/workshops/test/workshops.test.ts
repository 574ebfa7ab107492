import { randomUUID } from 'node:crypto';
import { startTestSubgraph } from '@guildhall/kit/testing';
import type { Viewer } from '@guildhall/kit/viewer';
import { createTestDatabase, type TestDatabase } from '@guildhall/prisma/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start } from '../src/subgraph.ts';

const company: Viewer = { personId: randomUUID(), organisationId: randomUUID(), role: 'company', scopes: [] };

let database: TestDatabase;
let subgraph: Awaited<ReturnType<typeof startTestSubgraph>>;
beforeAll(async () => {
  database = await createTestDatabase();
  subgraph = await startTestSubgraph(start, database.serviceUrl('workshops'));
});
afterAll(async () => {
  await subgraph?.close();
  await database?.drop();
});

async function create(name: string) {
  const { createWorkshop } = await subgraph.ask(
    company,
    `mutation ($input: CreateWorkshopInput!) {
      createWorkshop(input: $input) {
        __typename
        ... on InvalidInput { field }
        ... on CreateWorkshopPayload { workshop { id name } }
      }
    }`,
    { input: { organisationId: randomUUID(), name } },
  );
  return createWorkshop;
}

test('a workshop that is created is found by id and in the list', async () => {
  const { workshop } = await create('First');
  const found = await subgraph.ask(
    company,
    'query ($id: ID!) { workshop(id: $id) { id name } workshops(first: 100) { nodes { id name } } }',
    { id: workshop.id },
  );
  expect(found.workshop).toEqual(workshop);
  expect(found.workshops.nodes).toContainEqual(workshop);
});

test('a workshop without a name is refused at name', async () => {
  expect(await create(' ')).toEqual({ __typename: 'InvalidInput', field: 'name' });
});

test('whoever has no policy sees nothing', async () => {
  await create('Hidden');
  const data = await subgraph.ask({ ...company, role: 'stranger' }, '{ workshops { totalCount } }');
  expect(data.workshops.totalCount).toBe(0);
});
