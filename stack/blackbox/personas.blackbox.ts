import { describe, expect, test } from 'vitest';
import { ask, send, target } from './gateway.ts';

const { company, facility, agent } = target.credentials;

if (agent) {
  describe('an agent', () => {
    test('reads their own name and shifts, with where they are, in one operation', async () => {
      const { me } = await ask(
        'agent',
        '{ me { name agent { id shifts(first: 20) { nodes { startsAt endsAt status agent { id } facility { name timeZone } } } } } }',
      );
      expect(me.name).toBeTruthy();
      for (const shift of me.agent.shifts.nodes) {
        expect(shift.agent.id).toBe(me.agent.id);
        expect(shift.facility.name).toBeTruthy();
        expect(new Date(shift.endsAt).getTime()).toBeGreaterThan(new Date(shift.startsAt).getTime());
      }
    });

    test('sees no shift that another has and keeps, and may not list the people', async () => {
      const { me, shifts } = await ask(
        'agent',
        '{ me { agent { id } } shifts(first: 100) { nodes { status offeredAt agent { id } } } }',
      );
      for (const { status, offeredAt, agent: holder } of shifts.nodes) {
        if (status !== 'OPEN' && !offeredAt) expect(holder.id).toBe(me.agent.id);
      }
      const refused = await send({ authorization: agent }, '{ people { nodes { name } } }');
      expect(refused.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      expect(refused.errors?.[0]?.message).toContain('Query.people');
    });
  });
}

if (facility) {
  describe('a facility', () => {
    test('sees shifts at its own facilities only, and who works them by name', async () => {
      const { facilities, shifts } = await ask(
        'facility',
        '{ facilities(first: 100) { nodes { id } } shifts(first: 100) { nodes { facility { id } agent { person { name contact { email } } } } } }',
      );
      const own = new Set(facilities.nodes.map(({ id }: { id: string }) => id));
      for (const shift of shifts.nodes) {
        expect(own).toContain(shift.facility.id);
        if (shift.agent) expect(shift.agent.person.contact).toBeNull();
      }
    });

    test('may not ask for what support staff see, not even in a fragment under another name', async () => {
      const { errors, data } = await send(
        { authorization: facility },
        'query { shifts { nodes { ...Hidden } } } fragment Hidden on Shift { harmless: createdAt }',
      );
      expect(data ?? null).toBeNull();
      expect(errors?.[0]?.message).toContain('Shift.createdAt');
    });
  });
}

if (company) {
  describe('support staff', () => {
    test('page through the facilities to the end, each once', async () => {
      const seen: string[] = [];
      let after: string | null = null;
      let total: number;
      do {
        const { facilities } = await ask(
          'company',
          'query ($after: String) { facilities(first: 7, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
          { after },
        );
        seen.push(...facilities.nodes.map(({ id }: { id: string }) => id));
        total = facilities.totalCount;
        after = facilities.pageInfo.hasNextPage ? facilities.pageInfo.endCursor : null;
      } while (after && seen.length < 500);
      expect(new Set(seen).size).toBe(seen.length);
      if (seen.length < 500) expect(seen).toHaveLength(total);
    });

    test('read a shift with the people behind it across both domains', async () => {
      const { shifts } = await ask(
        'company',
        '{ shifts(first: 10) { nodes { facility { organisation { name kind } } agent { person { name contact { email } } } } } }',
      );
      for (const shift of shifts.nodes) expect(shift.facility.organisation.name).toBeTruthy();
    });

    if (target.write) {
      test('make a facility and a shift, are refused what cannot be, and delete both', async () => {
        const { organisations } = await ask('company', '{ organisations(first: 1) { nodes { id } } }');
        const { createFacility } = await ask(
          'company',
          'mutation ($input: CreateFacilityInput!) { createFacility(input: $input) { ... on CreateFacilityPayload { facility { id } } } }',
          {
            input: {
              organisationId: organisations.nodes[0].id,
              name: 'Black-box test',
              timeZone: 'Europe/London',
            },
          },
        );
        const facilityId = createFacility.facility.id;
        const createShift = async (startsAt: string, endsAt: string) =>
          (
            await ask(
              'company',
              'mutation ($input: CreateShiftInput!) { createShift(input: $input) { __typename ... on CreateShiftPayload { shift { id status } } ... on Refusal { message } } }',
              { input: { facilityId, startsAt, endsAt } },
            )
          ).createShift;
        const remove = async (what: string, id: string) =>
          (
            await ask(
              'company',
              `mutation ($id: ID!) { result: delete${what}(input: { id: $id }) { __typename } }`,
              { id },
            )
          ).result.__typename;

        expect(await createShift('2030-01-01T12:00:00Z', '2030-01-01T11:00:00Z')).toMatchObject({
          __typename: 'InvalidInput',
        });
        const { shift } = await createShift('2030-01-01T12:00:00Z', '2030-01-01T20:00:00Z');
        expect(shift.status).toBe('OPEN');
        expect(await remove('Facility', facilityId)).toBe('StillInUse');
        expect(await remove('Shift', shift.id)).toBe('DeleteShiftPayload');
        expect(await remove('Facility', facilityId)).toBe('DeleteFacilityPayload');
      });
    }
  });
}

test('there are credentials for at least one persona', () => {
  expect(Object.keys(target.credentials).length).toBeGreaterThan(0);
});
