import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sharedTypeDefs } from '@guildhall/kit/sharedTypeDefs';
import { startTestSubgraph } from '@guildhall/kit/testing';
import type { Viewer } from '@guildhall/kit/viewer';
import { createTestDatabase } from '@guildhall/prisma/testing';
import { buildASTSchema, isObjectType, isUnionType, parse } from 'graphql';
import pg from 'pg';
import { start } from '../src/subgraph.ts';

export const company: Viewer = {
  personId: randomUUID(),
  organisationId: randomUUID(),
  role: 'company',
  scopes: [],
};

const shiftFields = `id status kind startsAt endsAt startsOn breakMinutes plannedMinutes workedMinutes note revision
  offeredAt cancellationReason rate { amountMinor currency } qualification { code } agent { id } facility { id }`;

/** What tests look at, by the type that a mutation returns. */
const fieldsOf: Record<string, string> = {
  InvalidInput: 'field',
  OverlapsOtherShift: 'otherShift { id }',
  NotQualified: 'qualification { code displayName }',
  TooLittleRest: 'hours requiredHours otherShift { id }',
  TooManyHours: 'hours allowedHours',
};
const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
const schema = buildASTSchema(parse(`${sharedTypeDefs(typeDefs)}\n${typeDefs}`), { assumeValidSDL: true });

function membersOf(union: string): string[] {
  const type = schema.getType(union);
  if (!isUnionType(type)) throw new Error(`There is no union ${union}`);
  return type.getTypes().map((member) => member.name);
}

function payloadFields(payload: string): string {
  const type = schema.getType(payload);
  if (!isObjectType(type)) throw new Error(`There is no type ${payload}`);
  const fields = type.getFields();
  return [
    '__typename',
    'shift' in fields && `shift { ${shiftFields} }`,
    'warnings' in fields && 'warnings { kind message }',
    'id' in fields && 'id',
  ]
    .filter(Boolean)
    .join(' ');
}

/** A running staffing subgraph over a database of its own, and what tests ask of it. */
export async function startStaffing() {
  const database = await createTestDatabase();
  const subgraph = await startTestSubgraph(start, database.serviceUrl('staffing'));
  const { ask } = subgraph;
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 2 });

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are compared, not typed
  async function change(viewer: Viewer, mutation: string, input: object): Promise<any> {
    const name = mutation[0]!.toUpperCase() + mutation.slice(1);
    const members = membersOf(`${name}Result`);
    const told = members.filter((member) => member in fieldsOf);
    const data = await ask(
      viewer,
      `mutation ($input: ${name}Input!) {
        ${mutation}(input: $input) {
          __typename
          ... on Refusal { message }
          ${told.map((member) => `... on ${member} { ${fieldsOf[member]} }`).join(' ')}
          ... on ${name}Payload { ${payloadFields(`${name}Payload`)} }
        }
      }`,
      { input },
    );
    return data[mutation];
  }

  return {
    ...subgraph,
    /** Asks the database itself, past every rule. */
    sql: (strings: TemplateStringsArray, ...values: unknown[]) =>
      admin
        .query(
          strings.reduce((text, part, n) => `${text}$${n}${part}`),
          values,
        )
        .then(({ rows }) => rows),
    async facility(
      organisationId: string = randomUUID(),
      name = 'Elm House',
      timeZone = 'Europe/London',
    ): Promise<string> {
      const { createFacility } = await ask(
        company,
        `mutation ($input: CreateFacilityInput!) {
          createFacility(input: $input) { ... on CreateFacilityPayload { facility { id } } }
        }`,
        { input: { organisationId, name, timeZone } },
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
    createShift: (input: object, viewer = company) => change(viewer, 'createShift', input),
    /** Does something to a shift; what came of it, whichever it is. */
    change,
    async close() {
      await subgraph.close();
      await admin.end();
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

/** An instant some hours from now, on the full hour. */
export function inHours(hours: number): string {
  const hour = 60 * 60_000;
  return new Date((Math.floor(Date.now() / hour) + hours) * hour).toISOString();
}

export function agentViewer(personId: string): Viewer {
  return { personId, organisationId: randomUUID(), role: 'agent', scopes: [] };
}

export function facilityViewer(organisationId: string): Viewer {
  return { personId: randomUUID(), organisationId, role: 'facility', scopes: [] };
}
