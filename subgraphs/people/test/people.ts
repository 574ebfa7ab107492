import { createHash, randomUUID } from 'node:crypto';
import { startTestSubgraph } from '@guildhall/kit/testing';
import type { Viewer } from '@guildhall/kit/viewer';
import { createTestDatabase } from '@guildhall/prisma/testing';
import pg from 'pg';
import { start } from '../src/subgraph.ts';

export const company: Viewer = {
  personId: randomUUID(),
  organisationId: randomUUID(),
  role: 'company',
  scopes: [],
};

/** A running people subgraph over a database of its own, and what tests ask of it. */
export async function startPeople() {
  const database = await createTestDatabase();
  const subgraph = await startTestSubgraph(start, database.serviceUrl('people'));
  const { ask } = subgraph;
  const support = new pg.Client({ connectionString: database.adminUrl });
  await support.connect();

  /** Runs a mutation of one input as support staff; `payload` is the payload's type and selection. */
  async function change(mutation: string, payload: string, input: object) {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const data = await ask(
      company,
      `mutation ($input: ${type}!) {
        ${mutation}(input: $input) {
          __typename
          ... on Refusal { message }
          ${mutation.startsWith('delete') ? '' : '... on InvalidInput { field }'}
          ... on ${payload}
        }
      }`,
      { input },
    );
    return data[mutation];
  }

  async function person(name: string, contact?: object): Promise<string> {
    const result = await change('createPerson', 'CreatePersonPayload { person { id } }', { name, contact });
    return result.person.id;
  }

  async function organisation(name: string): Promise<string> {
    const result = await change('createOrganisation', 'CreateOrganisationPayload { organisation { id } }', {
      kind: 'FACILITY',
      name,
    });
    return result.organisation.id;
  }

  return {
    ...subgraph,
    change,
    person,
    organisation,
    async login(subject: string, personId: string) {
      await support.query('insert into people.login (subject, person_id) values ($1, $2)', [
        subject,
        personId,
      ]);
    },
    /** Three keys of support staff: one that can be used, one that has expired, one that is revoked. */
    async apiKeys() {
      const personId = await person('Machine');
      const organisationId = await organisation('Machines');
      const keys = { usable: randomUUID(), expired: randomUUID(), revoked: randomUUID() };
      for (const [state, id] of Object.entries(keys)) {
        await support.query(
          `insert into people.api_key (id, secret_hash, label, person_id, organisation_id, role, scopes, expires_at, revoked_at)
           values ($1, $2, $3, $4, $5, 'company', '{people:read}',
             case when $3 = 'expired' then now() - interval '1 minute' else now() + interval '1 day' end,
             case when $3 = 'revoked' then now() end)`,
          [id, createHash('sha256').update(id).digest('hex'), state, personId, organisationId],
        );
      }
      return keys;
    },
    async close() {
      await support.end();
      await subgraph.close();
      await database.drop();
    },
  };
}
