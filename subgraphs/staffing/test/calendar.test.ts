import { createHash, randomUUID } from 'node:crypto';
import type { Viewer } from '@guildhall/kit/viewer';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeTimeZone, isTimeZone } from '@guildhall/kit/timeZones';
import { agentViewer, company, facilityViewer, inHours, startStaffing } from './staffing.ts';

let staffing: Awaited<ReturnType<typeof startStaffing>>;
beforeAll(async () => {
  staffing = await startStaffing();
});
afterAll(() => staffing?.close());

const gateway: Viewer = { personId: null, organisationId: null, role: 'gateway', scopes: [] };

async function anAgent() {
  const personId = randomUUID();
  const id = await staffing.agent(personId);
  const calendar: Viewer = { personId, organisationId: null, role: 'calendar', scopes: [] };
  const text = async (): Promise<string> => (await staffing.ask(calendar, '{ calendarText }')).calendarText;
  return {
    id,
    viewer: agentViewer(personId),
    calendar,
    personId,
    text,
    events: async () =>
      new ICAL.Component(ICAL.parse(await text()) as unknown[])
        .getAllSubcomponents('vevent')
        .map((event) => new ICAL.Event(event)),
  };
}

/** Whose calendar the gateway finds behind the path of an address. */
async function behind(path: string): Promise<string | null> {
  const token = /^\/calendar\/(.+)\.ics$/.exec(path)![1]!;
  const { calendarViewer } = await staffing.ask(
    gateway,
    'query ($tokenHash: String!) { calendarViewer(tokenHash: $tokenHash) { personId } }',
    { tokenHash: createHash('sha256').update(token).digest('hex') },
  );
  return calendarViewer?.personId ?? null;
}

test('an address is told once, kept as a hash, replaced by a new one, and stops when it is revoked', async () => {
  const ada = await anAgent();
  const create = async (): Promise<string> =>
    (
      await staffing.ask(
        ada.viewer,
        'mutation ($id: ID!) { createCalendarFeed(input: { agentId: $id }) { ... on CreateCalendarFeedPayload { path } } }',
        { id: ada.id },
      )
    ).createCalendarFeed.path;
  const first = await create();
  expect(first).toMatch(/^\/calendar\/[\w-]{43}\.ics$/);
  expect(await behind(first)).toBe(ada.personId);
  const second = await create();
  expect(await behind(first)).toBeNull();
  expect(await behind(second)).toBe(ada.personId);

  const secret = /calendar\/(.+)\.ics/.exec(second)![1]!;
  const stored = await staffing.sql`select t::text from staffing.calendar_feed t
    union all select h::text from staffing.history h where h.table_name = ${'calendar_feed'}`;
  expect(JSON.stringify(stored)).not.toContain(secret);
  const hash = createHash('sha256').update(secret).digest('hex');
  const history =
    await staffing.sql`select new_row::text from staffing.history where table_name = ${'calendar_feed'}`;
  expect(JSON.stringify(history)).not.toContain(hash);

  await staffing.change(ada.viewer, 'revokeCalendarFeed', { agentId: ada.id });
  expect(await behind(second)).toBeNull();
});

test('nobody makes, sees or revokes the address of another agent, but the company can', async () => {
  const [ada, bob] = [await anAgent(), await anAgent()];
  const agentId = ada.id;
  expect(await staffing.change(bob.viewer, 'createCalendarFeed', { agentId })).toMatchObject({
    __typename: 'NotFound',
  });
  await staffing.change(company, 'createCalendarFeed', { agentId });
  const seen = async (viewer: Viewer) =>
    (
      await staffing.ask(viewer, 'query ($id: ID!) { agent(id: $id) { calendarFeed { id } } }', {
        id: agentId,
      })
    ).agent?.calendarFeed ?? null;
  expect(await seen(ada.viewer)).not.toBeNull();
  expect(await seen(facilityViewer(randomUUID()))).toBeNull();
  expect(await staffing.change(bob.viewer, 'revokeCalendarFeed', { agentId })).toMatchObject({
    __typename: 'NotFound',
  });
  expect(await seen(ada.viewer)).not.toBeNull();
});

test('a calendar program sees the agent’s shifts and where they are, and nothing else', async () => {
  const [ada, bob] = [await anAgent(), await anAgent()];
  const facilityId = await staffing.facility();
  await staffing.facility();
  const period = { startsAt: inHours(48), endsAt: inHours(56) };
  const { shift } = await staffing.createShift({ facilityId, agentId: ada.id, ...period });
  await staffing.createShift({ facilityId, agentId: bob.id, ...period });
  await staffing.createShift({ facilityId, ...period });
  const seen = await staffing.ask(
    ada.calendar,
    `{ shifts { nodes { id } } facilities { nodes { id } } agents { nodes { id phone hourlyRate { currency }
       qualifications { id } preferences { id } calendarFeed { id } } } }`,
  );
  expect(seen.shifts.nodes).toEqual([{ id: shift.id }]);
  expect(seen.facilities.nodes).toEqual([{ id: facilityId }]);
  expect(seen.agents.nodes).toEqual([
    { id: ada.id, phone: null, hourlyRate: null, qualifications: [], preferences: [], calendarFeed: null },
  ]);
  expect((await staffing.ask(company, '{ calendarText }')).calendarText).toBeNull();
});

test('an empty calendar is one, too, and says how often to look again', async () => {
  const ada = await anAgent();
  expect((await ada.text()).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'PRODID:-//Guildhall//Shifts//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Shifts',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'END:VCALENDAR',
    '',
  ]);
});

test('events keep their UID, count their changes, stay when cancelled, and go when given back', async () => {
  const ada = await anAgent();
  const facilityId = await staffing.facility(randomUUID(), 'Elm House');
  const { shift } = await staffing.createShift({
    facilityId,
    agentId: ada.id,
    startsAt: inHours(48),
    endsAt: inHours(56),
    breakMinutes: 30,
    note: 'Ring twice',
  });
  const [made] = await ada.events();
  expect(made).toMatchObject({ uid: `${shift.id}@guildhall`, summary: 'Elm House', sequence: 0 });
  expect(made!.description).toBe('Break: 30 minutes\nRing twice');
  expect(made!.component.getFirstPropertyValue('status')).toBe('CONFIRMED');

  await staffing.change(company, 'updateShift', { id: shift.id, endsAt: inHours(57) });
  const [moved] = await ada.events();
  expect(moved!.uid).toBe(made!.uid);
  expect(moved!.sequence).toBeGreaterThan(made!.sequence);
  expect(moved!.endDate.toJSDate().toISOString()).toBe(inHours(57));

  await staffing.change(company, 'cancelShift', { id: shift.id });
  const [cancelled] = await ada.events();
  expect(cancelled!.component.getFirstPropertyValue('status')).toBe('CANCELLED');

  await staffing.change(company, 'reopenShift', { id: shift.id, keepAgent: false });
  expect(await ada.events()).toEqual([]);
});

test.each([
  ['Europe/London', '2055-03-27T22:00:00.000Z', '2055-03-28T05:00:00.000Z'],
  ['Europe/London', '2055-10-30T21:00:00.000Z', '2055-10-31T06:00:00.000Z'],
  ['Europe/London', '2055-10-31T00:30:00.000Z', '2055-10-31T01:30:00.000Z'],
  ['Europe/Dublin', '2055-07-01T21:00:00.000Z', '2055-07-02T05:00:00.000Z'],
  ['Asia/Dubai', '2055-07-01T21:00:00.000Z', '2055-07-02T05:00:00.000Z'],
  ['America/New_York', '2055-03-14T03:00:00.000Z', '2055-03-14T11:00:00.000Z'],
  // Names of zones that are kept under other names, too.
  ['Europe/Amsterdam', '2055-07-01T21:00:00.000Z', '2055-07-02T05:00:00.000Z'],
  ['Europe/Jersey', '2055-03-27T22:00:00.000Z', '2055-03-28T05:00:00.000Z'],
  ['Asia/Calcutta', '2055-07-01T21:00:00.000Z', '2055-07-02T05:00:00.000Z'],
])(
  'a shift in %s from %s to %s is read at those instants, with the zone beside it',
  async (zone, startsAt, endsAt) => {
    const ada = await anAgent();
    const facilityId = await staffing.facility(randomUUID(), 'Elm House', zone);
    await staffing.createShift({ facilityId, agentId: ada.id, startsAt, endsAt });
    const text = await ada.text();
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const [described] = calendar.getAllSubcomponents('vtimezone');
    expect(described!.getFirstPropertyValue('tzid')).toBe(zone);
    const [event] = await ada.events();
    // Read by the zone that the calendar itself describes.
    const instant = (time: ICAL.Time) => {
      expect([zone, 'UTC']).toContain(time.zone.tzid);
      return new Date(time.toUnixTime() * 1000).toISOString();
    };
    expect([instant(event!.startDate), instant(event!.endDate)]).toEqual([startsAt, endsAt]);
  },
);

test('every zone that a facility can keep is described under its name', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    expect(isTimeZone(zone), zone).toBe(true);
    expect(describeTimeZone(zone)?.getFirstPropertyValue('tzid')).toBe(zone);
  }
});

test('any note comes back as it was written, in lines of 75 octets at most that end in CRLF', async () => {
  const ada = await anAgent();
  const facilityId = await staffing.facility();
  const { shift } = await staffing.createShift({
    facilityId,
    agentId: ada.id,
    startsAt: inHours(48),
    endsAt: inHours(56),
  });
  const note = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    .map((text) => text.replaceAll('\r', ' '))
    .filter((text) => text.trim() !== '' && !text.includes('\0'));
  await fc.assert(
    fc.asyncProperty(note, async (text) => {
      await staffing.sql`update staffing.shift set note = ${text} where id = ${shift.id}::uuid`;
      const calendar = await ada.text();
      for (const line of calendar.split('\r\n')) {
        expect(line).not.toContain('\n');
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }
      expect((await ada.events())[0]!.description).toBe(text);
    }),
    { numRuns: 60, examples: [['a;b,c\\d\ne'], ['é'.repeat(200)], ['👩‍⚕️'.repeat(20)]] },
  );
});
