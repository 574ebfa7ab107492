import {
  createDatabase,
  runAs,
  type DatabaseOptions,
  type PrismaClientLike,
  type TransactionOf,
} from '@guildhall/kit/database';
import { system } from '@guildhall/kit/viewer';
import { PrismaClient as PeopleClient } from '@guildhall/prisma/people';
import { PrismaClient as StaffingClient } from '@guildhall/prisma/staffing';
import { PrismaClient as WorkshopsClient } from '@guildhall/prisma/workshops';
import { peopleScenario } from './people.ts';
import { size } from './size.ts';
import { staffingScenario } from './staffing.ts';
import type { Shift } from './staffingRows.ts';
import { workshopsScenario } from './workshops.ts';

export interface SeedOptions {
  /** The address of each domain's service, by domain. */
  serviceUrls: Readonly<Record<string, string>>;
  /** 1 makes 20 facilities, 200 agents, 3,000 shifts and 40 workshops. */
  scale: number;
  /** An instant of the week that counts as the present one; a week that never changes when left out. */
  now?: Date;
  onProgress?: (line: string) => void;
}

const wholeSeed = { timeout: 10 * 60_000, maxWait: 60_000 };
const batch = 5_000;

/**
 * Fills the domains that are empty, each in one transaction, as the viewer `system`. A domain that has rows
 * stays as it is.
 *
 * @returns The domains that were filled.
 * @throws Error when an address is missing or the scale is no positive number.
 */
export async function seedAll({
  serviceUrls,
  scale,
  now = new Date('2026-06-01T00:00:00Z'),
  onProgress = () => {},
}: SeedOptions): Promise<string[]> {
  size(1, scale); // Refused now, whether or not there is anything to fill.
  const people = lazily(() => peopleScenario(scale));
  // One after the other: a domain that waited for another's lock would be given up with its statement.
  return [
    ...(await seedDomain({
      domain: 'people',
      table: 'organisation',
      createClient: (adapter) => new PeopleClient({ adapter }),
      isEmpty: async (tx) => (await tx.organisation.findFirst()) === null,
      async fill(tx) {
        const rows = people();
        await inBatches(rows.organisations, (data) => tx.organisation.createMany({ data }));
        await inBatches(rows.persons, (data) => tx.person.createMany({ data }));
        await inBatches(rows.contacts, (data) => tx.contact.createMany({ data }));
        await inBatches(rows.memberships, (data) => tx.membership.createMany({ data }));
        await inBatches(rows.logins, (data) => tx.login.createMany({ data }));
        return `${rows.organisations.length} organisations, ${rows.persons.length} persons`;
      },
    })),
    ...(await seedDomain({
      domain: 'staffing',
      table: 'facility',
      createClient: (adapter) => new StaffingClient({ adapter }),
      isEmpty: async (tx) => (await tx.facility.findFirst()) === null,
      async fill(tx) {
        const rows = staffingScenario(scale, people(), mondayOf(now));
        const { facilities, agents, shifts } = rows;
        await inBatches(facilities, (data) => tx.facility.createMany({ data }));
        await inBatches(agents, (data) => tx.agent.createMany({ data }));
        await inBatches(rows.agentPrivates, (data) => tx.agentPrivate.createMany({ data }));
        await inBatches(rows.qualifications, (data) => tx.agentQualification.createMany({ data }));
        await inBatches(rows.preferences, (data) => tx.facilityPreference.createMany({ data }));
        await inBatches(rows.rotaTemplates, (data) => tx.rotaTemplate.createMany({ data }));
        await inBatches(rows.rotaSlots, (data) => tx.rotaSlot.createMany({ data }));
        await inBatches(rows.flags, (data) => tx.flag.createMany({ data }));
        await inBatches(shifts, (data) => insertShifts(tx, data));
        return `${facilities.length} facilities, ${agents.length} agents, ${shifts.length} shifts`;
      },
    })),
    ...(await seedDomain({
      domain: 'workshops',
      table: 'workshop',
      createClient: (adapter) => new WorkshopsClient({ adapter }),
      isEmpty: async (tx) => (await tx.workshop.findFirst()) === null,
      async fill(tx) {
        const rows = workshopsScenario(scale, people(), dayOf(now));
        await inBatches(rows.workshops, (data) => tx.workshop.createMany({ data }));
        await inBatches(rows.organizers, (data) => tx.organizer.createMany({ data }));
        await inBatches(rows.requirements, (data) => tx.workshopRequirement.createMany({ data }));
        await inBatches(rows.participants, (data) => tx.participant.createMany({ data }));
        await inBatches(rows.broughtItems, (data) => tx.broughtItem.createMany({ data }));
        return `${rows.workshops.length} workshops, ${rows.participants.length} participations`;
      },
    })),
  ];

  /** @returns the domain, when it was empty. */
  async function seedDomain<Client extends PrismaClientLike & Pick<PeopleClient, '$executeRaw'>>({
    domain,
    table,
    createClient,
    isEmpty,
    fill,
  }: {
    domain: string;
    /** Has rows as soon as the domain is filled. */
    table: string;
    createClient: DatabaseOptions<Client>['createClient'];
    isEmpty: (tx: TransactionOf<Client>) => Promise<boolean>;
    /** Tells what it has filled in. */
    fill: (tx: TransactionOf<Client>) => Promise<string>;
  }): Promise<string[]> {
    const url = addressOf(domain);
    const { client, pool, close } = createDatabase({ url, createClient, maxConnections: 1 });
    const seed = async () => {
      // Asked without Prisma, whose engine takes longer to come up than every other part of a start with data.
      if ((await pool.read({ text: `select from ${domain}.${table} limit 1` })).length > 0) return [];
      return client.$transaction(async (tx: TransactionOf<Client>) => {
        // A second seeder waits here, and then finds rows.
        await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('guildhall seeds', 0))`;
        if (!(await isEmpty(tx))) return [];
        onProgress(`${domain}: ${await fill(tx)}`);
        return [domain];
      }, wholeSeed) as Promise<string[]>;
    };
    return runAs({ viewer: system, requestId: 'seed' }, seed).finally(close);
  }

  function addressOf(domain: string): string {
    const address = serviceUrls[domain];
    if (!address) throw new Error(`The seeds need the address of the service of ${domain}: there is none.`);
    return address;
  }
}

/** Makes a value when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** As JSON in one parameter: a million shifts as rows of parameters take three times as long. */
async function insertShifts(tx: Pick<StaffingClient, '$executeRaw'>, rows: readonly Shift[]): Promise<void> {
  await tx.$executeRaw`
    insert into staffing.shift (id, facility_id, agent_id, kind, qualification, starts_at, ends_at, break_minutes, note,
      rate_minor, rate_currency, status, cancellation_reason, offered_at, worked_minutes, created_at, updated_at)
    select id, "facilityId", "agentId", kind, qualification, "startsAt", "endsAt", "breakMinutes", note,
      "rateMinor", "rateCurrency", status, "cancellationReason", "offeredAt", "workedMinutes", "createdAt", "updatedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      id uuid, "facilityId" uuid, "agentId" uuid, kind text, qualification text, "startsAt" timestamptz,
      "endsAt" timestamptz, "breakMinutes" integer, note text, "rateMinor" integer, "rateCurrency" text, status text,
      "cancellationReason" text, "offeredAt" timestamptz, "workedMinutes" integer, "createdAt" timestamptz,
      "updatedAt" timestamptz)`;
}

async function inBatches<Row>(rows: Row[], insert: (rows: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += batch) await insert(rows.slice(start, start + batch));
}

/** The UTC midnight that begins the day of an instant. */
function dayOf(instant: Date): Date {
  return new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth(), instant.getUTCDate()));
}

/** The UTC midnight that begins the week of an instant. */
function mondayOf(instant: Date): Date {
  const sinceMonday = (instant.getUTCDay() + 6) % 7;
  return new Date(
    Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth(), instant.getUTCDate() - sinceMonday),
  );
}
