import { randomUUID } from 'node:crypto';
import type { Viewer } from '@guildhall/kit/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agentViewer, company, facilityViewer, inHours, startStaffing } from './staffing.ts';

let staffing: Awaited<ReturnType<typeof startStaffing>>;
beforeAll(async () => {
  staffing = await startStaffing();
});
afterAll(() => staffing?.close());

const agentFields = `id homeArea phone hourlyRate { amountMinor currency }
  qualifications { id qualification { code displayName isKnown } expiresOn isExpired }
  preferences { id facility { id } preference reason }`;

async function anAgent() {
  const personId = randomUUID();
  return { id: await staffing.agent(personId), viewer: agentViewer(personId) };
}

async function readAgent(viewer: Viewer, id: string) {
  return (await staffing.ask(viewer, `query ($id: ID!) { agent(id: $id) { ${agentFields} } }`, { id })).agent;
}

describe('the profile of an agent', () => {
  test('is theirs to change, and the rate that the company sets is for both to see', async () => {
    const { id, viewer } = await anAgent();
    await staffing.change(viewer, 'updateAgent', { id, homeArea: 'Leeds', phone: '+44 113 496 0000' });
    await staffing.change(company, 'setAgentRate', { id, rate: { amountMinor: 2450, currency: 'GBP' } });
    const expected = {
      homeArea: 'Leeds',
      phone: '+44 113 496 0000',
      hourlyRate: { amountMinor: 2450, currency: 'GBP' },
    };
    expect(await readAgent(viewer, id)).toMatchObject(expected);
    expect(await readAgent(company, id)).toMatchObject(expected);
    await staffing.change(viewer, 'updateAgent', { id, homeArea: null });
    expect(await readAgent(viewer, id)).toMatchObject({ homeArea: null, phone: '+44 113 496 0000' });
  });

  test('shows a facility area and qualifications, and neither phone, rate nor preferences', async () => {
    const { id, viewer } = await anAgent();
    await staffing.change(viewer, 'updateAgent', { id, homeArea: 'Leeds', phone: '+44 113 496 0000' });
    await staffing.change(company, 'setAgentRate', { id, rate: { amountMinor: 2450, currency: 'GBP' } });
    await staffing.change(viewer, 'setAgentQualification', { agentId: id, code: 'care' });
    const facilityId = await staffing.facility();
    await staffing.change(viewer, 'setFacilityPreference', { agentId: id, facilityId, preference: 'AVOID' });
    expect(await readAgent(facilityViewer(randomUUID()), id)).toMatchObject({
      homeArea: 'Leeds',
      phone: null,
      hourlyRate: null,
      qualifications: [{ qualification: { code: 'care' } }],
      preferences: [],
    });
  });

  test('is nobody else’s: another agent neither sees nor changes it', async () => {
    const [ada, bob] = [await anAgent(), await anAgent()];
    const facilityId = await staffing.facility();
    expect(await readAgent(bob.viewer, ada.id)).toBeNull();
    for (const [what, input] of [
      ['updateAgent', { id: ada.id, homeArea: 'x' }],
      ['setAgentQualification', { agentId: ada.id, code: 'care' }],
      ['setFacilityPreference', { agentId: ada.id, facilityId, preference: 'AVOID' }],
    ] as const) {
      expect(await staffing.change(bob.viewer, what, input), what).toMatchObject({ __typename: 'NotFound' });
    }
    const planner = facilityViewer(randomUUID());
    expect(
      await staffing.change(planner, 'setAgentQualification', { agentId: ada.id, code: 'care' }),
    ).toMatchObject({ __typename: 'NotFound' });
  });

  test('has each qualification once, by name, with the day it ends, and knows when that is past', async () => {
    const { id, viewer } = await anAgent();
    const state = (code: string, expiresOn?: string) =>
      staffing.change(viewer, 'setAgentQualification', { agentId: id, code, expiresOn });
    await state('nursing.registered', '2020-01-31');
    await state('care', '2040-01-31');
    await state('care');
    await staffing.sql`insert into staffing.agent_qualification (agent_id, code) values (${id}::uuid, 'alchemy')`;
    const { qualifications } = await readAgent(viewer, id);
    expect(qualifications).toMatchObject([
      { qualification: { code: 'alchemy', displayName: 'alchemy', isKnown: false }, isExpired: false },
      { qualification: { code: 'care' }, expiresOn: null, isExpired: false },
      { qualification: { displayName: 'Registered nurse' }, expiresOn: '2020-01-31', isExpired: true },
    ]);
    expect(await state('wizardry')).toMatchObject({ __typename: 'InvalidInput', field: 'code' });
    await staffing.change(viewer, 'removeAgentQualification', { id: qualifications[1].id });
    expect((await readAgent(viewer, id)).qualifications).toHaveLength(2);
    expect(
      await staffing.change(viewer, 'removeAgentQualification', { id: qualifications[1].id }),
    ).toMatchObject({
      __typename: 'NotFound',
    });
  });

  test('has one word for each facility, which the directory shows them and can be filtered by', async () => {
    const { id, viewer } = await anAgent();
    const other = await anAgent();
    const facilityId = await staffing.facility(randomUUID(), 'Preferred House');
    const say = (who: typeof other, preference: string, reason?: string) =>
      staffing.change(who.viewer, 'setFacilityPreference', {
        agentId: who.id,
        facilityId,
        preference,
        reason,
      });
    await say({ id, viewer }, 'AVOID', 'Too far');
    await say({ id, viewer }, 'PREFERRED');
    await say(other, 'AVOID');
    expect((await readAgent(viewer, id)).preferences).toMatchObject([
      { preference: 'PREFERRED', reason: null },
    ]);
    const directory = async (as: Viewer, wanted: string) =>
      (
        await staffing.ask(
          as,
          `query ($filter: FacilityFilter) { facilities(filter: $filter) { nodes { id myPreference { preference } } } }`,
          { filter: { myPreference: wanted } },
        )
      ).facilities.nodes;
    expect(await directory(viewer, 'PREFERRED')).toEqual([
      { id: facilityId, myPreference: { preference: 'PREFERRED' } },
    ]);
    expect(await directory(viewer, 'AVOID')).toEqual([]);
    expect(await directory(company, 'AVOID')).toEqual([]);
    const said = (await readAgent(viewer, id)).preferences[0].id;
    await staffing.change(viewer, 'clearFacilityPreference', { id: said });
    expect((await readAgent(viewer, id)).preferences).toEqual([]);
  });

  test.each([
    ['phone', 'updateAgent', { phone: 'zero' }],
    ['homeArea', 'updateAgent', { homeArea: '' }],
    ['rate', 'setAgentRate', { rate: { amountMinor: -1, currency: 'GBP' } }],
  ])('a value of %s that cannot be is refused at it', async (field, what, wrong) => {
    const { id } = await anAgent();
    expect(await staffing.change(company, what, { id, ...wrong })).toMatchObject({
      __typename: 'InvalidInput',
      field,
    });
  });
});

describe('the profile of a facility', () => {
  const read = async (viewer: Viewer, id: string) =>
    (
      await staffing.ask(
        viewer,
        'query ($id: ID!) { facility(id: $id) { name address timeZone contact { name email phone } } }',
        { id },
      )
    ).facility;

  test('is its own to change, and what is left out stays', async () => {
    const organisationId = randomUUID();
    const id = await staffing.facility(organisationId);
    const viewer = facilityViewer(organisationId);
    await staffing.change(viewer, 'updateFacility', {
      id,
      address: '1 High Street, Leeds',
      contactName: 'Finn',
      contactPhone: '+44 113 496 0001',
    });
    await staffing.change(viewer, 'updateFacility', { id, contactName: null });
    expect(await read(agentViewer(randomUUID()), id)).toEqual({
      name: 'Elm House',
      address: '1 High Street, Leeds',
      timeZone: 'Europe/London',
      contact: { name: null, email: null, phone: '+44 113 496 0001' },
    });
    expect(await staffing.change(viewer, 'updateFacility', { id, contactEmail: 'nowhere' })).toMatchObject({
      __typename: 'InvalidInput',
      field: 'contactEmail',
    });
  });

  test('is not another’s to change, and belongs to another organisation by the company alone', async () => {
    const id = await staffing.facility();
    const stranger = facilityViewer(randomUUID());
    expect(await staffing.change(stranger, 'updateFacility', { id, name: 'Mine' })).toMatchObject({
      __typename: 'NotFound',
    });
    await staffing.change(company, 'moveFacility', { id, organisationId: stranger.organisationId });
    expect(await staffing.change(stranger, 'updateFacility', { id, name: 'Ours' })).toMatchObject({
      __typename: 'UpdateFacilityPayload',
    });
  });
});

describe('finding agents', () => {
  test('by what they hold today, where they live, who they are and where they worked', async () => {
    const organisationId = randomUUID();
    const facilityId = await staffing.facility(organisationId);
    const area = `Area ${randomUUID()}`;
    const [ada, bob] = [await anAgent(), await anAgent()];
    for (const { id } of [ada, bob]) await staffing.change(company, 'updateAgent', { id, homeArea: area });
    const state = (agentId: string, code: string, expiresOn?: string) =>
      staffing.change(company, 'setAgentQualification', { agentId, code, expiresOn });
    await state(ada.id, 'nursing.registered.theatre');
    await state(bob.id, 'nursing.registered', '2020-01-01');
    await staffing.createShift({ facilityId, agentId: bob.id, startsAt: inHours(48), endsAt: inHours(56) });
    const found = async (filter: object, viewer: Viewer = company) =>
      (
        await staffing.ask(
          viewer,
          'query ($filter: AgentFilter) { agents(filter: $filter) { nodes { id } } }',
          {
            filter: { homeArea: area.toUpperCase(), ...filter },
          },
        )
      ).agents.nodes.map(({ id }: { id: string }) => id);
    expect(await found({})).toEqual([ada.id, bob.id]);
    expect(await found({ qualification: 'nursing' })).toEqual([ada.id]);
    expect(await found({ text: 'theatre NURSE' })).toEqual([ada.id]);
    expect(await found({ text: area.slice(2).toUpperCase() })).toEqual([ada.id, bob.id]);
    expect(await found({ text: 'plumber' })).toEqual([]);
    expect(await found({ personIds: [bob.viewer.personId, randomUUID()] })).toEqual([bob.id]);
    expect(await found({ workedAtFacilityId: facilityId }, facilityViewer(organisationId))).toEqual([bob.id]);
    expect(await found({ workedAtFacilityId: facilityId }, facilityViewer(randomUUID()))).toEqual([]);
  });

  test('fifty agents with all that is told of them cost as many statements as five', async () => {
    for (let n = 0; n < 12; n++) {
      const { id } = await anAgent();
      await staffing.change(company, 'setAgentQualification', { agentId: id, code: 'care' });
    }
    const cost = async (first: number) =>
      (
        await staffing.during(() =>
          staffing.ask(
            company,
            `query ($first: Int) { agents(first: $first) { nodes { ${agentFields} } } }`,
            {
              first,
            },
          ),
        )
      ).statements.length;
    expect(await cost(12)).toBe(await cost(3));
  });
});
