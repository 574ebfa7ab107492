import { randomUUID } from 'node:crypto';
import type { Viewer } from '@guildhall/kit/viewer';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agentViewer, company, facilityViewer, startStaffing } from './staffing.ts';

let staffing: Awaited<ReturnType<typeof startStaffing>>;
beforeAll(async () => {
  staffing = await startStaffing();
});
afterAll(() => staffing?.close());

const monday = '2055-04-05';
const nextMonday = '2055-04-12';

interface Slot {
  weekday: string;
  startsAt: string;
  durationMinutes: number;
  breakMinutes?: number;
  kind?: string;
  qualification?: string | null;
  agentId?: string | null;
  note?: string | null;
}
interface Planned {
  startsAt: string;
  endsAt: string;
  collisions: { kind: string; message: string; otherShift: { id: string } | null }[];
}

const early: Slot = { weekday: 'MONDAY', startsAt: '07:00', durationMinutes: 480 };

/** A facility with the planner who works for it. */
async function place({ name = 'Elm House', timeZone = 'Europe/London', organisationId = randomUUID() } = {}) {
  const facilityId = await staffing.facility(organisationId, name, timeZone);
  return { facilityId, planner: facilityViewer(organisationId), organisationId };
}

const slotFields =
  'slots { weekday startsAt durationMinutes breakMinutes kind qualification { code } agent { id } note }';
const plannedFields =
  'startsAt endsAt breakMinutes kind qualification { code } agent { id } note collisions { kind message otherShift { id } }';
const warned = 'warnings { kind message }';
const planFields = `facility { id } week collisionCount shifts { ${plannedFields} ${warned} }`;

async function mutate(
  viewer: Viewer,
  name: string,
  payload: string,
  input: object,
  more = '... on InvalidInput { field }',
) {
  const Name = name[0]!.toUpperCase() + name.slice(1);
  const data = await staffing.ask(
    viewer,
    `mutation ($input: ${Name}Input!) {
      result: ${name}(input: $input) { __typename ... on Refusal { message } ... on ${Name}Payload { ${payload} } ${more} }
    }`,
    { input },
  );
  return data.result;
}

const createTemplate = (viewer: Viewer, facilityId: string, slots: Slot[], name: string = randomUUID()) =>
  mutate(viewer, 'createRotaTemplate', `rotaTemplate { id name ${slotFields} }`, { facilityId, name, slots });

async function template(facilityId: string, slots: Slot[]): Promise<string> {
  const result = await createTemplate(company, facilityId, slots);
  if (!result.rotaTemplate) throw new Error(JSON.stringify(result));
  return result.rotaTemplate.id;
}

const refusedWeek = `... on InvalidInput { field } ... on RotaCollides { plan { ${planFields} } }`;
const weekPayload = `shifts { id startsAt endsAt status agent { id } } skipped { ${plannedFields} } ${warned}`;
const createWeek = (viewer: Viewer, input: object) =>
  mutate(viewer, 'createWeekFromTemplate', weekPayload, input, refusedWeek);
const copyWeek = (viewer: Viewer, input: object) =>
  mutate(viewer, 'copyWeek', weekPayload, input, refusedWeek);

async function planFromTemplate(viewer: Viewer, templateId: string, week = monday, keepAgents?: boolean) {
  const { plan } = await staffing.ask(
    viewer,
    `query ($templateId: ID!, $week: LocalDate!, $keepAgents: Boolean! = true) {
      plan: rotaPlanFromTemplate(templateId: $templateId, week: $week, keepAgents: $keepAgents) { ${planFields} }
    }`,
    { templateId, week, keepAgents },
  );
  return plan;
}

async function planFromWeek(viewer: Viewer, facilityId: string, from: string, to: string) {
  const { plan } = await staffing.ask(
    viewer,
    `query ($facilityId: ID!, $from: LocalDate!, $to: LocalDate!) {
      plan: rotaPlanFromWeek(facilityId: $facilityId, from: $from, to: $to) { ${planFields} }
    }`,
    { facilityId, from, to },
  );
  return plan;
}

const kinds = (plan: { shifts: Planned[] }) =>
  plan.shifts.map(({ collisions }) => collisions.map(({ kind }) => kind));

const shiftsAt = (facilityId: string) =>
  staffing.sql`select id, status, kind, qualification, note, break_minutes as "breakMinutes", rate_minor as "rateMinor"
    from staffing.shift where facility_id = ${facilityId} order by starts_at, id`;

async function countSlots(templateId: string): Promise<number> {
  return (await staffing.sql`select from staffing.rota_slot where template_id = ${templateId}`).length;
}

/** A shift as it stands in the database, of any status and time. */
async function shift(
  facilityId: string,
  startsAt: string,
  endsAt: string,
  {
    status = 'open',
    agentId = null,
    kind = 'work',
    qualification = null,
    breakMinutes = 0,
    note = null,
  }: {
    status?: string;
    agentId?: string | null;
    kind?: string;
    qualification?: string | null;
    breakMinutes?: number;
    note?: string | null;
  } = {},
): Promise<{ id: string }> {
  const [row] = await staffing.sql`
    insert into staffing.shift
      (facility_id, starts_at, ends_at, status, agent_id, kind, qualification, break_minutes, note)
    values (${facilityId}, ${startsAt}, ${endsAt}, ${status}, ${agentId}, ${kind}, ${qualification}, ${breakMinutes}, ${note})
    returning id`;
  return row;
}

const qualify = (agentId: string, code: string, expiresOn: string | null = null) =>
  staffing.sql`insert into staffing.agent_qualification (agent_id, code, expires_on)
    values (${agentId}, ${code}, ${expiresOn})`;

/** What the clocks of a zone show, by the runtime's own calendar. */
function onTheWall(instant: string | Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return format.format(new Date(instant));
}

describe('templates', () => {
  test('a template keeps its slots by weekday and start, and a facility lists its templates by name', async () => {
    const { facilityId, planner } = await place();
    const agentId = await staffing.agent();
    const night: Slot = {
      weekday: 'SUNDAY',
      startsAt: '22:00',
      durationMinutes: 480,
      breakMinutes: 30,
      kind: 'WORK',
      qualification: 'nursing.registered',
      agentId,
      note: 'Bring the keys.',
    };
    const block: Slot = { weekday: 'MONDAY', startsAt: '00:05', durationMinutes: 1440, kind: 'PLACEHOLDER' };
    const { rotaTemplate } = await createTemplate(planner, facilityId, [night, early, block], 'Winter');
    const { agentId: _, ...rest } = night;
    const nothing = { breakMinutes: 0, kind: 'WORK', qualification: null, agent: null, note: null };
    const slots = [
      { ...nothing, ...block },
      { ...nothing, ...early },
      { ...rest, qualification: { code: 'nursing.registered' }, agent: { id: agentId } },
    ];
    expect(rotaTemplate).toMatchObject({ name: 'Winter', slots });

    await createTemplate(planner, facilityId, [], 'Summer');
    const { facility, rotaTemplate: read } = await staffing.ask(
      planner,
      `query ($facility: ID!, $template: ID!) {
        facility(id: $facility) { rotaTemplates { name ${slotFields} } }
        rotaTemplate(id: $template) { facility { id } ${slotFields} }
      }`,
      { facility: facilityId, template: rotaTemplate.id },
    );
    expect(facility.rotaTemplates).toEqual([
      { name: 'Summer', slots: [] },
      { name: 'Winter', slots },
    ]);
    expect(read).toEqual({ facility: { id: facilityId }, slots });
  });

  test('a name is given once at each facility', async () => {
    const { facilityId } = await place();
    const other = await place();
    await createTemplate(company, facilityId, [], 'Summer');
    const second = await createTemplate(company, facilityId, [], 'Winter');
    expect((await createTemplate(company, other.facilityId, [], 'Summer')).rotaTemplate.name).toBe('Summer');
    expect((await createTemplate(company, facilityId, [], 'Summer')).__typename).toBe('AlreadyExists');
    const fromWeek = { facilityId, name: 'Summer', week: monday };
    expect(
      (await mutate(company, 'createRotaTemplateFromWeek', 'rotaTemplate { id }', fromWeek)).__typename,
    ).toBe('AlreadyExists');
    const rename = { id: second.rotaTemplate.id, name: 'Summer' };
    expect((await mutate(company, 'updateRotaTemplate', 'rotaTemplate { id }', rename)).__typename).toBe(
      'AlreadyExists',
    );
  });

  test('changing a template replaces its slots when some are given, and keeps what is left out', async () => {
    const { facilityId, planner } = await place();
    const id = await template(facilityId, [early, { ...early, weekday: 'FRIDAY' }]);
    const update = (input: object) =>
      mutate(planner, 'updateRotaTemplate', `rotaTemplate { name ${slotFields} }`, { id, ...input });
    const renamed = await update({ name: 'Easter' });
    expect(renamed.rotaTemplate).toMatchObject({ name: 'Easter', slots: [{}, {}] });
    const replaced = await update({ slots: [{ ...early, weekday: 'SATURDAY' }] });
    expect(replaced.rotaTemplate).toMatchObject({ name: 'Easter', slots: [{ weekday: 'SATURDAY' }] });
    const refused = await update({ slots: [early, { ...early, startsAt: '7:00' }] });
    expect(refused).toMatchObject({ __typename: 'InvalidInput', field: 'slots.1.startsAt' });
    expect(await countSlots(id)).toBe(1);
  });

  test('two changes of the slots of one template in one request each answer with their own', async () => {
    const { facilityId } = await place();
    const id = await template(facilityId, [early]);
    const { first, second } = await staffing.ask(
      company,
      `mutation ($first: UpdateRotaTemplateInput!, $second: UpdateRotaTemplateInput!) {
        first: updateRotaTemplate(input: $first) { ... on UpdateRotaTemplatePayload { rotaTemplate { slots { weekday } } } }
        second: updateRotaTemplate(input: $second) { ... on UpdateRotaTemplatePayload { rotaTemplate { slots { weekday } } } }
      }`,
      {
        first: { id, slots: [{ ...early, weekday: 'TUESDAY' }] },
        second: { id, slots: [{ ...early, weekday: 'FRIDAY' }] },
      },
    );
    expect(first.rotaTemplate.slots).toEqual([{ weekday: 'TUESDAY' }]);
    expect(second.rotaTemplate.slots).toEqual([{ weekday: 'FRIDAY' }]);
  });

  test('of many who replace the slots at once, the slots of one remain', async () => {
    const { facilityId } = await place();
    const id = await template(facilityId, [early]);
    const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
    await Promise.all(
      days.map((weekday) => {
        const slots = Array(3).fill({ ...early, weekday });
        return mutate(company, 'updateRotaTemplate', 'rotaTemplate { id }', { id, slots });
      }),
    );
    const remaining = await staffing.sql`select weekday from staffing.rota_slot where template_id = ${id}`;
    expect(remaining).toHaveLength(3);
    expect(new Set(remaining.map(({ weekday }) => weekday)).size).toBe(1);
  });

  test('a template is deleted once, with its slots, and the shifts made from it stay', async () => {
    const { facilityId, planner } = await place();
    const templateId = await template(facilityId, [early]);
    await createWeek(planner, { templateId, week: monday });
    const remove = () => mutate(planner, 'deleteRotaTemplate', 'id', { id: templateId }, '');
    expect(await remove()).toEqual({ __typename: 'DeleteRotaTemplatePayload', id: templateId });
    expect((await remove()).__typename).toBe('NotFound');
    expect(await countSlots(templateId)).toBe(0);
    expect(await shiftsAt(facilityId)).toHaveLength(1);
  });

  test.each<[string, Partial<Slot>]>([
    ['startsAt', { startsAt: '24:00' }],
    ['startsAt', { startsAt: '07:00:30' }],
    ['durationMinutes', { durationMinutes: 0 }],
    ['durationMinutes', { durationMinutes: 1441 }],
    ['breakMinutes', { breakMinutes: -1 }],
    ['breakMinutes', { breakMinutes: 480 }],
    ['qualification', { qualification: 'nursing.imaginary' }],
    ['qualification', { qualification: 'care', kind: 'PLACEHOLDER' }],
    ['agentId', { agentId: 'Ada' }],
    ['agentId', { agentId: randomUUID(), kind: 'PLACEHOLDER' }],
    ['note', { note: '  ' }],
    ['note', { note: 'x'.repeat(2001) }],
  ])('a slot whose %s is no good is refused at its place', async (field, wrong) => {
    const { facilityId } = await place();
    expect(await createTemplate(company, facilityId, [early, { ...early, ...wrong }])).toMatchObject({
      __typename: 'InvalidInput',
      field: `slots.1.${field}`,
    });
  });

  test('what else a template cannot be is refused: too many slots, no name, an agent or facility that is not there', async () => {
    const { facilityId } = await place();
    const missing = randomUUID();
    expect(await createTemplate(company, facilityId, Array(501).fill(early))).toMatchObject({
      __typename: 'InvalidInput',
      field: 'slots',
    });
    expect(await createTemplate(company, facilityId, [], ' ')).toMatchObject({
      __typename: 'InvalidInput',
      field: 'name',
    });
    const agents = [await staffing.agent(), missing];
    expect(
      await createTemplate(
        company,
        facilityId,
        agents.map((agentId) => ({ ...early, agentId })),
      ),
    ).toMatchObject({ __typename: 'NotFound', message: expect.stringContaining(missing) });
    for (const id of [missing, 'no id']) {
      expect((await createTemplate(company, id, [])).__typename).toBe('NotFound');
    }
  });

  test('a template from a week has a slot for each shift that is not cancelled, by the clocks of the facility', async () => {
    const { facilityId, planner } = await place({ timeZone: 'America/New_York' });
    const agentId = await staffing.agent();
    const nurse = { qualification: 'nursing.registered', breakMinutes: 45, note: 'Ward 2' };
    // Monday 00:00 and Sunday 23:30 in New York; the week before and after begin a minute away.
    await shift(facilityId, '2055-04-05T03:59:00Z', '2055-04-05T08:00:00Z');
    await shift(facilityId, '2055-04-05T04:00:00Z', '2055-04-05T08:00:00Z', { kind: 'placeholder' });
    await shift(facilityId, '2055-04-07T12:00:00Z', '2055-04-07T20:00:00Z', { status: 'cancelled' });
    await shift(facilityId, '2055-04-12T03:30:00Z', '2055-04-12T11:30:00Z', {
      ...nurse,
      agentId,
      status: 'assigned',
    });
    await shift(facilityId, '2055-04-12T04:00:00Z', '2055-04-12T11:30:00Z');
    const { rotaTemplate } = await mutate(
      planner,
      'createRotaTemplateFromWeek',
      `rotaTemplate { name ${slotFields} }`,
      { facilityId, name: 'As in April', week: monday },
    );
    expect(rotaTemplate).toEqual({
      name: 'As in April',
      slots: [
        {
          weekday: 'MONDAY',
          startsAt: '00:00',
          durationMinutes: 240,
          breakMinutes: 0,
          kind: 'PLACEHOLDER',
          qualification: null,
          agent: null,
          note: null,
        },
        {
          weekday: 'SUNDAY',
          startsAt: '23:30',
          durationMinutes: 480,
          breakMinutes: 45,
          kind: 'WORK',
          qualification: { code: 'nursing.registered' },
          agent: { id: agentId },
          note: 'Ward 2',
        },
      ],
    });
  });

  test('a week with a shift that no slot can say is refused, and named', async () => {
    const { facilityId } = await place();
    // 24 hours across the start of summer time are 25 on the wall.
    await shift(facilityId, '2055-03-27T20:00:00Z', '2055-03-28T20:00:00Z');
    const result = await mutate(company, 'createRotaTemplateFromWeek', 'rotaTemplate { id }', {
      facilityId,
      name: 'Easter',
      week: '2055-03-22',
    });
    expect(result).toMatchObject({ __typename: 'InvalidInput', field: 'week' });
    expect(result.message).toContain('27 Mar 2055, 20:00');
  });

  test('fifty templates with their slots and agents cost as many statements as five', async () => {
    const cost = async (count: number) => {
      const { facilityId } = await place();
      for (let index = 0; index < count; index++) {
        await template(facilityId, [{ ...early, agentId: await staffing.agent() }, early]);
      }
      const { result, statements } = await staffing.during(() =>
        staffing.ask(
          company,
          'query ($id: ID!) { facility(id: $id) { rotaTemplates { facility { id } slots { agent { id } } } } }',
          { id: facilityId },
        ),
      );
      expect(result.facility.rotaTemplates).toHaveLength(count);
      return statements.length;
    };
    expect(await cost(50)).toBe(4);
    expect(await cost(5)).toBe(4);
  });
});

describe('the clocks', () => {
  const night = { startsAt: '22:00', durationMinutes: 480 };
  test.each<[string, string, Slot, string, string]>([
    // In London the clocks skip 01:00 to 02:00 on Sunday, 28 March 2055.
    [
      'Europe/London',
      '2055-03-22',
      { weekday: 'SATURDAY', ...night },
      '2055-03-27T22:00Z',
      '2055-03-28T05:00Z',
    ],
    [
      'Europe/London',
      '2055-03-22',
      { weekday: 'SUNDAY', startsAt: '01:30', durationMinutes: 390 },
      '2055-03-28T01:30Z',
      '2055-03-28T07:00Z',
    ],
    [
      'Europe/London',
      '2055-03-22',
      { ...early, weekday: 'SATURDAY', durationMinutes: 1440 },
      '2055-03-27T07:00Z',
      '2055-03-28T06:00Z',
    ],
    [
      'Europe/London',
      '2055-03-22',
      { ...early, weekday: 'SUNDAY' },
      '2055-03-28T06:00Z',
      '2055-03-28T14:00Z',
    ],
    // They show 01:00 to 02:00 twice on Sunday, 31 October 2055.
    [
      'Europe/London',
      '2055-10-25',
      { weekday: 'SATURDAY', ...night },
      '2055-10-30T21:00Z',
      '2055-10-31T06:00Z',
    ],
    [
      'Europe/London',
      '2055-10-25',
      { weekday: 'SUNDAY', startsAt: '01:30', durationMinutes: 390 },
      '2055-10-31T00:30Z',
      '2055-10-31T08:00Z',
    ],
    // In New York they skip 02:00 to 03:00 on 14 March and show 01:00 to 02:00 twice on 7 November.
    [
      'America/New_York',
      '2055-03-08',
      { weekday: 'SUNDAY', startsAt: '02:15', durationMinutes: 225 },
      '2055-03-14T07:15Z',
      '2055-03-14T10:00Z',
    ],
    [
      'America/New_York',
      '2055-11-01',
      { weekday: 'SATURDAY', ...night },
      '2055-11-07T02:00Z',
      '2055-11-07T11:00Z',
    ],
    // On Lord Howe Island they change by half an hour: 3 October 2055, 02:00 to 02:30.
    [
      'Australia/Lord_Howe',
      '2055-09-27',
      { weekday: 'SATURDAY', ...night },
      '2055-10-02T11:30Z',
      '2055-10-02T19:00Z',
    ],
    ['Asia/Kolkata', monday, { ...early, weekday: 'SUNDAY' }, '2055-04-11T01:30Z', '2055-04-11T09:30Z'],
  ])('in %s, in the week of %s, %j is from %s to %s', async (timeZone, week, slot, startsAt, endsAt) => {
    const { facilityId, planner } = await place({ timeZone });
    const templateId = await template(facilityId, [slot]);
    const iso = (text: string) => new Date(text).toISOString();
    const times = { startsAt: iso(startsAt), endsAt: iso(endsAt) };
    const plan = await planFromTemplate(planner, templateId, week);
    expect(plan).toMatchObject({ week, collisionCount: 0, shifts: [times] });
    expect((await createWeek(planner, { templateId, week })).shifts).toMatchObject([times]);

    // The same on the wall two weeks earlier, as a copy.
    const quiet = new Date(`${week}T00:00Z`);
    quiet.setUTCDate(quiet.getUTCDate() - 14);
    const before = quiet.toISOString().slice(0, 10);
    await createWeek(planner, { templateId, week: before });
    await staffing.sql`delete from staffing.shift where facility_id = ${facilityId} and starts_at = ${times.startsAt}`;
    expect(await planFromWeek(planner, facilityId, before, week)).toMatchObject({
      collisionCount: 0,
      shifts: [times],
    });
  });

  test.each<[string, string, Slot, RegExp]>([
    [
      'would last longer than a day',
      '2055-10-25',
      { ...early, weekday: 'SATURDAY', durationMinutes: 1440 },
      /Elm House from 30 Oct 2055, 07:00 to 31 Oct 2055, 07:00 \(Europe\/London\) would last longer than 24 hours/,
    ],
    [
      'would end before it starts',
      '2055-03-22',
      { weekday: 'SUNDAY', startsAt: '01:30', durationMinutes: 45 },
      /28 Mar 2055, 01:30 to 28 Mar 2055, 02:15 .* would end before it has started/,
    ],
    [
      'would be no longer than its break',
      '2055-03-22',
      { weekday: 'SUNDAY', startsAt: '00:30', durationMinutes: 90, breakMinutes: 30 },
      /would be no longer than its break/,
    ],
  ])('a shift that by a change of the clocks %s collides', async (_what, week, slot, message) => {
    const { facilityId, planner } = await place();
    const templateId = await template(facilityId, [slot, early]);
    const plan = await planFromTemplate(planner, templateId, week);
    expect(kinds(plan)).toEqual([[], ['CLOCK_CHANGE']]);
    expect(plan.shifts[1].collisions[0].message).toMatch(message);
    expect((await createWeek(planner, { templateId, week })).__typename).toBe('RotaCollides');
    expect(await shiftsAt(facilityId)).toEqual([]);
    const rest = await createWeek(planner, { templateId, week, skipColliding: true });
    expect(rest.shifts).toHaveLength(1);
  });

  test('a copied week has the weekdays and wall-clock times of the original, whatever the zone and the week', async () => {
    const zones = [
      'Europe/London',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'Africa/Casablanca',
    ];
    const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
    const minutesOf = (wall: string) => Date.parse(`${wall.replace(' ', 'T')}Z`) / 60_000;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...zones),
        fc.integer({ min: 1, max: 300 }),
        fc.array(
          fc.record({
            weekday: fc.constantFrom(...weekdays),
            minute: fc.integer({ min: 0, max: 1439 }),
            durationMinutes: fc.integer({ min: 61, max: 1380 }),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        async (timeZone, weeksLater, drawn) => {
          const { facilityId, planner } = await place({ timeZone });
          const clock = (minute: number) =>
            `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          const templateId = await template(
            facilityId,
            drawn.map(({ minute, ...slot }) => ({ ...slot, startsAt: clock(minute) })),
          );
          // No clock of these zones changes in this week.
          const from = '2055-01-18';
          const to = new Date(`${from}T00:00Z`);
          to.setUTCDate(to.getUTCDate() + 7 * weeksLater);
          const { shifts: originals } = await createWeek(planner, { templateId, week: from });
          const plan = await planFromWeek(planner, facilityId, from, to.toISOString().slice(0, 10));

          const walls = (shifts: Planned[], later: number) =>
            shifts
              .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
              .map((instant) => minutesOf(onTheWall(instant, timeZone)) - later)
              .sort((a, b) => a - b);
          const expected = walls(originals, 0);
          const copied = walls(plan.shifts, 7 * 24 * 60 * weeksLater);
          expect(copied).toHaveLength(expected.length);
          // A time that the clocks skip is up to an hour later on the wall.
          const moved = copied.filter((minute, index) => minute !== expected[index]);
          for (const [index, minute] of copied.entries()) {
            expect(minute - expected[index]!).toBeGreaterThanOrEqual(0);
            expect(minute - expected[index]!).toBeLessThanOrEqual(60);
          }
          const skips = [from, to.toISOString()].some((day) => changesIn(day, timeZone));
          if (!skips) expect(moved).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });
});

/** Whether the clocks of a zone change within eight days of an instant. */
function changesIn(day: string, timeZone: string): boolean {
  const start = new Date(day).getTime();
  const offset = (instant: number) =>
    Date.parse(`${onTheWall(new Date(instant), timeZone).replace(' ', 'T')}Z`) - instant;
  return offset(start - 86_400_000) !== offset(start + 9 * 86_400_000);
}

describe('what collides', () => {
  test('a shift of the agent at the same time, here: the message says where and when, and it is linked', async () => {
    const { facilityId, planner } = await place({ name: 'St Bride’s' });
    const agentId = await staffing.agent();
    const other = await shift(facilityId, '2055-04-05T13:00Z', '2055-04-05T21:00Z', {
      agentId,
      status: 'assigned',
    });
    const templateId = await template(facilityId, [{ ...early, agentId }]);
    const plan = await planFromTemplate(planner, templateId);
    expect(plan).toMatchObject({ facility: { id: facilityId }, week: monday, collisionCount: 1 });
    const [collision] = plan.shifts[0].collisions;
    expect(collision).toMatchObject({ kind: 'AGENT_BUSY', otherShift: { id: other.id } });
    expect(collision.message).toMatch(/St Bride’s, 5 Apr 2055, 14:00.22:00 \(Europe\/London\)/);

    const open = await planFromTemplate(planner, templateId, monday, false);
    expect(open).toMatchObject({ collisionCount: 0, shifts: [{ agent: null }] });
  });

  test('a shift of the agent at another facility: who may see it is told where, others only when', async () => {
    const { facilityId, planner, organisationId } = await place();
    const sister = await place({ name: 'Sister House', timeZone: 'Europe/Paris', organisationId });
    const stranger = await place({ name: 'Strange House', timeZone: 'Europe/Paris' });
    const agentId = await staffing.agent();
    const atSister = await shift(sister.facilityId, '2055-04-05T08:00Z', '2055-04-05T09:00Z', {
      agentId,
      status: 'assigned',
    });
    const atStranger = await shift(stranger.facilityId, '2055-04-05T10:00Z', '2055-04-05T11:00Z', {
      agentId,
      status: 'completed',
    });
    const templateId = await template(facilityId, [{ ...early, agentId }]);

    const told = async (viewer: Viewer) => {
      const plan = await planFromTemplate(viewer, templateId);
      expect(kinds(plan)).toEqual([['AGENT_BUSY', 'AGENT_BUSY']]);
      return plan.shifts[0].collisions as Planned['collisions'];
    };
    const [sisterTold, strangerTold] = await told(planner);
    expect(sisterTold).toMatchObject({ otherShift: { id: atSister.id } });
    expect(sisterTold!.message).toMatch(/at Sister House, 5 Apr 2055, 10:00.11:00 \(Europe\/Paris\)/);
    expect(strangerTold).toMatchObject({ otherShift: null });
    expect(strangerTold!.message).toMatch(/another shift, 5 Apr 2055, 11:00.12:00 \(Europe\/London\)/);
    expect(strangerTold!.message).not.toContain('Strange House');

    const [, all] = await told(company);
    expect(all).toMatchObject({ otherShift: { id: atStranger.id } });
    expect(all!.message).toContain('Strange House');
  });

  test('an earlier shift of the plan itself, when both are one agent’s and overlap', async () => {
    const { facilityId, planner } = await place();
    const agentId = await staffing.agent();
    const templateId = await template(facilityId, [
      { ...early, agentId, durationMinutes: 120 },
      { ...early, agentId, startsAt: '08:59', durationMinutes: 61 },
      { ...early, agentId, startsAt: '10:00' },
      { ...early, agentId: await staffing.agent() },
    ]);
    const plan = await planFromTemplate(planner, templateId);
    expect(kinds(plan)).toEqual([[], [], ['AGENT_BUSY'], []]);
    expect(plan.shifts[2].collisions[0].message).toContain('of this plan at Elm House, 5 Apr 2055, 07:00');
  });

  test('shifts that touch, are cancelled or another agent’s are not in the way', async () => {
    const { facilityId, planner } = await place();
    const other = await place();
    const agentId = await staffing.agent();
    await shift(facilityId, '2055-04-05T02:00Z', '2055-04-05T06:00Z', { agentId, status: 'assigned' });
    await shift(other.facilityId, '2055-04-05T14:00Z', '2055-04-05T20:00Z', { agentId, status: 'assigned' });
    await shift(other.facilityId, '2055-04-05T06:00Z', '2055-04-05T14:00Z', { agentId, status: 'cancelled' });
    await shift(facilityId, '2055-04-05T06:00Z', '2055-04-05T14:00Z', { status: 'cancelled' });
    await shift(facilityId, '2055-04-05T06:00Z', '2055-04-05T13:00Z', {
      agentId: await staffing.agent(),
      status: 'assigned',
    });
    const templateId = await template(facilityId, [{ ...early, agentId }]);
    expect(await planFromTemplate(planner, templateId)).toMatchObject({ collisionCount: 0 });
  });

  test.each<[string, [string, string | null][], boolean]>([
    ['none', [], false],
    ['the one that is needed', [['nursing.registered', null]], true],
    ['one under it', [['nursing.registered.theatre', null]], true],
    ['the one above it', [['nursing', null]], false],
    ['it until that day', [['nursing.registered', '2055-04-05']], true],
    ['it until the day before', [['nursing.registered', '2055-04-04']], false],
    [
      'it no longer, but one under it',
      [
        ['nursing.registered', '2055-01-01'],
        ['nursing.registered.intensive', null],
      ],
      true,
    ],
  ])('an agent who holds %s: %j, qualified %s', async (_what, held, isQualified) => {
    const { facilityId, planner } = await place();
    const agentId = await staffing.agent();
    for (const [code, expiresOn] of held) await qualify(agentId, code, expiresOn);
    await qualify(await staffing.agent(), 'nursing.registered');
    const qualification = 'nursing.registered';
    const templateId = await template(facilityId, [
      { ...early, agentId, qualification },
      { ...early, weekday: 'TUESDAY', qualification },
    ]);
    const plan = await planFromTemplate(planner, templateId);
    expect(kinds(plan)).toEqual([isQualified ? [] : ['AGENT_NOT_QUALIFIED'], []]);
    if (!isQualified) {
      expect(plan.shifts[0].collisions[0].message).toMatch(
        /Elm House, 5 Apr 2055, 07:00.15:00 \(Europe\/London\) takes the qualification Registered nurse/,
      );
    }
    const result = await createWeek(planner, { templateId, week: monday, skipColliding: true });
    expect(result.shifts).toHaveLength(isQualified ? 2 : 1);
  });

  test('a qualification that expires during a night does not carry it', async () => {
    const { facilityId, planner } = await place();
    const qualification = 'care.night';
    const slots: Slot[] = [];
    for (const expiresOn of ['2055-04-05', '2055-04-06']) {
      const agentId = await staffing.agent();
      await qualify(agentId, qualification, expiresOn);
      const startsAt = expiresOn === '2055-04-05' ? '22:00' : '22:30';
      slots.push({ ...early, startsAt, agentId, qualification });
    }
    const plan = await planFromTemplate(planner, await template(facilityId, slots));
    expect(kinds(plan)).toEqual([['AGENT_NOT_QUALIFIED'], []]);
  });

  test('the same shift that is there already, each counted once, whoever has it', async () => {
    const { facilityId, planner } = await place();
    const [ada, bea] = [await staffing.agent(), await staffing.agent()];
    const period = ['2055-04-05T06:00Z', '2055-04-05T14:00Z'] as const;
    const there = await shift(facilityId, ...period, { agentId: ada, status: 'assigned' });
    await shift(facilityId, ...period, { qualification: 'care' });
    await shift(facilityId, ...period, { kind: 'placeholder' });
    await shift((await place()).facilityId, ...period);

    const alike = await planFromTemplate(planner, await template(facilityId, [early, early]));
    expect(kinds(alike).flat()).toEqual(['ALREADY_THERE']);
    const [collision] = alike.shifts.flatMap(({ collisions }: Planned) => collisions);
    expect(collision).toMatchObject({ otherShift: { id: there.id } });
    expect(collision.message).toContain('at Elm House, 5 Apr 2055, 07:00');

    // The one of the same agent is the same one: the other two of the template are missing still.
    const named = await template(facilityId, [early, { ...early, agentId: bea }, { ...early, agentId: ada }]);
    const plan = await planFromTemplate(planner, named);
    const colliding = plan.shifts.filter(({ collisions }: Planned) => collisions.length > 0);
    expect(colliding).toMatchObject([
      { agent: { id: ada }, collisions: [{ kind: 'ALREADY_THERE' }, { kind: 'AGENT_BUSY' }] },
    ]);
  });

  test('a shift that would have started already', async () => {
    const { facilityId } = await place();
    const templateId = await template(facilityId, [early]);
    const plan = await planFromTemplate(company, templateId, '2024-01-01');
    expect(kinds(plan)).toEqual([['IN_THE_PAST']]);
    expect(plan.shifts[0].collisions[0].message).toContain('at Elm House, 1 Jan 2024, 07:00');
    expect((await createWeek(company, { templateId, week: '2024-01-01' })).__typename).toBe('RotaCollides');
  });
});

describe('limits of rest and hours', () => {
  test('are told of a plan, shift by shift, and stand in the way of none', async () => {
    const { facilityId, planner } = await place();
    const stranger = await place({ name: 'Strange House', timeZone: 'Europe/Paris' });
    const agentId = await staffing.agent();
    // Until 23:59 on Sunday in Paris.
    await shift(stranger.facilityId, '2055-04-04T14:00Z', '2055-04-04T21:59Z', {
      agentId,
      status: 'assigned',
    });
    await shift(facilityId, '2055-04-12T00:00Z', '2055-04-12T08:00Z', { agentId, status: 'assigned' });
    const long = { agentId, startsAt: '08:00', durationMinutes: 600 };
    const templateId = await template(facilityId, [
      ...['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'SATURDAY'].map((weekday) => ({ ...long, weekday })),
      { ...long, weekday: 'SUNDAY', durationMinutes: 960 },
      { ...long, weekday: 'FRIDAY', agentId: null },
    ]);
    const plan = await planFromTemplate(planner, templateId);
    expect(plan.collisionCount).toBe(0);
    const told = plan.shifts.map(({ warnings }: { warnings: { kind: string }[] }) =>
      warnings.map(({ kind }) => kind),
    );
    expect(told).toEqual([
      ['TOO_LITTLE_REST'],
      [],
      [],
      [],
      [],
      ['TOO_MANY_HOURS'],
      ['TOO_LITTLE_REST', 'TOO_MANY_HOURS'],
    ]);
    const messages = plan.shifts.flatMap(({ warnings }: { warnings: { message: string }[] }) =>
      warnings.map(({ message }) => message.replaceAll(/\s*–\s*/g, '–')),
    );
    expect(messages).toEqual([
      "The shift at Elm House, 5 Apr 2055, 08:00–18:00 (Europe/London): too little rest after this agent's shift elsewhere, 4 Apr 2055, 15:00–22:59 (Europe/London): 9 hours 1 minute. At least 11 hours are needed.",
      "The shift at Elm House, 10 Apr 2055, 08:00–18:00 (Europe/London): too many hours: with this shift this agent's week of 5–11 Apr 2055 has 50 hours. A week may have 48 hours at most.",
      "The shift at Elm House, 11 Apr 2055, 08:00–12 Apr 2055, 00:00 (Europe/London): too little rest before this agent's shift at Elm House, 12 Apr 2055, 01:00–09:00 (Europe/London): 1 hour. At least 11 hours are needed.",
      "The shift at Elm House, 11 Apr 2055, 08:00–12 Apr 2055, 00:00 (Europe/London): too many hours: with this shift this agent's week of 5–11 Apr 2055 has 66 hours. A week may have 48 hours at most.",
    ]);
    // Who may see where the other shift is, is told.
    const [first] = (await planFromTemplate(company, templateId)).shifts;
    expect(first.warnings[0].message).toContain('at Strange House, 4 Apr 2055, 16:00');

    const made = await createWeek(planner, { templateId, week: monday });
    expect(made.shifts).toHaveLength(7);
    expect(made.warnings.map(({ kind }: { kind: string }) => kind)).toEqual(told.flat());
  });

  test('of a shift that collides are not told, and it counts for no other', async () => {
    const { facilityId, planner } = await place();
    const agentId = await staffing.agent();
    await shift(facilityId, '2055-04-05T06:00Z', '2055-04-05T07:00Z', { agentId, status: 'assigned' });
    const templateId = await template(facilityId, [
      { ...early, agentId },
      { ...early, agentId, startsAt: '20:00', durationMinutes: 60 },
    ]);
    const plan = await planFromTemplate(planner, templateId);
    expect(kinds(plan)).toEqual([['AGENT_BUSY'], []]);
    expect(plan.shifts.map(({ warnings }: { warnings: unknown[] }) => warnings)).toEqual([[], []]);
  });
});

describe('making a week', () => {
  test('a template becomes shifts that are open, or assigned when it names an agent, with all that it says', async () => {
    const { facilityId, planner } = await place();
    const agentId = await staffing.agent();
    await qualify(agentId, 'care');
    const templateId = await template(facilityId, [
      { ...early, agentId, qualification: 'care', breakMinutes: 30, note: 'Ward 2' },
      { ...early, weekday: 'SUNDAY', kind: 'PLACEHOLDER' },
    ]);
    const { shifts, skipped } = await createWeek(planner, { templateId, week: monday });
    expect(skipped).toEqual([]);
    expect(shifts).toMatchObject([
      { startsAt: '2055-04-05T06:00:00.000Z', status: 'ASSIGNED', agent: { id: agentId } },
      { startsAt: '2055-04-11T06:00:00.000Z', status: 'OPEN', agent: null },
    ]);
    expect(await shiftsAt(facilityId)).toMatchObject([
      {
        id: shifts[0].id,
        qualification: 'care',
        breakMinutes: 30,
        note: 'Ward 2',
        kind: 'work',
        status: 'assigned',
      },
      {
        id: shifts[1].id,
        qualification: null,
        breakMinutes: 0,
        note: null,
        kind: 'placeholder',
        status: 'open',
      },
    ]);
  });

  test('a copy has the live shifts of the week: worked ones are planned again, cancelled ones and rates are not', async () => {
    const { facilityId, planner } = await place();
    const agentId = await staffing.agent();
    await shift(facilityId, '2026-03-02T07:00Z', '2026-03-02T15:00Z', {
      agentId,
      status: 'completed',
      note: 'Ward 2',
    });
    await staffing.sql`update staffing.shift set rate_minor = 2000, rate_currency = 'GBP' where facility_id = ${facilityId}`;
    await shift(facilityId, '2026-03-03T07:00Z', '2026-03-03T15:00Z', { status: 'cancelled' });
    await shift(facilityId, '2026-03-08T22:00Z', '2026-03-09T06:00Z', { breakMinutes: 20 });
    const copy = { facilityId, from: '2026-03-02', to: monday };
    expect((await copyWeek(planner, copy)).shifts).toMatchObject([
      { startsAt: '2055-04-05T06:00:00.000Z', status: 'ASSIGNED', agent: { id: agentId } },
      { startsAt: '2055-04-11T21:00:00.000Z', endsAt: '2055-04-12T05:00:00.000Z', status: 'OPEN' },
    ]);
    const created = (await shiftsAt(facilityId)).slice(-2);
    expect(created).toMatchObject([
      { note: 'Ward 2', rateMinor: null },
      { note: null, breakMinutes: 20 },
    ]);

    const open = await copyWeek(planner, { ...copy, to: nextMonday, keepAgents: false });
    expect(open.shifts).toMatchObject([
      { status: 'OPEN', agent: null },
      { status: 'OPEN', agent: null },
    ]);
  });

  test('when one of many shifts collides none is created, and the refusal carries the plan', async () => {
    const { facilityId, planner } = await place();
    const agentId = await staffing.agent();
    await shift((await place()).facilityId, '2055-04-08T08:00Z', '2055-04-08T09:00Z', {
      agentId,
      status: 'assigned',
    });
    const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
    const templateId = await template(
      facilityId,
      days.map((weekday) => ({ ...early, weekday, agentId })),
    );
    const input = { templateId, week: monday };
    const refused = await createWeek(planner, input);
    expect(refused).toMatchObject({ __typename: 'RotaCollides', plan: { collisionCount: 1 } });
    expect(refused.message).toContain('Of the 7 shifts of this week 1 collides');
    expect(refused.plan).toEqual(await planFromTemplate(planner, templateId));
    expect(await shiftsAt(facilityId)).toEqual([]);

    const { shifts, skipped } = await createWeek(planner, { ...input, skipColliding: true });
    expect(shifts).toHaveLength(6);
    expect(skipped).toMatchObject([
      { startsAt: '2055-04-08T06:00:00.000Z', collisions: [{ kind: 'AGENT_BUSY' }] },
    ]);
  });

  test('the same copy a second time collides wholly', async () => {
    const { facilityId, planner } = await place();
    const templateId = await template(facilityId, [
      early,
      early,
      { ...early, agentId: await staffing.agent() },
    ]);
    await createWeek(planner, { templateId, week: monday });
    const copy = { facilityId, from: monday, to: nextMonday };
    expect((await copyWeek(planner, copy)).shifts).toHaveLength(3);
    expect(await copyWeek(planner, copy)).toMatchObject({
      __typename: 'RotaCollides',
      plan: { collisionCount: 3 },
    });
    expect(await copyWeek(planner, { ...copy, skipColliding: true })).toMatchObject({ shifts: [] });
    expect(await shiftsAt(facilityId)).toHaveLength(6);
  });

  test('the same copy many times at once is made once', async () => {
    const { facilityId, planner } = await place();
    await createWeek(planner, { templateId: await template(facilityId, [early, early]), week: monday });
    const copy = { facilityId, from: monday, to: nextMonday };
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, index) => copyWeek(index % 2 ? company : planner, copy)),
    );
    expect(results.map(({ __typename }) => __typename).sort()).toEqual([
      'CopyWeekPayload',
      ...Array(5).fill('RotaCollides'),
    ]);
    expect(await shiftsAt(facilityId)).toHaveLength(4);
  });

  test('when facilities plan one agent for the same time at once, one gets the agent, the others a plan that says so', async () => {
    const agentId = await staffing.agent();
    const places = await Promise.all(Array.from({ length: 5 }, () => place()));
    const weeks = await Promise.all(
      places.map(async ({ facilityId, planner }) => ({
        planner,
        templateId: await template(facilityId, [
          { ...early, agentId },
          { ...early, weekday: 'FRIDAY' },
        ]),
      })),
    );
    const results = await Promise.all(
      weeks.map(({ planner, templateId }) => createWeek(planner, { templateId, week: monday })),
    );
    expect(results.filter(({ __typename }) => __typename === 'CreateWeekFromTemplatePayload')).toHaveLength(
      1,
    );
    const refused = results.filter(({ __typename }) => __typename === 'RotaCollides');
    expect(refused).toHaveLength(4);
    for (const { plan } of refused) expect(kinds(plan)).toEqual([['AGENT_BUSY'], []]);
    expect(await staffing.sql`select from staffing.shift where agent_id = ${agentId}`).toHaveLength(1);
  });

  test.each(['2055-04-06', '2055-04-11', '1999-12-27', '9999-12-27'])('%s names no week', async (day) => {
    const { facilityId } = await place();
    const templateId = await template(facilityId, [early]);
    const invalid = (field: string) => ({ __typename: 'InvalidInput', field });
    expect(await createWeek(company, { templateId, week: day })).toMatchObject(invalid('week'));
    expect(await copyWeek(company, { facilityId, from: day, to: monday })).toMatchObject(invalid('from'));
    expect(await copyWeek(company, { facilityId, from: monday, to: day })).toMatchObject(invalid('to'));
    const fromWeek = { facilityId, name: 'Summer', week: day };
    expect(
      await mutate(company, 'createRotaTemplateFromWeek', 'rotaTemplate { id }', fromWeek),
    ).toMatchObject(invalid('week'));
    const { errors } = await staffing.query(
      company,
      `{ rotaPlanFromTemplate(templateId: "${templateId}", week: "${day}") { week } }`,
    );
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  test('a week of more than 500 shifts is neither copied nor made a template', async () => {
    const { facilityId } = await place();
    await staffing.sql`insert into staffing.shift (facility_id, starts_at, ends_at, status)
      select ${facilityId}::uuid, '2055-04-05T06:00Z', '2055-04-05T14:00Z', 'open' from generate_series(1, 501)`;
    expect(await copyWeek(company, { facilityId, from: monday, to: nextMonday })).toMatchObject({
      __typename: 'InvalidInput',
      field: 'from',
    });
    const [first] = await shiftsAt(facilityId);
    await staffing.sql`delete from staffing.shift where id = ${first.id}`;
    const copied = await copyWeek(company, { facilityId, from: monday, to: nextMonday });
    expect(copied.shifts).toHaveLength(500);
  });

  test('a plan of fifty shifts costs as many statements as one of five', async () => {
    const cost = async (count: number) => {
      const { facilityId, planner, organisationId } = await place();
      const sister = await place({ organisationId });
      const slots: Slot[] = [];
      for (let index = 0; index < count; index++) {
        const agentId = await staffing.agent();
        await qualify(agentId, 'care');
        const others = { agentId, status: 'assigned' };
        await shift(sister.facilityId, '2055-04-05T08:00Z', '2055-04-05T10:00Z', others);
        slots.push({ ...early, agentId, qualification: 'care' });
      }
      const templateId = await template(facilityId, slots);
      const { result, statements } = await staffing.during(() => planFromTemplate(planner, templateId));
      expect(result.collisionCount).toBe(count);
      return statements.length;
    };
    expect(await cost(50)).toBe(await cost(5));
  });
});

describe('who plans', () => {
  test('a facility plans for its own places, the company for all, nobody else for any', async () => {
    const { facilityId, planner } = await place();
    const stranger = (await place()).planner;
    const personId = randomUUID();
    await staffing.agent(personId);
    const agent = agentViewer(personId);
    const templateId = await template(facilityId, [early]);

    for (const viewer of [stranger, agent]) {
      const { rotaTemplate, _entities } = await staffing.ask(
        viewer,
        `query ($id: ID!, $representations: [_Any!]!) {
          rotaTemplate(id: $id) { id }
          _entities(representations: $representations) { ... on RotaTemplate { id } }
        }`,
        { id: templateId, representations: [{ __typename: 'RotaTemplate', id: templateId }] },
      );
      expect([rotaTemplate, _entities]).toEqual([null, [null]]);
      expect(await planFromTemplate(viewer, templateId)).toBeNull();
      const id = { id: templateId };
      for (const result of [
        await createTemplate(viewer, facilityId, [early]),
        await mutate(viewer, 'updateRotaTemplate', 'rotaTemplate { id }', { ...id, slots: [] }),
        await mutate(viewer, 'deleteRotaTemplate', 'id', id, ''),
        await createWeek(viewer, { templateId, week: monday }),
        await copyWeek(viewer, { facilityId, from: monday, to: nextMonday }),
      ]) {
        expect(result.__typename).toBe('NotFound');
      }
    }
    expect(await planFromWeek(stranger, facilityId, monday, nextMonday)).toBeNull();
    for (const id of [randomUUID(), 'no id']) {
      expect(await planFromTemplate(company, id)).toBeNull();
      expect(await planFromWeek(company, id, monday, nextMonday)).toBeNull();
    }
    expect(await shiftsAt(facilityId)).toEqual([]);

    expect((await createWeek(planner, { templateId, week: monday })).shifts).toHaveLength(1);
    expect((await createWeek(company, { templateId, week: nextMonday })).shifts).toHaveLength(1);
    const authors = await staffing.sql`
      select distinct h.actor_role as role from staffing.history h
      join staffing.shift s on s.id::text = h.row_id
      where h.table_name = 'shift' and s.facility_id = ${facilityId} order by 1`;
    expect(authors).toEqual([{ role: 'company' }, { role: 'facility' }]);
  });
});
