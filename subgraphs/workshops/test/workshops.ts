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

/** Somebody who is signed in, in no special role. */
export function somebody(personId: string = randomUUID()): Viewer & { personId: string } {
  return { personId, organisationId: randomUUID(), role: 'member', scopes: [] };
}

/** What tests look at, by the type that a mutation returns. */
const fieldsOf: Record<string, string> = {
  InvalidInput: 'field',
  RequirementsChanged: 'requirementsVersion requirements { text }',
  OverlapsOtherWorkshop: 'otherParticipation { id }',
  ParticipantsBusy: 'participants { id person { id } }',
  TooFewSeats: 'seatsTaken',
};
const workshopFields = `id title status capacity seatsLeft waitingCount startsAt endsAt startsOn requirementsVersion
  cancellationReason revision requirements { id text level kind { code } } organizers { id status person { id } }`;
const participantFields =
  'id status waitingPosition offeredUntil acknowledgedVersion requirementsChanged cancelledBy cancellationReason person { id }';
const payloadParts: Record<string, string> = {
  workshop: `workshop { ${workshopFields} }`,
  participant: `participant { ${participantFields} }`,
  organizer: 'organizer { id status person { id } }',
  workshopRequirement: 'workshopRequirement { id text level kind { code } }',
  person: 'person { id brings { code } }',
  id: 'id',
};

const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
const schema = buildASTSchema(parse(`${sharedTypeDefs(typeDefs)}\n${typeDefs}`), { assumeValidSDL: true });

function mutationText(mutation: string): string {
  const name = mutation[0]!.toUpperCase() + mutation.slice(1);
  const union = schema.getType(`${name}Result`);
  const payload = schema.getType(`${name}Payload`);
  if (!isUnionType(union) || !isObjectType(payload)) throw new Error(`There is no mutation ${mutation}`);
  const told = union.getTypes().filter((member) => member.name in fieldsOf);
  const parts = Object.keys(payload.getFields()).map((field) => payloadParts[field]);
  return `mutation ($input: ${name}Input!) {
    ${mutation}(input: $input) {
      __typename
      ... on Refusal { message }
      ${told.map((member) => `... on ${member.name} { ${fieldsOf[member.name]} }`).join(' ')}
      ... on ${name}Payload { ${parts.join(' ')} }
    }
  }`;
}

/** A running subgraph over a database of its own, and what tests ask of it. */
export async function startWorkshops() {
  const database = await createTestDatabase();
  const subgraph = await startTestSubgraph(start, database.serviceUrl('workshops'));
  const { ask } = subgraph;
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 4 });
  const owner = new pg.Pool({
    connectionString: database.ownerUrl,
    max: 1,
    options: '-c role=guildhall_migrator',
  });

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are compared, not typed
  async function change(viewer: Viewer, mutation: string, input: object): Promise<any> {
    return (await ask(viewer, mutationText(mutation), { input }))[mutation];
  }
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the same
  async function done(viewer: Viewer, mutation: string, input: object): Promise<any> {
    const answer = await change(viewer, mutation, input);
    if (!answer.__typename.endsWith('Payload')) throw new Error(`${mutation}: ${JSON.stringify(answer)}`);
    return answer;
  }
  const sqlOn =
    (pool: pg.Pool) =>
    (strings: TemplateStringsArray, ...values: unknown[]) =>
      pool
        .query(
          strings.reduce((text, part, n) => `${text}$${n}${part}`),
          values,
        )
        .then(({ rows }) => rows);

  /** Makes somebody known to `people`, so that they can be invited and found. */
  async function known<Somebody extends Viewer>(person: Somebody, name = 'Somebody'): Promise<Somebody> {
    await sqlOn(admin)`insert into people.person (id, name) values (${person.personId}::uuid, ${name})
      on conflict do nothing`;
    return person;
  }

  /** A draft, organized by somebody when one is given. */
  async function draft(input: object = {}, organizer?: Viewer): Promise<string> {
    if (organizer) await known(organizer);
    const { workshop } = await done(company, 'createWorkshop', {
      title: 'Lifting safely',
      place: 'The hall',
      timeZone: 'Europe/London',
      startsAt: inHours(72),
      endsAt: inHours(75),
      capacity: 2,
      organizerPersonIds: organizer ? [organizer.personId] : [],
      ...input,
    });
    if (organizer) await done(organizer, 'acceptOrganizerInvitation', { id: workshop.organizers[0].id });
    return workshop.id;
  }

  return {
    ...subgraph,
    serviceUrl: database.serviceUrl('workshops'),
    /** Asks the database itself, past every rule. */
    sql: sqlOn(admin),
    /** The same for the queue of jobs. */
    queue: sqlOn(owner),
    /** Asks the database as its service does for a viewer, past every use-case; tells what it refuses by constraint or SQLSTATE. */
    async refusal({ personId, role }: Pick<Viewer, 'personId' | 'role'>, text: string, values: unknown[]) {
      const options = `-c guildhall.role=${role} -c guildhall.person_id=${personId ?? ''}`;
      const client = new pg.Client({ connectionString: database.serviceUrl('workshops'), options });
      await client.connect();
      try {
        return (await client.query(text, values)).rowCount;
      } catch (error) {
        const { constraint, code } = error as pg.DatabaseError;
        return constraint ?? code;
      } finally {
        await client.end();
      }
    },
    /** How many of this database's connections wait for a lock. */
    async waiting(): Promise<number> {
      const [row] = await sqlOn(admin)`select count(*)::integer as waiting from pg_locks
        where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`;
      return row.waiting;
    },
    /** Holds the lock of a workshop until it is released. */
    async hold(id: string) {
      const client = await admin.connect();
      await client.query('begin');
      await client.query('select from workshops.workshop where id = $1 for update', [id]);
      return {
        release: async () => {
          await client.query('rollback');
          client.release();
        },
      };
    },
    change,
    done,
    known,
    draft,
    /** One that people can sign up for, with who organizes it. */
    async published(input: object = {}) {
      const organizer = somebody();
      const id = await draft(input, organizer);
      const { workshop } = await done(organizer, 'publishWorkshop', { id });
      return { id, organizer, version: workshop.requirementsVersion as number };
    },
    signUp: (viewer: Viewer, id: string, requirementsVersion = 1) =>
      change(viewer, 'signUpForWorkshop', { id, requirementsVersion }),
    async close() {
      await subgraph.close();
      await Promise.all([admin.end(), owner.end()]);
      await database.drop();
    },
  };
}

/** An instant some hours from now, on the full hour. */
export function inHours(hours: number): string {
  const hour = 60 * 60_000;
  return new Date((Math.floor(Date.now() / hour) + hours) * hour).toISOString();
}
