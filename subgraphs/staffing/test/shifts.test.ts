import { randomUUID } from 'node:crypto';
import type { Viewer } from '@guildhall/kit/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, company, startStaffing } from './staffing.ts';

let staffing: Awaited<ReturnType<typeof startStaffing>>;
beforeAll(async () => {
  staffing = await startStaffing();
});
afterAll(() => staffing?.close());

describe('creating and changing shifts', () => {
  test('a shift without an agent is open, with one it is assigned', async () => {
    const facilityId = await staffing.facility();
    const agentId = await staffing.agent();
    const period = { startsAt: at('07:00'), endsAt: at('15:00') };

    const open = await staffing.createShift({ facilityId, ...period });
    expect(open.shift).toMatchObject({ status: 'OPEN', agent: null, ...period });

    const assigned = await staffing.createShift({ facilityId, agentId, ...period });
    expect(assigned.shift).toMatchObject({ status: 'ASSIGNED', agent: { id: agentId } });
  });

  test('an agent is given no second shift at the same time, and the refusal says where and when the first is', async () => {
    const facilityId = await staffing.facility(randomUUID(), 'St Bride’s');
    const agentId = await staffing.agent();
    const first = await staffing.createShift({
      facilityId,
      agentId,
      startsAt: at('21:00'),
      endsAt: at('07:00', 1),
    });

    const second = await staffing.createShift({
      facilityId,
      agentId,
      startsAt: at('06:59', 1),
      endsAt: at('09:00', 1),
    });

    expect(second).toMatchObject({ __typename: 'OverlapsOtherShift', otherShift: { id: first.shift.id } });
    expect(second.message).toContain('St Bride’s');
    expect(second.message).toContain('21:00');
    expect(second.message).toContain('Europe/London');
  });

  test('of many shifts of one agent that are created at once and overlap, one is', async () => {
    const facilityId = await staffing.facility();
    const agentId = await staffing.agent();
    const results = await Promise.all(
      Array.from({ length: 20 }, () =>
        staffing.createShift({ facilityId, agentId, startsAt: at('07:00'), endsAt: at('15:00') }),
      ),
    );
    const types = results.map((result) => result.__typename).sort();
    expect(types).toEqual(['CreateShiftPayload', ...Array(19).fill('OverlapsOtherShift')]);
  });

  test('shifts that touch, or of which one is cancelled, do not overlap', async () => {
    const facilityId = await staffing.facility();
    const agentId = await staffing.agent();
    const early = await staffing.createShift({
      facilityId,
      agentId,
      startsAt: at('07:00'),
      endsAt: at('15:00'),
    });
    const late = await staffing.createShift({
      facilityId,
      agentId,
      startsAt: at('15:00'),
      endsAt: at('23:00'),
    });
    expect(late.__typename).toBe('CreateShiftPayload');

    await staffing.change(company, 'cancelShift', { id: early.shift.id });
    const again = await staffing.createShift({
      facilityId,
      agentId,
      startsAt: at('07:00'),
      endsAt: at('15:00'),
    });
    expect(again.__typename).toBe('CreateShiftPayload');
  });

  test.each([
    ['ends before it starts', at('15:00'), at('07:00')],
    ['ends as it starts', at('15:00'), at('15:00')],
    ['lasts longer than a day', at('07:00'), at('07:01', 1)],
  ])('a shift that %s is refused at endsAt', async (_what, startsAt, endsAt) => {
    const facilityId = await staffing.facility();
    expect(await staffing.createShift({ facilityId, startsAt, endsAt })).toMatchObject({
      __typename: 'InvalidInput',
      field: 'endsAt',
    });
  });

  test.each([
    ['facility', { facilityId: randomUUID() }],
    ['agent', { agentId: randomUUID() }],
    ['facility', { facilityId: 'no id' }],
  ])('a shift for a %s that is not there is refused as not found', async (what, wrong) => {
    const facilityId = await staffing.facility();
    const result = await staffing.createShift({
      facilityId,
      startsAt: at('07:00'),
      endsAt: at('15:00'),
      ...wrong,
    });
    expect(result).toMatchObject({ __typename: 'NotFound', message: expect.stringContaining(what) });
  });

  test('giving an open shift an agent assigns it, and taking the agent away opens it again', async () => {
    const facilityId = await staffing.facility();
    const agentId = await staffing.agent();
    const { shift } = await staffing.createShift({
      facilityId,
      startsAt: at('07:00'),
      endsAt: at('15:00'),
    });

    const assigned = await staffing.change(company, 'assignShift', { id: shift.id, agentId });
    expect(assigned.shift).toMatchObject({ status: 'ASSIGNED', agent: { id: agentId } });
    const moved = await staffing.change(company, 'updateShift', { id: shift.id, endsAt: at('16:00') });
    expect(moved.shift).toMatchObject({ agent: { id: agentId }, endsAt: at('16:00') });
    const opened = await staffing.change(company, 'unassignShift', { id: shift.id });
    expect(opened.shift).toMatchObject({ status: 'OPEN', agent: null });
  });

  test('two who change different values of a shift at once both succeed and keep each other’s', async () => {
    const facilityId = await staffing.facility();
    const agentId = await staffing.agent();
    const { shift } = await staffing.createShift({
      facilityId,
      startsAt: at('07:00'),
      endsAt: at('15:00'),
    });
    await Promise.all([
      staffing.change(company, 'assignShift', { id: shift.id, agentId }),
      staffing.change(company, 'updateShift', { id: shift.id, endsAt: at('16:00') }),
    ]);
    const read = await staffing.ask(
      company,
      'query ($id: ID!) { shift(id: $id) { status endsAt agent { id } } }',
      { id: shift.id },
    );
    expect(read.shift).toEqual({ status: 'ASSIGNED', endsAt: at('16:00'), agent: { id: agentId } });
  });

  test('a facility and an agent with shifts are not deleted, and are once the shifts are gone', async () => {
    const facilityId = await staffing.facility();
    const agentId = await staffing.agent();
    const { shift } = await staffing.createShift({
      facilityId,
      agentId,
      startsAt: at('07:00'),
      endsAt: at('15:00'),
    });
    const remove = (what: string, id: string) =>
      staffing
        .ask(
          company,
          `mutation ($id: ID!) { delete${what}(input: { id: $id }) { __typename ... on Refusal { message } } }`,
          { id },
        )
        .then((data) => data[`delete${what}`].__typename);

    expect(await remove('Facility', facilityId)).toBe('StillInUse');
    expect(await remove('Agent', agentId)).toBe('StillInUse');
    expect(await remove('Shift', shift.id)).toBe('DeleteShiftPayload');
    expect(await remove('Shift', shift.id)).toBe('NotFound');
    expect(await remove('Facility', facilityId)).toBe('DeleteFacilityPayload');
    expect(await remove('Agent', agentId)).toBe('DeleteAgentPayload');
  });

  test('a person is an agent once', async () => {
    const personId = randomUUID();
    await staffing.agent(personId);
    const { createAgent } = await staffing.ask(
      company,
      'mutation ($input: CreateAgentInput!) { createAgent(input: $input) { __typename } }',
      { input: { personId } },
    );
    expect(createAgent.__typename).toBe('AlreadyExists');
  });

  test.each(['Mars/Olympus', '', '+01:00', 'europe/london', 'CT'])(
    '%j is refused as a time zone',
    async (timeZone) => {
      const { createFacility } = await staffing.ask(
        company,
        'mutation ($input: CreateFacilityInput!) { createFacility(input: $input) { __typename ... on InvalidInput { field } } }',
        { input: { organisationId: randomUUID(), name: 'Elm House', timeZone } },
      );
      expect(createFacility).toEqual({ __typename: 'InvalidInput', field: 'timeZone' });
    },
  );
});

describe('who sees which shifts', () => {
  test('a facility sees its own, an agent their own, nobody the rest, and references follow the same rule', async () => {
    const organisationId = randomUUID();
    const personId = randomUUID();
    const own = await staffing.facility(organisationId);
    const other = await staffing.facility();
    const agentId = await staffing.agent(personId);
    const period = { startsAt: at('07:00'), endsAt: at('15:00') };
    const atOwn = (await staffing.createShift({ facilityId: own, ...period })).shift.id;
    const ofAgent = (await staffing.createShift({ facilityId: other, agentId, ...period })).shift.id;
    const foreign = (await staffing.createShift({ facilityId: other, ...period })).shift.id;

    const planner: Viewer = { personId: randomUUID(), organisationId, role: 'facility', scopes: [] };
    const agent: Viewer = { personId, organisationId: randomUUID(), role: 'agent', scopes: [] };
    const seen = async (viewer: Viewer) => {
      const ids = [atOwn, ofAgent, foreign];
      const representations = ids.map((id) => ({ __typename: 'Shift', id }));
      const { shifts, _entities } = await staffing.ask(
        viewer,
        `query ($representations: [_Any!]!) {
          shifts(first: 100) { nodes { id } }
          _entities(representations: $representations) { ... on Shift { id } }
        }`,
        { representations },
      );
      const listed = shifts.nodes.map((node: { id: string }) => node.id);
      const referenced = _entities.map((entity: { id: string } | null) => entity?.id);
      expect(referenced).toEqual(ids.map((id) => (listed.includes(id) ? id : undefined)));
      return ids.map((id) => listed.includes(id));
    };
    expect(await seen(planner)).toEqual([true, false, false]);
    expect(await seen(agent)).toEqual([true, true, true]); // Open ones are anybody's to see.
    await staffing.change(company, 'assignShift', { id: foreign, agentId: await staffing.agent() });
    expect(await seen(agent)).toEqual([true, true, false]);
    expect(await seen(company)).toEqual([true, true, true]);
  });

  test('lists show every shift that the row policies show, to each role', async () => {
    const organisationId = randomUUID();
    const personId = randomUUID();
    const own = await staffing.facility(organisationId);
    const agentId = await staffing.agent(personId);
    const other = { id: await staffing.agent(), facilityId: await staffing.facility() };
    const day = (n: number) => ({ startsAt: at('07:00', n), endsAt: at('15:00', n) });
    for (const facilityId of [own, other.facilityId]) {
      const n = facilityId === own ? 100 : 110;
      await staffing.createShift({ facilityId, ...day(n) });
      await staffing.createShift({ facilityId, ...day(n), agentId });
      await staffing.createShift({ facilityId, ...day(n), agentId: other.id });
      await staffing.createShift({ facilityId, ...day(n), kind: 'PLACEHOLDER' });
      const offered = await staffing.createShift({ facilityId, ...day(n + 1), agentId: other.id });
      await staffing.sql`update staffing.shift set offered_at = now() where id = ${offered.shift.id}::uuid`;
    }
    const ids = (await staffing.sql`select id from staffing.shift`).map(({ id }) => id as string);
    const roles = ['company', 'facility', 'agent', 'calendar', 'stranger'];
    for (const role of roles) {
      const viewer: Viewer = { personId, organisationId, role, scopes: [] };
      // References have the policies alone; lists say once more what they reach.
      const { _entities } = await staffing.ask(
        viewer,
        'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Shift { id } } }',
        { representations: ids.map((id) => ({ __typename: 'Shift', id })) },
      );
      const { shifts } = await staffing.ask(viewer, '{ shifts { totalCount } }');
      expect(shifts.totalCount, role).toBe(_entities.filter(Boolean).length);
    }
  });

  test('a role that staffing does not know sees nothing', async () => {
    await staffing.facility();
    const stranger: Viewer = {
      personId: randomUUID(),
      organisationId: randomUUID(),
      role: 'stranger',
      scopes: [],
    };
    const data = await staffing.ask(
      stranger,
      '{ facilities { totalCount } agents { totalCount } shifts { totalCount } }',
    );
    expect(data).toEqual({
      facilities: { totalCount: 0 },
      agents: { totalCount: 0 },
      shifts: { totalCount: 0 },
    });
  });
});

describe('lists', () => {
  const shiftFields =
    'nodes { id startsAt facility { name shifts(first: 2) { nodes { id } } } agent { id } }';

  test('fifty shifts with their facility, its shifts and the agent cost as many statements as five, and no row that is not returned', async () => {
    const period = { startsAt: at('07:00', 40), endsAt: at('15:00', 40) };
    for (let index = 0; index < 10; index++) {
      const facilityId = await staffing.facility();
      for (let place = 0; place < 5; place++) {
        await staffing.createShift({ facilityId, agentId: await staffing.agent(), ...period });
      }
    }
    const cost = async (first: number) => {
      const { result, statements, rows } = await staffing.during(() =>
        staffing.ask(
          company,
          `query ($first: Int, $filter: ShiftFilter) { shifts(first: $first, filter: $filter) { ${shiftFields} } }`,
          { first, filter: { startsFrom: period.startsAt, startsBefore: period.endsAt } },
        ),
      );
      const { shifts } = result;
      expect(shifts.nodes).toHaveLength(first);
      const agents = new Set(shifts.nodes.map((node: { agent: { id: string } }) => node.agent.id));
      const facilities = new Map(
        shifts.nodes.map((node: { facility: { name: string; shifts: { nodes: { id: string }[] } } }) => [
          node.facility.shifts.nodes.map((shift) => shift.id).join(),
          node.facility.shifts.nodes.length,
        ]),
      );
      const returned =
        first +
        agents.size +
        facilities.size +
        [...facilities.values()].reduce((a: number, b) => a + (b as number), 0);
      expect(rows).toBe(returned);
      return statements.length;
    };
    expect(await cost(50)).toBe(await cost(5));
    expect(await cost(50)).toBe(4);
  });

  test('paging forwards and backwards meets every shift once, in order, whatever the page size', async () => {
    const facilityId = await staffing.facility();
    const expected: string[] = [];
    for (let index = 0; index < 11; index++) {
      // Every start occurs two or three times, so that the id has to break ties.
      const startsAt = at('07:00', Math.floor(index / 3));
      const { shift } = await staffing.createShift({
        facilityId,
        startsAt,
        endsAt: at('15:00', Math.floor(index / 3)),
      });
      expected.push(`${startsAt} ${shift.id}`);
    }
    expected.sort();
    for (const direction of ['ASC', 'DESC']) {
      const order = direction === 'ASC' ? expected : expected.toReversed();
      for (const size of [1, 2, 3, 5, 11, 12]) {
        expect(await walk(facilityId, direction, 'first', size)).toEqual(order);
        expect(await walk(facilityId, direction, 'last', size)).toEqual(order);
      }
    }
  });

  async function walk(facilityId: string, direction: string, by: 'first' | 'last', size: number) {
    const found: string[] = [];
    let cursor: string | null = null;
    for (;;) {
      const forward = by === 'first';
      const { facility } = await staffing.ask(
        company,
        `query ($id: ID!, $size: Int, $cursor: String, $orderBy: ShiftOrder) {
          facility(id: $id) {
            shifts(${by}: $size, ${forward ? 'after' : 'before'}: $cursor, orderBy: $orderBy) {
              nodes { id startsAt }
              totalCount
              pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            }
          }
        }`,
        { id: facilityId, size, cursor, orderBy: { field: 'STARTS_AT', direction } },
      );
      const { nodes, pageInfo, totalCount } = facility.shifts;
      expect(totalCount).toBe(11);
      const page = nodes.map((node: { id: string; startsAt: string }) => `${node.startsAt} ${node.id}`);
      found.splice(forward ? found.length : 0, 0, ...page);
      if (!(forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return found;
      cursor = forward ? pageInfo.endCursor : pageInfo.startCursor;
    }
  }

  test.each([
    ['a page over 100', 'first: 101', /0 to 100/],
    ['a negative page', 'last: -1', /0 to 100/],
    ['both ends at once', 'first: 1, last: 1', /not for both/],
    ['a cursor that is none', 'first: 1, after: "nonsense"', /cursor/],
    [
      'a cursor of another order',
      `first: 1, after: "${Buffer.from(JSON.stringify(['endsAt ASC', at('07:00'), randomUUID()])).toString('base64url')}"`,
      /another order/,
    ],
    ['a filter by what is no id', 'filter: { facilityId: "x" }', /no id/],
  ])('%s is refused with a sentence', async (_what, args, message) => {
    const { errors } = await staffing.query(company, `{ shifts(${args}) { nodes { id } } }`);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test.each([
    ['a filter', '{ facilities(filter: { name: "a\\u0000b" }) { totalCount } }'],
    [
      'a value',
      `mutation { createFacility(input: { organisationId: "${randomUUID()}", name: "a\\u0000b", timeZone: "Europe/London" }) { __typename } }`,
    ],
  ])(
    '%s with a character that PostgreSQL cannot hold is refused with a sentence',
    async (_what, document) => {
      const { errors } = await staffing.query(company, document);
      expect(errors?.[0]).toMatchObject({
        message: expect.stringContaining('U+0000'),
        extensions: { code: 'BAD_USER_INPUT' },
      });
    },
  );

  test('a day that PostgreSQL does not know is refused with a sentence', async () => {
    for (const filter of ['from: "0000-01-01"', 'startsFrom: "0000-01-01T00:00:00.000Z"']) {
      const { errors } = await staffing.query(company, `{ shifts(filter: { ${filter} }) { totalCount } }`);
      expect(errors?.[0]).toMatchObject({
        message: expect.stringContaining('There is no such day or instant'),
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
  });

  test('a count without rows fetches no rows', async () => {
    const { statements, rows } = await staffing.during(() =>
      staffing.ask(company, '{ shifts { totalCount } }'),
    );
    expect(statements).toHaveLength(1);
    expect(rows).toBe(1);
  });
});
