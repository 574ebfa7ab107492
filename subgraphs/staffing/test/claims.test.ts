import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agentViewer, company, facilityViewer, inHours, startStaffing } from './staffing.ts';

let staffing: Awaited<ReturnType<typeof startStaffing>>;
beforeAll(async () => {
  staffing = await startStaffing();
});
afterAll(() => staffing?.close());

/** An agent with these qualifications, who can ask. */
async function agent(...qualifications: (string | [code: string, expiresOn: string])[]) {
  const personId = randomUUID();
  const id = await staffing.agent(personId);
  for (const qualification of qualifications) {
    const [code, expiresOn] = [qualification].flat();
    await staffing.sql`insert into staffing.agent_qualification (agent_id, code, expires_on)
      values (${id}::uuid, ${code}, ${expiresOn ?? null}::date)`;
  }
  const viewer = agentViewer(personId);
  return {
    id,
    viewer,
    do: (what: 'claimShift' | 'giveBackShift' | 'offerShift' | 'withdrawShiftOffer', shiftId: string) =>
      staffing.change(viewer, what, { id: shiftId }),
  };
}

async function shift(from: number, to: number, more: { facilityId?: string; [field: string]: unknown } = {}) {
  const facilityId = more.facilityId ?? (await staffing.facility());
  const created = await staffing.createShift({
    startsAt: inHours(from),
    endsAt: inHours(to),
    ...more,
    facilityId,
  });
  expect(created.__typename).toBe('CreateShiftPayload');
  return created.shift as { id: string; startsAt: string; endsAt: string };
}

/** Monday of next week but one, so that a test knows which week its shifts are in. */
function hoursToMonday(): number {
  const monday = new Date();
  monday.setUTCHours(6, 0, 0, 0);
  monday.setUTCDate(monday.getUTCDate() + ((8 - monday.getUTCDay()) % 7) + 14);
  return Math.floor((monday.getTime() - Date.now()) / 3_600_000) + 1;
}

describe('claiming', () => {
  test('an agent has the shift that they claim', async () => {
    const { id } = await shift(48, 56);
    const ada = await agent();
    expect(await ada.do('claimShift', id)).toMatchObject({
      __typename: 'ClaimShiftPayload',
      shift: { status: 'ASSIGNED', agent: { id: ada.id } },
    });
  });

  test('of 100 agents at once one has the shift, and the others are told that it is taken', async () => {
    const { id } = await shift(48, 56);
    const agents = await Promise.all(Array.from({ length: 100 }, () => agent()));
    const results = await Promise.all(agents.map((each) => each.do('claimShift', id)));
    const types = results.map((result) => result.__typename).sort();
    expect(types).toEqual(['ClaimShiftPayload', ...Array(99).fill('ShiftAlreadyTaken')]);
    const winner = agents[results.findIndex((result) => result.__typename === 'ClaimShiftPayload')]!;
    const { shift: read } = await staffing.ask(
      company,
      'query ($id: ID!) { shift(id: $id) { agent { id } } }',
      { id },
    );
    expect(read.agent.id).toBe(winner.id);
  });

  test('a shift that overlaps one’s own is refused with where and when that is', async () => {
    const ada = await agent();
    const facilityId = await staffing.facility(randomUUID(), 'St Bride’s');
    const own = await shift(48, 56, { facilityId });
    await ada.do('claimShift', own.id);
    const { id } = await shift(55, 60);
    const refused = await ada.do('claimShift', id);
    expect(refused).toMatchObject({ __typename: 'OverlapsOtherShift', otherShift: { id: own.id } });
    expect(refused.message).toMatch(/^This overlaps your shift at St Bride’s, .+ \(Europe\/London\)\.$/);
  });

  test('of two shifts that overlap, claimed by one agent at once, they have one', async () => {
    const ada = await agent();
    const [one, other] = [await shift(48, 56), await shift(50, 58)];
    const results = await Promise.all([one, other].map(({ id }) => ada.do('claimShift', id)));
    expect(results.map((result) => result.__typename).sort()).toEqual([
      'ClaimShiftPayload',
      'OverlapsOtherShift',
    ]);
  });

  test.each([
    ['nothing', []],
    ['another one', ['care.assistant']],
    ['the one above it', ['nursing']],
    ['one that has expired by then', [['nursing.registered', inHours(24).slice(0, 10)]]],
  ] as [string, (string | [string, string])[]][])(
    'an agent who holds %s is not qualified, and told for what',
    async (_what, held) => {
      const { id } = await shift(96, 104, { qualification: 'nursing.registered' });
      const refused = await (await agent(...held)).do('claimShift', id);
      expect(refused).toMatchObject({
        __typename: 'NotQualified',
        qualification: { code: 'nursing.registered', displayName: 'Registered nurse' },
      });
      expect(refused.message).toContain('Registered nurse');
    },
  );

  test('an agent is told whether a qualification has expired or is about to', async () => {
    const { id } = await shift(96, 104, { qualification: 'care' });
    const told = async (expiresOn: string) =>
      (await (await agent(['care', expiresOn])).do('claimShift', id)).message;
    expect(await told('2020-01-31')).toBe(
      'Not qualified: the shift takes Care, and your qualification expired on 31 Jan 2020.',
    );
    expect(await told(inHours(48).slice(0, 10))).toMatch(
      /and your qualification expires on \d+ \w+ 20\d\d, before the shift ends\.$/,
    );
  });

  test.each([
    ['the same', 'nursing.registered'],
    ['one under it', 'nursing.registered.theatre'],
    ['one that holds on that very day', ['nursing.registered', inHours(104).slice(0, 10)]],
  ] as [string, string | [string, string]][])('an agent who holds %s is qualified', async (_what, held) => {
    const { id } = await shift(96, 104, { qualification: 'nursing.registered' });
    expect(await (await agent(held)).do('claimShift', id)).toMatchObject({
      __typename: 'ClaimShiftPayload',
    });
  });

  test.each([
    ['after', 40, 48],
    ['before', 66, 74],
  ])('too little rest %s another shift is refused, naming both hours', async (side, from, to) => {
    const ada = await agent();
    await ada.do('claimShift', (await shift(52, 60)).id);
    const { id } = await shift(from, to);
    const refused = await ada.do('claimShift', id);
    expect(refused).toMatchObject({ __typename: 'TooLittleRest', requiredHours: 11 });
    expect(refused.hours).toBe(side === 'after' ? 4 : 6);
    expect(refused.message).toContain(
      `Too little rest ${side === 'after' ? 'before' : 'after'} your shift at`,
    );
  });

  test('what is missing is said to the minute, so that nothing sounds like enough', async () => {
    const ada = await agent();
    await ada.do('claimShift', (await shift(48, 56)).id);
    const minutesLater = (minutes: number) =>
      new Date(new Date(inHours(56)).getTime() + minutes * 60_000).toISOString();
    const claim = async (gap: number) => {
      const { id } = await shift(0, 0, { startsAt: minutesLater(gap), endsAt: minutesLater(gap + 60) });
      return (await ada.do('claimShift', id)).message as string | undefined;
    };
    expect(await claim(659)).toMatch(/: 10 hours 59 minutes\. At least 11 hours are needed\.$/);
    expect(await claim(60)).toMatch(/: 1 hour\. At least/);
    expect(await claim(1)).toMatch(/: 1 minute\. At least/);
    expect(await claim(0)).toMatch(/: 0 hours\. At least/);
    expect(await claim(660)).toBeUndefined();
  });

  test('a qualification can ask for more rest than others', async () => {
    const ada = await agent('care.night');
    await ada.do('claimShift', (await shift(48, 56)).id);
    const { id } = await shift(67, 75, { qualification: 'care.night' });
    expect(await ada.do('claimShift', id)).toMatchObject({
      __typename: 'TooLittleRest',
      hours: 11,
      requiredHours: 12,
    });
    expect((await ada.do('claimShift', (await shift(67, 75)).id)).__typename).toBe('ClaimShiftPayload');
  });

  test('more hours than a week may have are refused, breaks taken off', async () => {
    const monday = hoursToMonday();
    const ada = await agent();
    for (const day of [0, 1, 2, 3]) {
      const { id } = await shift(monday + day * 24, monday + day * 24 + 12);
      expect((await ada.do('claimShift', id)).__typename).toBe('ClaimShiftPayload');
    }
    const last = { from: monday + 4 * 24, to: monday + 4 * 24 + 2 };
    expect(await ada.do('claimShift', (await shift(last.from, last.to)).id)).toMatchObject({
      __typename: 'TooManyHours',
      hours: 50,
      allowedHours: 48,
      message: expect.stringMatching(
        /^Too many hours: with this shift your week of .+ 20\d\d has 50 hours\. A week may have 48 hours at most\.$/,
      ),
    });
  });

  test('shifts that together go beyond the week, claimed at once, leave the week within it', async () => {
    const monday = hoursToMonday();
    const ada = await agent();
    const shifts = [];
    for (const day of [0, 1, 2, 3, 4, 5]) shifts.push(await shift(monday + day * 24, monday + day * 24 + 12));
    const results = await Promise.all(shifts.map(({ id }) => ada.do('claimShift', id)));
    const types = results.map((result) => result.__typename).sort();
    expect(types).toEqual([...Array(4).fill('ClaimShiftPayload'), 'TooManyHours', 'TooManyHours']);
  });

  test('a shift that has started, is cancelled, blocked or unknown is refused with the reason', async () => {
    const ada = await agent();
    const started = await shift(-1, 7);
    expect(await ada.do('claimShift', started.id)).toMatchObject({ __typename: 'ShiftHasStarted' });
    const cancelled = await shift(48, 56);
    await staffing.change(company, 'cancelShift', { id: cancelled.id });
    expect(await ada.do('claimShift', cancelled.id)).toMatchObject({ __typename: 'NotPossibleNow' });
    const blocked = await shift(48, 56, { kind: 'PLACEHOLDER' });
    expect(await ada.do('claimShift', blocked.id)).toMatchObject({ __typename: 'NotPossibleNow' });
    expect(await ada.do('claimShift', randomUUID())).toMatchObject({ __typename: 'NotFound' });
  });

  test('the history of a claim names the agent, though the system writes it', async () => {
    const ada = await agent();
    const { id } = await shift(48, 56);
    await ada.do('claimShift', id);
    const rows = await staffing.sql`select actor_person_id, actor_role from staffing.history
      where table_name = 'shift' and row_id = ${id} order by id desc limit 1`;
    expect(rows).toEqual([{ actor_person_id: ada.viewer.personId, actor_role: 'system' }]);
  });
});

describe('when a facility assigns', () => {
  async function planner() {
    const organisationId = randomUUID();
    const facilityId = await staffing.facility(organisationId);
    const viewer = facilityViewer(organisationId);
    return {
      facilityId,
      assign: (id: string, agentId: string, more: object = {}) =>
        staffing.change(viewer, 'assignShift', { id, agentId, ...more }),
    };
  }

  test('the same stands in the way as when an agent claims, without a word of what it may not see', async () => {
    const { facilityId, assign } = await planner();
    const ada = await agent();
    const elsewhere = await staffing.facility(randomUUID(), 'Secret House');
    await ada.do('claimShift', (await shift(48, 56, { facilityId: elsewhere })).id);
    const overlapping = await shift(50, 58, { facilityId });
    const refused = await assign(overlapping.id, ada.id);
    expect(refused).toMatchObject({ __typename: 'OverlapsOtherShift', otherShift: null });
    expect(refused.message).not.toContain('Secret House');
    expect(refused.message).toMatch(/^This agent has another shift elsewhere, .+ \(Europe\/London\)\./);

    const nursing = await shift(96, 104, { facilityId, qualification: 'nursing.registered' });
    expect(await assign(nursing.id, ada.id)).toMatchObject({ __typename: 'NotQualified' });
    const started = await shift(-1, 7, { facilityId });
    expect(await assign(started.id, ada.id)).toMatchObject({ __typename: 'ShiftHasStarted' });
  });

  test('limits of rest and hours are told, and the shift is assigned', async () => {
    const { facilityId, assign } = await planner();
    const ada = await agent();
    await ada.do('claimShift', (await shift(48, 56)).id);
    const { id } = await shift(60, 68, { facilityId });
    expect(await assign(id, ada.id)).toMatchObject({
      __typename: 'AssignShiftPayload',
      shift: { status: 'ASSIGNED' },
      warnings: [
        {
          kind: 'TOO_LITTLE_REST',
          message: expect.stringContaining(': 4 hours. At least 11 hours are needed.'),
        },
      ],
    });
  });

  test('a shift that somebody has is given to another only when that is said', async () => {
    const { facilityId, assign } = await planner();
    const [ada, bob] = [await agent(), await agent()];
    const { id } = await shift(48, 56, { facilityId });
    await ada.do('claimShift', id);
    expect(await assign(id, bob.id)).toMatchObject({ __typename: 'ShiftAlreadyTaken' });
    expect(await assign(id, bob.id, { reassign: true })).toMatchObject({
      shift: { agent: { id: bob.id } },
    });
  });

  test('a facility and an agent who want the same shift at once: one has it, whoever that is', async () => {
    const { facilityId, assign } = await planner();
    for (let round = 0; round < 10; round++) {
      const { id } = await shift(48, 56, { facilityId });
      const [ada, bob] = [await agent(), await agent()];
      const results = await Promise.all([ada.do('claimShift', id), assign(id, bob.id)]);
      expect(results.filter(({ __typename }) => __typename.endsWith('Payload'))).toHaveLength(1);
      expect(results.filter(({ __typename }) => __typename === 'ShiftAlreadyTaken')).toHaveLength(1);
    }
  });
});

describe('giving back and swapping', () => {
  test('a shift is given back up to 24 hours before it starts, and is open again', async () => {
    const ada = await agent();
    const late = await shift(30, 36);
    await ada.do('claimShift', late.id);
    expect(await ada.do('giveBackShift', late.id)).toMatchObject({
      __typename: 'GiveBackShiftPayload',
      shift: { status: 'OPEN', agent: null },
    });
    const soon = await shift(20, 28);
    await ada.do('claimShift', soon.id);
    const refused = await ada.do('giveBackShift', soon.id);
    expect(refused).toMatchObject({ __typename: 'NotPossibleNow' });
    expect(refused.message).toContain('Offer it to other agents');
  });

  test('an offered shift is its agent’s until another claims it, and then the other’s', async () => {
    const [ada, bob] = [await agent(), await agent()];
    const { id } = await shift(20, 28);
    await ada.do('claimShift', id);
    expect(await bob.do('claimShift', id)).toMatchObject({ __typename: 'ShiftAlreadyTaken' });
    expect((await ada.do('offerShift', id)).shift).toMatchObject({
      agent: { id: ada.id },
      offeredAt: expect.any(String),
    });
    expect((await bob.do('claimShift', id)).shift).toMatchObject({ agent: { id: bob.id }, offeredAt: null });
    expect(await ada.do('offerShift', id)).toMatchObject({ __typename: 'NotFound' });
  });

  test('an offer that is withdrawn cannot be claimed', async () => {
    const [ada, bob] = [await agent(), await agent()];
    const { id } = await shift(20, 28);
    await ada.do('claimShift', id);
    await ada.do('offerShift', id);
    expect((await ada.do('withdrawShiftOffer', id)).shift).toMatchObject({ offeredAt: null });
    expect(await bob.do('claimShift', id)).toMatchObject({ __typename: 'ShiftAlreadyTaken' });
    expect(await ada.do('withdrawShiftOffer', id)).toMatchObject({ __typename: 'NotPossibleNow' });
  });

  test('nobody gives back, offers or withdraws another’s shift', async () => {
    const [ada, bob] = [await agent(), await agent()];
    const { id } = await shift(48, 56);
    await ada.do('claimShift', id);
    for (const what of ['giveBackShift', 'offerShift', 'withdrawShiftOffer'] as const) {
      expect(await bob.do(what, id)).toMatchObject({ __typename: 'NotFound' });
    }
  });

  test('what an agent could claim is what the filter finds', async () => {
    const ada = await agent('care');
    const facilityId = await staffing.facility();
    const fitting = await shift(48, 56, { facilityId, qualification: 'care' });
    const bob = await agent();
    const offered = await shift(72, 80, { facilityId });
    await bob.do('claimShift', offered.id);
    await bob.do('offerShift', offered.id);
    await shift(96, 104, { facilityId, qualification: 'nursing' });
    await shift(-1, 7, { facilityId });
    await shift(48, 56, { facilityId, kind: 'PLACEHOLDER' });
    const own = await shift(120, 128, { facilityId });
    await ada.do('claimShift', own.id);
    await shift(122, 130, { facilityId });
    const { shifts } = await staffing.ask(
      ada.viewer,
      'query ($filter: ShiftFilter) { shifts(filter: $filter) { nodes { id } } }',
      { filter: { facilityId, claimableBy: ada.id } },
    );
    expect(shifts.nodes.map(({ id }: { id: string }) => id)).toEqual([fitting.id, offered.id]);
  });

  test('an agent finds shifts by what they have said of the facility, and nobody by what others have said', async () => {
    const ada = await agent();
    const bob = await agent();
    const [liked, avoided, unsaid] = [await shift(48, 56), await shift(60, 68), await shift(72, 80)] as const;
    for (const [{ id }, preference] of [
      [liked, 'preferred'],
      [avoided, 'avoid'],
    ] as const) {
      await staffing.sql`insert into staffing.facility_preference (agent_id, facility_id, preference)
        select ${ada.id}::uuid, facility_id, ${preference} from staffing.shift where id = ${id}::uuid`;
    }
    const mine = [liked.id, avoided.id, unsaid.id];
    const found = async (viewer: typeof ada.viewer, filter: object) => {
      const { shifts } = await staffing.ask(
        viewer,
        'query ($filter: ShiftFilter) { shifts(first: 100, filter: $filter) { nodes { id } } }',
        { filter },
      );
      return shifts.nodes.map(({ id }: { id: string }) => id).filter((id: string) => mine.includes(id));
    };
    expect(await found(ada.viewer, { myPreference: 'PREFERRED' })).toEqual([liked.id]);
    expect(await found(ada.viewer, { withoutAvoided: true })).toEqual([liked.id, unsaid.id]);
    expect(await found(bob.viewer, { withoutAvoided: true })).toEqual(mine);
    expect(await found(company, { myPreference: 'PREFERRED' })).toEqual([]);
    expect(await found(company, { withoutAvoided: true })).toEqual(mine);
  });

  test('an agent reads before claiming what the claim would be refused for, and until when a shift goes back', async () => {
    const ada = await agent();
    const own = await shift(48, 56);
    await ada.do('claimShift', own.id);
    const [tight, free] = [await shift(60, 68), await shift(24 * 20, 24 * 20 + 8)];
    const read = async (viewer: typeof ada.viewer, id: string, fields: string) =>
      (await staffing.ask(viewer, `query ($id: ID!) { shift(id: $id) { ${fields} } }`, { id })).shift;
    const { claimWarnings } = await read(ada.viewer, tight.id, 'claimWarnings { kind message }');
    const refused = await ada.do('claimShift', tight.id);
    expect(refused.__typename).toBe('TooLittleRest');
    expect(claimWarnings).toEqual([{ kind: 'TOO_LITTLE_REST', message: refused.message }]);
    for (const id of [free.id, own.id]) {
      expect(await read(ada.viewer, id, 'claimWarnings { kind }')).toEqual({ claimWarnings: [] });
    }
    const { giveBackUntil } = await read(ada.viewer, own.id, 'giveBackUntil');
    expect(Date.parse(own.startsAt) - Date.parse(giveBackUntil)).toBe(24 * 3_600_000);
  });
});
