import { randomUUID } from 'node:crypto';
import { createDatabase, runAs } from '@guildhall/kit/database';
import { startTestSubgraph } from '@guildhall/kit/testing';
import type { Viewer } from '@guildhall/kit/viewer';
import { PrismaClient } from '@guildhall/prisma/staffing';
import { createTestDatabase } from '@guildhall/prisma/testing';
import { start } from '../src/subgraph.ts';

export const company: Viewer = {
  personId: randomUUID(),
  organisationId: randomUUID(),
  role: 'company',
  scopes: [],
};

/** A running staffing subgraph over a database of its own, and what tests ask of it. */
export async function startStaffing() {
  const database = await createTestDatabase();
  const subgraph = await startTestSubgraph(start, database.serviceUrl('staffing'));
  const { ask } = subgraph;
  const rows = createDatabase({
    url: database.serviceUrl('staffing'),
    createClient: (adapter) => new PrismaClient({ adapter }),
    maxConnections: 2,
  });

  return {
    ...subgraph,
    /** Reads and writes rows around the graph, as system: what time or other use-cases would have made. */
    rows<Result>(work: (db: PrismaClient) => Promise<Result>): Promise<Result> {
      return runAs({ viewer: { ...company, role: 'system' }, requestId: 'test' }, () => work(rows.client));
    },
    async facility(organisationId: string = randomUUID(), name = 'Elm House'): Promise<string> {
      const { createFacility } = await ask(
        company,
        `mutation ($input: CreateFacilityInput!) {
          createFacility(input: $input) { ... on CreateFacilityPayload { facility { id } } }
        }`,
        { input: { organisationId, name, timeZone: 'Europe/London' } },
      );
      return createFacility.facility.id;
    },
    async agent(personId: string = randomUUID()): Promise<string> {
      const { createAgent } = await ask(
        company,
        `mutation ($input: CreateAgentInput!) {
          createAgent(input: $input) { ... on CreateAgentPayload { agent { id } } }
        }`,
        { input: { personId } },
      );
      return createAgent.agent.id;
    },
    async createShift(input: object) {
      const { createShift } = await ask(
        company,
        `mutation ($input: CreateShiftInput!) {
          createShift(input: $input) {
            __typename
            ... on Refusal { message }
            ... on InvalidInput { field }
            ... on OverlapsOtherShift { otherShift { id } }
            ... on CreateShiftPayload { shift { id status startsAt endsAt agent { id } facility { id } } }
          }
        }`,
        { input },
      );
      return createShift;
    },
    async updateShift(input: object) {
      const { updateShift } = await ask(
        company,
        `mutation ($input: UpdateShiftInput!) {
          updateShift(input: $input) {
            __typename
            ... on Refusal { message }
            ... on InvalidInput { field }
            ... on UpdateShiftPayload { shift { id status startsAt endsAt agent { id } } }
          }
        }`,
        { input },
      );
      return updateShift;
    },
    async close() {
      await subgraph.close();
      await rows.close();
      await database.drop();
    },
  };
}

/** An instant of 2 November 2026, `day` days later. */
export function at(time: string, day = 0): string {
  const date = new Date(`2026-11-02T${time}:00.000Z`);
  date.setUTCDate(date.getUTCDate() + day);
  return date.toISOString();
}
