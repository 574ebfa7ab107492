import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agentViewer, at, company, facilityViewer, inHours, startStaffing } from './staffing.ts';

let staffing: Awaited<ReturnType<typeof startStaffing>>;
beforeAll(async () => {
  staffing = await startStaffing();
});
afterAll(() => staffing?.close());

/** A facility with somebody who plans for it. */
async function planned(timeZone?: string) {
  const organisationId = randomUUID();
  const facilityId = await staffing.facility(organisationId, 'Elm House', timeZone);
  const viewer = facilityViewer(organisationId);
  return {
    facilityId,
    organisationId,
    viewer,
    do: (what: string, input: object) => staffing.change(viewer, what, input),
    create: (input: object) =>
      staffing.change(viewer, 'createShift', {
        facilityId,
        startsAt: inHours(48),
        endsAt: inHours(56),
        ...input,
      }),
  };
}

describe('what a facility may do with its shifts', () => {
  test('it creates open and assigned ones and placeholders, moves, notes, assigns, unassigns and cancels', async () => {
    const elm = await planned();
    const agentId = await staffing.agent();
    const { shift } = await elm.create({ note: 'Ring twice', breakMinutes: 30, qualification: 'care' });
    expect(shift).toMatchObject({
      status: 'OPEN',
      kind: 'WORK',
      note: 'Ring twice',
      plannedMinutes: 450,
      qualification: { code: 'care' },
    });
    const moved = await elm.do('updateShift', {
      id: shift.id,
      endsAt: inHours(57),
      note: null,
      qualification: null,
    });
    expect(moved.shift).toMatchObject({ endsAt: inHours(57), note: null, qualification: null });
    expect((await elm.do('assignShift', { id: shift.id, agentId })).shift.status).toBe('ASSIGNED');
    expect((await elm.do('unassignShift', { id: shift.id })).shift).toMatchObject({
      status: 'OPEN',
      agent: null,
    });
    expect((await elm.do('cancelShift', { id: shift.id, reason: 'Closed for repairs' })).shift).toMatchObject(
      {
        status: 'CANCELLED',
        cancellationReason: 'Closed for repairs',
      },
    );
    expect((await elm.create({ agentId })).shift.status).toBe('ASSIGNED');
    expect((await elm.create({ kind: 'PLACEHOLDER' })).shift).toMatchObject({
      kind: 'PLACEHOLDER',
      agent: null,
    });
  });

  test('what was cancelled by mistake comes back, with its agent unless that is not wanted', async () => {
    const elm = await planned();
    const agentId = await staffing.agent();
    const { shift } = await elm.create({ agentId });
    await elm.do('cancelShift', { id: shift.id });
    expect((await elm.do('reopenShift', { id: shift.id })).shift).toMatchObject({
      status: 'ASSIGNED',
      agent: { id: agentId },
      cancellationReason: null,
    });
    await elm.do('cancelShift', { id: shift.id });
    await elm.create({ agentId });
    expect(await elm.do('reopenShift', { id: shift.id })).toMatchObject({ __typename: 'OverlapsOtherShift' });
    expect((await elm.do('reopenShift', { id: shift.id, keepAgent: false })).shift).toMatchObject({
      status: 'OPEN',
      agent: null,
    });
  });

  test('it confirms hours once a shift has ended, as planned or as worked, and only once', async () => {
    const elm = await planned();
    const worked = async (from: number, to: number) =>
      (
        await staffing.createShift({
          facilityId: elm.facilityId,
          agentId: await staffing.agent(),
          startsAt: inHours(from),
          endsAt: inHours(to),
          breakMinutes: 60,
        })
      ).shift.id;
    const asPlanned = await worked(-10, -2);
    expect((await elm.do('confirmShift', { id: asPlanned })).shift).toMatchObject({
      status: 'COMPLETED',
      workedMinutes: 420,
    });
    expect(await elm.do('confirmShift', { id: asPlanned })).toMatchObject({ __typename: 'NotPossibleNow' });
    const longer = await worked(-30, -22);
    expect((await elm.do('confirmShift', { id: longer, workedMinutes: 450 })).shift.workedMinutes).toBe(450);
    expect(await elm.do('confirmShift', { id: await worked(-40, -32), workedMinutes: 2000 })).toMatchObject({
      __typename: 'InvalidInput',
      field: 'workedMinutes',
    });
    expect(await elm.do('confirmShift', { id: await worked(-2, 3) })).toMatchObject({
      __typename: 'NotPossibleNow',
      message: expect.stringContaining('once the shift has ended'),
    });
  });

  test('completed shifts do not change any more, and say whom to ask; the company can correct them', async () => {
    const elm = await planned();
    const { shift } = await staffing.createShift({
      facilityId: elm.facilityId,
      agentId: await staffing.agent(),
      startsAt: inHours(-10),
      endsAt: inHours(-2),
    });
    await elm.do('confirmShift', { id: shift.id });
    for (const [what, input] of [
      ['updateShift', { note: 'Late' }],
      ['reopenShift', {}],
    ] as const) {
      expect(await elm.do(what, { id: shift.id, ...input })).toMatchObject({
        __typename: 'NotPermitted',
        message: expect.stringContaining('support staff'),
      });
    }
    expect(await elm.do('cancelShift', { id: shift.id })).toMatchObject({ __typename: 'NotPossibleNow' });
    expect((await staffing.change(company, 'reopenShift', { id: shift.id })).shift).toMatchObject({
      status: 'ASSIGNED',
      workedMinutes: null,
    });
  });

  test('a shift that has started is not cancelled, moved, taken away or made in the past', async () => {
    const elm = await planned();
    const { shift } = await staffing.createShift({
      facilityId: elm.facilityId,
      agentId: await staffing.agent(),
      startsAt: inHours(-1),
      endsAt: inHours(7),
    });
    for (const [what, input] of [
      ['cancelShift', {}],
      ['unassignShift', {}],
      ['updateShift', { endsAt: inHours(8) }],
    ] as const) {
      expect(await elm.do(what, { id: shift.id, ...input }), what).toMatchObject({
        __typename: 'NotPossibleNow',
        message: expect.stringContaining('has started'),
      });
    }
    expect((await elm.do('updateShift', { id: shift.id, note: 'Running late' })).shift.note).toBe(
      'Running late',
    );
    expect(await elm.create({ startsAt: inHours(-3), endsAt: inHours(5) })).toMatchObject({
      __typename: 'NotPossibleNow',
    });
    const { shift: coming } = await elm.create({});
    expect(await elm.do('updateShift', { id: coming.id, startsAt: inHours(-1) })).toMatchObject({
      __typename: 'NotPossibleNow',
    });
  });

  test('another facility’s shifts are not there for it, to see, to make or to change', async () => {
    const [elm, oak] = [await planned(), await planned()];
    const { shift } = await oak.create({});
    for (const what of ['updateShift', 'unassignShift', 'cancelShift', 'reopenShift', 'confirmShift']) {
      expect(await elm.do(what, { id: shift.id }), what).toMatchObject({ __typename: 'NotFound' });
    }
    expect(await elm.do('assignShift', { id: shift.id, agentId: await staffing.agent() })).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await elm.create({ facilityId: oak.facilityId })).toMatchObject({ __typename: 'NotFound' });
  });

  test('a shift that an agent can see is still not theirs to plan', async () => {
    const elm = await planned();
    const { shift } = await elm.create({});
    const personId = randomUUID();
    await staffing.agent(personId);
    for (const [what, input] of [
      ['updateShift', { note: 'mine' }],
      ['cancelShift', {}],
    ] as const) {
      const refused = await staffing.change(agentViewer(personId), what, { id: shift.id, ...input });
      expect(refused.__typename).toMatch(/^Not/);
    }
    expect(await staffing.sql`select note, status from staffing.shift where id = ${shift.id}::uuid`).toEqual([
      { note: null, status: 'open' },
    ]);
  });

  test('the company alone sets rates', async () => {
    const elm = await planned();
    const { shift } = await elm.create({});
    const rate = { amountMinor: 2450, currency: 'GBP' };
    expect((await staffing.change(company, 'setShiftRate', { id: shift.id, rate })).shift.rate).toEqual(rate);
    expect(
      await staffing.change(elm.viewer, 'setShiftRate', { id: shift.id, rate: { ...rate, amountMinor: 1 } }),
    ).toMatchObject({ __typename: 'NotPermitted' });
    expect(
      await staffing.change(company, 'setShiftRate', {
        id: shift.id,
        rate: { amountMinor: 1, currency: 'pounds' },
      }),
    ).toMatchObject({ __typename: 'InvalidInput', field: 'rate' });
    expect((await staffing.change(company, 'setShiftRate', { id: shift.id })).shift.rate).toBeNull();
  });

  test('a change made from what is no longer there is refused', async () => {
    const elm = await planned();
    const { shift } = await elm.create({});
    await elm.do('updateShift', { id: shift.id, note: 'first' });
    expect(
      await elm.do('updateShift', { id: shift.id, revision: shift.revision, note: 'second' }),
    ).toMatchObject({
      __typename: 'NotPossibleNow',
      message: expect.stringContaining('Somebody else has changed this shift'),
    });
  });

  test.each([
    ['breakMinutes', { breakMinutes: 480 }],
    ['breakMinutes', { breakMinutes: -1 }],
    ['note', { note: ' ' }],
    ['qualification', { qualification: 'wizardry' }],
    ['kind', { kind: 'PLACEHOLDER', qualification: 'care' }],
  ])('a value of %s that cannot be is refused at it: %j', async (field, wrong) => {
    const elm = await planned();
    expect(await elm.create(wrong)).toMatchObject({ __typename: 'InvalidInput', field });
  });

  test('a qualification that is gone from the reference data is shown by its code, and stays', async () => {
    const elm = await planned();
    const { shift } = await elm.create({});
    await staffing.sql`update staffing.shift set qualification = 'nursing.matron' where id = ${shift.id}::uuid`;
    const { shift: read } = await staffing.ask(
      elm.viewer,
      'query ($id: ID!) { shift(id: $id) { qualification { code displayName isKnown parents { code } } } }',
      { id: shift.id },
    );
    expect(read.qualification).toEqual({
      code: 'nursing.matron',
      displayName: 'nursing.matron',
      isKnown: false,
      parents: [],
    });
    for (const qualification of ['nursing', 'nursing.matron']) {
      const { shifts } = await staffing.ask(
        elm.viewer,
        'query ($filter: ShiftFilter) { shifts(filter: $filter) { nodes { id } } }',
        { filter: { qualification } },
      );
      expect(shifts.nodes).toEqual([{ id: shift.id }]);
    }
    const changed = await elm.do('updateShift', { id: shift.id, note: 'Still fine' });
    expect(changed.shift.qualification.code).toBe('nursing.matron');
  });
});

describe('days and clocks', () => {
  test.each([
    ['the clocks go forward', '2055-03-27T22:00:00.000Z', '2055-03-28T05:00:00.000Z', 420],
    ['the clocks go back', '2055-10-30T21:00:00.000Z', '2055-10-31T06:00:00.000Z', 540],
    ['nothing happens to the clocks', '2055-06-01T21:00:00.000Z', '2055-06-02T05:00:00.000Z', 480],
  ])(
    'a night from 22:00 to 06:00 in London when %s has the hours that pass',
    async (_when, startsAt, endsAt, minutes) => {
      const elm = await planned();
      expect((await elm.create({ startsAt, endsAt })).shift).toMatchObject({
        plannedMinutes: minutes,
        startsOn: startsAt.slice(0, 10),
      });
    },
  );

  test('a shift belongs to the day that its facility’s clocks show, and the days of a filter are those', async () => {
    const organisationId = randomUUID();
    const places = { 'Pacific/Auckland': '', 'Europe/London': '', 'America/Los_Angeles': '' };
    const startsAt = '2055-06-01T23:30:00.000Z';
    for (const zone of Object.keys(places) as (keyof typeof places)[]) {
      const facilityId = await staffing.facility(organisationId, zone, zone);
      places[zone] = (
        await staffing.createShift({ facilityId, startsAt, endsAt: '2055-06-02T06:00:00.000Z' })
      ).shift.id;
    }
    const found = async (from: string, to: string) => {
      const { shifts } = await staffing.ask(
        company,
        'query ($filter: ShiftFilter) { shifts(filter: $filter) { nodes { id startsOn } } }',
        { filter: { organisationId, from, to } },
      );
      return new Map(
        shifts.nodes.map(({ id, startsOn }: { id: string; startsOn: string }) => [id, startsOn]),
      );
    };
    expect(await found('2055-06-01', '2055-06-01')).toEqual(
      new Map([[places['America/Los_Angeles'], '2055-06-01']]),
    );
    expect(await found('2055-06-02', '2055-06-02')).toEqual(
      new Map([
        [places['Pacific/Auckland'], '2055-06-02'],
        [places['Europe/London'], '2055-06-02'],
      ]),
    );
  });

  test('when a facility moves to another zone or organisation, its shifts follow', async () => {
    const elm = await planned('Europe/London');
    const { shift } = await elm.create({
      startsAt: '2055-06-01T22:30:00.000Z',
      endsAt: '2055-06-02T06:00:00.000Z',
    });
    expect(shift.startsOn).toBe('2055-06-01');
    // Shifts that the facility could not change any more follow as well.
    for (const from of [-1, -10]) {
      const made = await staffing.createShift({
        facilityId: elm.facilityId,
        agentId: await staffing.agent(),
        startsAt: inHours(from),
        endsAt: inHours(from + 8),
      });
      if (from === -10) await elm.do('confirmShift', { id: made.shift.id });
    }
    expect(await elm.do('updateFacility', { id: elm.facilityId, timeZone: 'Europe/Berlin' })).toMatchObject({
      __typename: 'UpdateFacilityPayload',
    });
    const read = async (viewer = elm.viewer) =>
      (await staffing.ask(viewer, 'query ($id: ID!) { shift(id: $id) { startsOn } }', { id: shift.id }))
        .shift;
    expect(await read()).toEqual({ startsOn: '2055-06-02' });
    const other = randomUUID();
    await staffing.change(company, 'moveFacility', { id: elm.facilityId, organisationId: other });
    expect(await read()).toBeNull();
    expect(await read(facilityViewer(other))).toEqual({ startsOn: '2055-06-02' });
  });
});

describe('totals', () => {
  test('are of the whole list by the same filter, whatever the page, and cost one statement for all lists', async () => {
    const elm = await planned();
    const agentId = await staffing.agent();
    const { facilityId } = elm;
    const day = (n: number) => ({
      facilityId,
      startsAt: at('07:00', n),
      endsAt: at('15:00', n),
      breakMinutes: 30,
    });
    await staffing.createShift({ ...day(-20), agentId });
    const done = await staffing.createShift({ ...day(-19), agentId });
    await staffing.change(company, 'confirmShift', { id: done.shift.id, workedMinutes: 400 });
    await staffing.createShift(day(-18));
    const gone = await staffing.createShift(day(-17));
    await staffing.change(company, 'cancelShift', { id: gone.shift.id });
    await staffing.createShift({ ...day(-16), kind: 'PLACEHOLDER' });
    const totals = 'totals { plannedMinutes workedMinutes open assigned cancelled completed placeholders }';
    const all = {
      plannedMinutes: 1350,
      workedMinutes: 400,
      open: 1,
      assigned: 1,
      cancelled: 1,
      completed: 1,
      placeholders: 1,
    };
    const { result, statements } = await staffing.during(() =>
      staffing.ask(
        elm.viewer,
        `query ($filter: ShiftFilter) {
          shifts(first: 1) { nodes { id } ${totals} }
          some: shifts(first: 1, filter: $filter) { ${totals} }
          facilities { nodes { shifts(first: 1) { ${totals} } } }
        }`,
        { filter: { status: ['OPEN', 'ASSIGNED'] } },
      ),
    );
    expect(result.shifts.totals).toEqual(all);
    expect(result.some.totals).toEqual({
      ...all,
      plannedMinutes: 900,
      workedMinutes: 0,
      cancelled: 0,
      completed: 0,
      placeholders: 1,
    });
    expect(result.facilities.nodes[0].shifts.totals).toEqual(all);
    expect(statements).toHaveLength(5);
  });
});
