import { randomUUID } from 'node:crypto';
import type { Viewer } from '@guildhall/kit/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agentViewer, company, facilityViewer, inHours, startStaffing } from './staffing.ts';

let staffing: Awaited<ReturnType<typeof startStaffing>>;
beforeAll(async () => {
  staffing = await startStaffing();
});
afterAll(() => staffing?.close());

const flagFields = `id status message subjectKind answer takenAt answeredAt raisedBy { id } handler { id }
  shift { id } changes { field before after }`;

async function planned() {
  const organisationId = randomUUID();
  const viewer = facilityViewer(organisationId);
  const facilityId = await staffing.facility(organisationId);
  const agentId = await staffing.agent();
  const { shift } = await staffing.createShift({
    facilityId,
    agentId,
    startsAt: inHours(48),
    endsAt: inHours(56),
  });
  return { viewer, facilityId, agentId, shiftId: shift.id as string };
}

async function act(viewer: Viewer, what: string, input: object) {
  const name = what[0]!.toUpperCase() + what.slice(1);
  const data = await staffing.ask(
    viewer,
    `mutation ($input: ${name}Input!) { ${what}(input: $input) {
      __typename ... on Refusal { message } ... on ${name}Payload { flag { ${flagFields} } } } }`,
    { input },
  );
  return data[what];
}

async function raise(
  viewer: Viewer,
  subjectId: string,
  subjectKind = 'SHIFT',
  message = 'The break is missing',
) {
  return act(viewer, 'raiseFlag', { subjectKind, subjectId, message });
}

describe('a flag', () => {
  test('goes from open through work to an answer, which tells what was changed because of it', async () => {
    const elm = await planned();
    const { flag } = await raise(elm.viewer, elm.shiftId);
    expect(flag).toMatchObject({
      status: 'OPEN',
      raisedBy: { id: elm.viewer.personId },
      handler: null,
      changes: [],
    });
    await staffing.change(company, 'updateShift', { id: elm.shiftId, note: 'Before anybody looked' });
    expect((await act(company, 'takeFlag', { id: flag.id })).flag).toMatchObject({
      status: 'IN_WORK',
      handler: { id: company.personId },
    });
    await staffing.change(company, 'updateShift', { id: elm.shiftId, breakMinutes: 30 });
    await staffing.change(elm.viewer, 'updateShift', { id: elm.shiftId, note: 'Not of support staff' });
    const answered = await act(company, 'answerFlag', { id: flag.id, answer: 'The break is 30 minutes.' });
    expect(answered.flag.status).toBe('ANSWERED');

    const { shift } = await staffing.ask(
      elm.viewer,
      `query ($id: ID!) { shift(id: $id) { flags { totalCount nodes { ${flagFields} } } } }`,
      { id: elm.shiftId },
    );
    expect(shift.flags.totalCount).toBe(1);
    expect(shift.flags.nodes[0]).toMatchObject({
      answer: 'The break is 30 minutes.',
      shift: { id: elm.shiftId },
      changes: [{ field: 'breakMinutes', before: '0', after: '30' }],
    });
  });

  test('tells whoever raised it nothing of an agent’s pay, number and preferences', async () => {
    const elm = await planned();
    const { flag } = await raise(elm.viewer, elm.agentId, 'AGENT', 'Lives elsewhere now');
    await act(company, 'takeFlag', { id: flag.id });
    await staffing.change(company, 'setAgentRate', {
      id: elm.agentId,
      rate: { amountMinor: 2450, currency: 'GBP' },
    });
    await staffing.change(company, 'updateAgent', {
      id: elm.agentId,
      homeArea: 'York',
      phone: '+44 20 7946 0000',
    });
    const agentId = elm.agentId;
    await staffing.change(company, 'setAgentQualification', { agentId, code: 'care' });
    await staffing.change(company, 'setFacilityPreference', {
      agentId,
      facilityId: elm.facilityId,
      preference: 'AVOID',
    });
    const { flag: answered } = await act(company, 'answerFlag', { id: flag.id, answer: 'Changed.' });
    expect(answered.changes).toEqual([
      { field: 'homeArea', before: null, after: 'York' },
      { field: 'qualifications', before: null, after: 'care' },
    ]);
  });

  test('is taken by one of many who want it at once, and the others are told', async () => {
    const elm = await planned();
    const { flag } = await raise(elm.viewer, elm.shiftId);
    const results = await Promise.all(
      Array.from({ length: 10 }, () =>
        act({ ...company, personId: randomUUID() }, 'takeFlag', { id: flag.id }),
      ),
    );
    expect(results.map(({ __typename }) => __typename).sort()).toEqual([
      ...Array(9).fill('NotPossibleNow'),
      'TakeFlagPayload',
    ]);
  });

  test('goes back into the queue, and an answered one back into work', async () => {
    const elm = await planned();
    const { flag } = await raise(elm.viewer, elm.shiftId);
    const { id } = flag;
    expect(await act(company, 'answerFlag', { id, answer: 'x' })).toMatchObject({
      __typename: 'NotPossibleNow',
    });
    await act(company, 'takeFlag', { id });
    expect((await act(company, 'releaseFlag', { id })).flag).toMatchObject({ status: 'OPEN', handler: null });
    await act(company, 'takeFlag', { id });
    await staffing.change(company, 'updateShift', { id: elm.shiftId, breakMinutes: 45 });
    await act(company, 'answerFlag', { id, answer: 'Done' });
    expect(await act(company, 'releaseFlag', { id })).toMatchObject({ __typename: 'NotPossibleNow' });
    expect((await act(company, 'reopenFlag', { id })).flag).toMatchObject({
      status: 'IN_WORK',
      answer: null,
    });
    expect((await act(company, 'answerFlag', { id, answer: 'Done again' })).flag.changes).toHaveLength(1);
  });

  test('is raised of what one can see, with words', async () => {
    const [elm, oak] = [await planned(), await planned()];
    expect(await raise(elm.viewer, oak.shiftId)).toMatchObject({ __typename: 'NotFound' });
    expect(await raise(elm.viewer, elm.shiftId, 'AGENT')).toMatchObject({ __typename: 'NotFound' });
    expect(await raise(elm.viewer, elm.shiftId, 'SHIFT', '  ')).toMatchObject({ __typename: 'InvalidInput' });
    expect(await raise(elm.viewer, elm.shiftId, 'SHIFT', 'x'.repeat(4001))).toMatchObject({
      __typename: 'InvalidInput',
    });
    expect((await raise(elm.viewer, randomUUID(), 'PERSON')).__typename).toBe('RaiseFlagPayload');
  });

  test('is found by what it is about, whose it is, when it was raised and what it says', async () => {
    const [elm, oak] = [await planned(), await planned()];
    const raised: string[] = [];
    for (const [place, kind, subject] of [
      [elm, 'SHIFT', elm.shiftId],
      [elm, 'AGENT', elm.agentId],
      [elm, 'FACILITY', elm.facilityId],
      [oak, 'SHIFT', oak.shiftId],
    ] as const) {
      raised.push((await raise(place.viewer, subject, kind, `About the ${kind}`)).flag.id);
    }
    const [ofShift, ofAgent, ofFacility, ofOak] = raised;
    const found = async (filter: object, viewer: Viewer = company) => {
      const { flags } = await staffing.ask(
        viewer,
        'query ($filter: FlagFilter) { flags(filter: $filter, first: 100) { totalCount nodes { id } } }',
        { filter },
      );
      const ids = flags.nodes.map(({ id }: { id: string }) => id);
      expect(flags.totalCount).toBe(ids.length);
      return raised.filter((id) => ids.includes(id));
    };
    expect(await found({ facilityId: elm.facilityId })).toEqual([ofShift, ofFacility]);
    expect(await found({ facilityId: elm.facilityId }, elm.viewer)).toEqual([ofShift, ofFacility]);
    expect(await found({ facilityId: oak.facilityId }, elm.viewer)).toEqual([]);
    expect(await found({ agentId: elm.agentId })).toEqual([ofShift, ofAgent]);
    expect(await found({ organisationId: oak.viewer.organisationId })).toEqual([ofOak]);
    const [{ at: instant }] =
      await staffing.sql`select created_at as at from staffing.flag where id = ${ofFacility}::uuid`;
    const ofElm = { organisationId: elm.viewer.organisationId };
    expect(await found({ ...ofElm, raisedFrom: instant.toISOString() })).toEqual([ofFacility]);
    expect(await found({ ...ofElm, raisedBefore: instant.toISOString() })).toEqual([ofShift, ofAgent]);
    expect(await found({ ...ofElm, text: 'THE agent' })).toEqual([ofAgent]);
  });

  test('is seen by its facility, its agent and support staff, and by nobody else', async () => {
    const elm = await planned();
    const personId = randomUUID();
    await staffing.agent(personId);
    const mine = (await raise(elm.viewer, elm.facilityId, 'FACILITY')).flag.id;
    const theirs = (await raise(agentViewer(personId), elm.facilityId, 'FACILITY')).flag.id;
    const seen = async (viewer: Viewer) =>
      (
        await staffing.ask(
          viewer,
          'query ($filter: FlagFilter) { flags(filter: $filter) { nodes { id } } }',
          {
            filter: { subjectId: elm.facilityId },
          },
        )
      ).flags.nodes.map(({ id }: { id: string }) => id);
    expect(await seen(elm.viewer)).toEqual([mine]);
    expect(await seen({ ...elm.viewer, personId: randomUUID() })).toEqual([mine]); // a colleague
    expect(await seen(agentViewer(personId))).toEqual([theirs]);
    expect(await seen(agentViewer(randomUUID()))).toEqual([]);
    expect(await seen(facilityViewer(randomUUID()))).toEqual([]);
    expect(await seen(company)).toEqual([mine, theirs]);
  });
});

describe('history', () => {
  const read = async (viewer: Viewer, id: string, args = '') =>
    (
      await staffing.ask(
        viewer,
        `query ($id: ID!) { shift(id: $id) { history${args} {
          nodes { operation actor { id } actorRole requestId changes { field before after } }
          totalCount pageInfo { hasNextPage endCursor } } } }`,
        { id },
      )
    ).shift.history;

  test('tells support staff who changed what of a record, the newest first, page by page', async () => {
    const elm = await planned();
    await staffing.change(elm.viewer, 'updateShift', { id: elm.shiftId, note: 'Ring twice' });
    await staffing.change(company, 'cancelShift', { id: elm.shiftId });
    const { nodes, totalCount } = await read(company, elm.shiftId);
    expect(totalCount).toBe(3);
    expect(nodes[0]).toMatchObject({
      operation: 'UPDATE',
      actor: { id: company.personId },
      actorRole: 'company',
      requestId: expect.any(String),
      changes: [{ field: 'status', before: 'assigned', after: 'cancelled' }],
    });
    expect(nodes[1]).toMatchObject({
      actor: { id: elm.viewer.personId },
      actorRole: 'facility',
      changes: [{ field: 'note', before: null, after: 'Ring twice' }],
    });
    expect(nodes[2].operation).toBe('INSERT');
    const first = await read(company, elm.shiftId, '(first: 2)');
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await read(company, elm.shiftId, `(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect([...first.nodes, ...rest.nodes]).toEqual(nodes);
  });

  test('is empty for everybody else, and costs one statement for all records of a list', async () => {
    const elm = await planned();
    expect((await read(elm.viewer, elm.shiftId)).nodes).toEqual([]);
    const { statements } = await staffing.during(() =>
      staffing.ask(company, '{ shifts { nodes { id history(first: 2) { nodes { at } } } } }'),
    );
    expect(statements).toHaveLength(2);
  });

  test('of an agent includes what only the company and the agent see', async () => {
    const { agentId } = await planned();
    await staffing.change(company, 'setAgentRate', {
      id: agentId,
      rate: { amountMinor: 2450, currency: 'GBP' },
    });
    const { agent } = await staffing.ask(
      company,
      'query ($id: ID!) { agent(id: $id) { history(first: 1) { nodes { changes { field before after } } } } }',
      { id: agentId },
    );
    expect(agent.history.nodes[0].changes).toContainEqual({
      field: 'hourlyRateMinor',
      before: null,
      after: '2450',
    });
  });

  test('of an agent includes who stated, changed and removed qualifications and preferences', async () => {
    const { agentId, facilityId } = await planned();
    const state = (expiresOn: string) =>
      staffing.change(company, 'setAgentQualification', { agentId, code: 'care', expiresOn });
    await state('2030-01-31');
    await state('2031-01-31');
    await staffing.change(company, 'setFacilityPreference', {
      agentId,
      facilityId,
      preference: 'AVOID',
      reason: 'Too far',
    });
    const read = async () =>
      (
        await staffing.ask(
          company,
          `query ($id: ID!) { agent(id: $id) { qualifications { id } history { nodes {
            actorRole operation changes { field before after } } } } }`,
          { id: agentId },
        )
      ).agent;
    const [{ id }] = (await read()).qualifications;
    await staffing.change(company, 'removeAgentQualification', { id });
    const { history } = await read();
    const told = history.nodes.map(({ changes }: { changes: unknown[] }) => changes[0]);
    expect(told.slice(0, 2)).toEqual([
      { field: 'qualifications', before: 'care until 2031-01-31', after: null },
      { field: 'preferences', before: null, after: `avoid facility ${facilityId}: Too far` },
    ]);
    expect(told).toContainEqual({
      field: 'qualifications',
      before: 'care until 2030-01-31',
      after: 'care until 2031-01-31',
    });
  });
});
