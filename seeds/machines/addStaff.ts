import { createDatabase, runAs } from '@guildhall/kit/database';
import { system } from '@guildhall/kit/viewer';
import { PrismaClient } from '@guildhall/prisma/people';

export interface StaffOptions {
  /** The address of the service of `people`. */
  serviceUrl: string;
  name: string;
  /** Their subject at the identity provider, for example `google-oauth2|1234`. */
  login: string;
  /** What the company is called, when it is not there yet. */
  organisation?: string | undefined;
}

/**
 * Adds a person of support staff who may sign in, and the company when it is not there yet: without the first of them
 * nobody could add anybody. Whoever signs in by this login already stays who they are.
 *
 * @returns what was done, in a sentence.
 * @throws Error when the company is not there and has not been named.
 */
export async function addStaff({ serviceUrl, name, login, organisation }: StaffOptions): Promise<string> {
  const { client, close } = createDatabase({
    url: serviceUrl,
    createClient: (adapter) => new PrismaClient({ adapter }),
    maxConnections: 1,
  });
  const add = () =>
    client.$transaction(async (tx) => {
      const there = await tx.organisation.findFirst({
        where: { kind: 'company' },
        orderBy: { createdAt: 'asc' },
      });
      if (!there && !organisation)
        throw new Error('The company is not there yet: name it with --organisation.');
      const company =
        there ?? (await tx.organisation.create({ data: { kind: 'company', name: organisation! } }));
      const known = await tx.login.findFirst({ where: { subject: login }, include: { person: true } });
      const person = known?.person ?? (await tx.person.create({ data: { name } }));
      if (!known) await tx.login.create({ data: { subject: login, personId: person.id } });
      const membership = { personId: person.id, organisationId: company.id, role: 'company' };
      const { count } = await tx.membership.createMany({ data: [membership], skipDuplicates: true });
      return count === 0
        ? `${person.name} is of the support staff of ${company.name} already.`
        : `${person.name} is now of the support staff of ${company.name}.`;
    });
  return runAs({ viewer: system, requestId: 'add-staff' }, add).finally(close);
}
